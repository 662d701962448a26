/** How a claim comes out against the record, and the row of the table that says so. */
export interface Ruling {
  readonly says: 'yes' | 'no' | 'unsaid';
  readonly row: string;
}

export const yes = (row: string): Ruling => ({ says: 'yes', row });
export const no = (row: string): Ruling => ({ says: 'no', row });
export const unsaid = (row: string): Ruling => ({ says: 'unsaid', row });

/** The ruling that says most of several readings of one claim: yes, then no, then unsaid. */
export function best(rulings: readonly Ruling[]): Ruling | null {
  const said = (what: Ruling['says']): Ruling | undefined => rulings.find(({ says }) => says === what);
  return said('yes') ?? said('no') ?? rulings[0] ?? null;
}

/** The ruling on several parts that must all hold: a part that does not, then one of which nothing is recorded. */
export function worst(parts: readonly (Ruling | null)[]): Ruling | null {
  const said = (what: Ruling['says']): Ruling | undefined =>
    parts.find((one) => one?.says === what) ?? undefined;
  return said('no') ?? said('unsaid') ?? said('yes') ?? null;
}

const OTHER: Readonly<Record<Ruling['says'], Ruling['says']>> = { yes: 'no', no: 'yes', unsaid: 'unsaid' };

/** A ruling turned round, where the question denies what it asks. */
export function turned({ says, row }: Ruling): Ruling {
  return { says: OTHER[says], row: `${row}; the denial is asked` };
}
