/** How a claim comes out against the record, and the row of the table that says so. */
export interface Ruling {
  readonly says: 'yes' | 'no' | 'unsaid';
  readonly row: string;
}

export const yes = (row: string): Ruling => ({ says: 'yes', row });
export const no = (row: string): Ruling => ({ says: 'no', row });
export const unsaid = (row: string): Ruling => ({ says: 'unsaid', row });

/** How much a ruling says. */
const SAYS: Readonly<Record<Ruling['says'], number>> = { yes: 2, no: 1, unsaid: 0 };

/** The ruling that says most of several readings of one claim: yes, then no, then unsaid. */
export function best(rulings: readonly Ruling[]): Ruling | null {
  let found: Ruling | null = null;
  for (const one of rulings) if (found === null || SAYS[one.says] > SAYS[found.says]) found = one;
  return found;
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
