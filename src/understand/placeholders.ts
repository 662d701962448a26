import type { DatabaseKey } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { stem } from '../search/stem.js';

/** One mark as the intent model sees it: what it is, not which. Words are kept only where they are nobody's name. */
export interface Cell {
  readonly mark: Mark;
  /** the first placeholder, or the word */
  readonly main: string;
  readonly placeholders: readonly string[];
  /** stems of the words that are kept */
  readonly words: readonly string[];
}

/** The database that a mark names outright, or null. */
export function databaseOf(mark: Mark): DatabaseKey | null {
  for (const term of mark.terms) if (term.kind === 'database' && !term.weak) return term.database;
  return null;
}

const roles = new WeakMap<GeneRecord, ReadonlyMap<string, readonly string[]>>();

/** What the claims of a record say of each entity: `object` or `where` of a relation, denied or not. */
function rolesOf(record: GeneRecord): ReadonlyMap<string, readonly string[]> {
  const known = roles.get(record);
  if (known !== undefined) return known;
  const found = new Map<string, string[]>();
  const add = (id: string, role: string): void => {
    const list = found.get(id) ?? [];
    if (!list.includes(role)) found.set(id, [...list, role]);
  };
  for (const { claim, polarity, mentions } of record.statements) {
    if (claim === undefined) continue;
    const sign = polarity === 'negative' ? '!' : '';
    for (const id of claim.objects) add(id, `${sign}${claim.relation}.object`);
    for (const id of claim.where) add(id, `${claim.relation}.where`);
    for (const id of mentions)
      if (!claim.objects.includes(id) && !claim.where.includes(id)) add(id, `${claim.relation}.beside`);
  }
  roles.set(record, found);
  return found;
}

function kindOf(record: GeneRecord, id: string | undefined): string {
  return record.entities.find((one) => one.id === id)?.kind ?? 'process';
}

function accessionPlaceholders({ accession }: Mark): readonly string[] {
  if (accession === null) return [];
  switch (accession.found) {
    case 'identifier':
      return [
        'ACC',
        accession.database === 'pubmed_search' ? 'ACC:search' : 'ACC:id',
        ...(accession.suffix === '' ? [] : ['ACC:suffix']),
        ...(accession.assumed ? ['ACC:bare'] : []),
      ];
    case 'reference':
      return ['ACC', 'ACC:reference'];
    case 'unknown': {
      if (accession.database === null)
        return ['ACC?', accession.databaseName === null ? 'ACC?:bare' : 'ACC?:other'];
      const cited = ['pubmed', 'pmc', 'doi'].includes(accession.database);
      return [
        'ACC?',
        cited ? 'ACC?:reference' : 'ACC?:id',
        ...(accession.near.length > 0 ? ['ACC?:near'] : []),
      ];
    }
  }
}

/** Placeholders of a mark, and whether its words are kept beside them; null where the mark is only words. */
function placeholdersOf(record: GeneRecord, mark: Mark): { all: readonly string[]; keep: boolean } | null {
  if (mark.name !== null) return { all: ['OWN', `OWN:${mark.name.kind}`], keep: false };
  if (mark.accession !== null) return { all: accessionPlaceholders(mark), keep: false };
  const all: string[] = [];
  let keep = true;
  if (mark.entities.length > 0) {
    all.push('REC', `REC:${kindOf(record, mark.entities[0])}`);
    all.push(...mark.entities.flatMap((id) => (rolesOf(record).get(id) ?? []).map((role) => `ROLE:${role}`)));
    keep = false;
  }
  if (mark.kind === 'other')
    return { all: [all.length > 0 ? 'GENE:recorded' : 'GENE:other', ...all], keep: false };
  if (mark.reference !== null && mark.reference.by !== 'title') {
    all.push('REF', `REF:${mark.reference.by}`);
    keep = false;
  }
  for (const term of mark.terms) {
    const [names, kept] = termPlaceholders(record, mark, term);
    all.push(...names);
    keep &&= kept;
  }
  return all.length > 0 ? { all: [...new Set(all)], keep } : null;
}

function termPlaceholders(
  record: GeneRecord,
  mark: Mark,
  term: Mark['terms'][number],
): [readonly string[], boolean] {
  switch (term.kind) {
    case 'database':
      if (term.weak) return [['db'], true];
      return [[term.database === 'pubmed_search' ? 'DB:search' : 'DB'], false];
    case 'space':
      return [['SPACE'], false];
    case 'format':
      return [['FORMAT'], false];
    case 'species': {
      const which =
        record.species[0]?.id === term.species
          ? 'first'
          : record.species.some(({ id }) => id === term.species)
            ? 'other'
            : 'none';
      return [['SPECIES', `SPECIES:${which}`], false];
    }
    case 'aspect':
      return [[`${term.weak ? 'asp' : 'ASP'}:${term.aspect}`], true];
    case 'action':
      return [[`ACT:${term.action}`], true];
    case 'thing':
      return mark.entities.length > 0 ? [[], true] : [['NEW', `NEW:${term.group}`], term.group === 'process'];
    case 'beyond':
      return [['BEYOND', `BEYOND:${term.what}`], true];
    case 'activity':
      return [['LAB'], true];
    case 'generic':
      return [['GENERIC'], true];
  }
}

const WORD_BREAK = /[^\p{L}\p{N}']+/u;

/** The cells of some marks, in order. */
export function cellsOf(record: GeneRecord, marks: readonly Mark[]): readonly Cell[] {
  return marks.flatMap((mark): Cell[] => {
    const found = placeholdersOf(record, mark);
    const words = mark.text.split(WORD_BREAK).filter((word) => word !== '');
    if (found !== null)
      return [
        { mark, main: found.all[0] ?? '', placeholders: found.all, words: found.keep ? words.map(stem) : [] },
      ];
    if (mark.kind === 'number') return [{ mark, main: 'NUMBER', placeholders: ['NUMBER'], words: [] }];
    const kinds = mark.kind === 'everyday' ? [] : [`KIND:${mark.kind}`];
    return words.map((word) => ({ mark, main: `w:${stem(word)}`, placeholders: kinds, words: [stem(word)] }));
  });
}
