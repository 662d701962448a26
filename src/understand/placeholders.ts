import type { DatabaseKey } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { kept } from '../search/once.js';
import { indexOf } from '../search/record-index.js';
import { stem } from '../search/stem.js';
import type { Term } from '../search/vocabulary.js';
import { kindOf } from './items.js';

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

/** What the claims of a record say of each entity: `object` or `where` of a relation, denied or not. */
const rolesInClaims = kept((record: GeneRecord): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const add = (ids: readonly string[], role: string): void => {
    for (const id of ids) found.set(id, (found.get(id) ?? new Set<string>()).add(`ROLE:${role}`));
  };
  for (const { claim, polarity, mentions } of record.statements) {
    if (claim === undefined) continue;
    const { relation, objects, where } = claim;
    add(objects, `${polarity === 'negative' ? '!' : ''}${relation}.object`);
    add(where, `${relation}.where`);
    add(
      mentions.filter((id) => !objects.includes(id) && !where.includes(id)),
      `${relation}.beside`,
    );
  }
  return found;
});

function accessionPlaceholders({ found, database }: NonNullable<Mark['accession']>): readonly string[] {
  if (found !== 'unknown') return ['ACC', `ACC:${found}`];
  return ['ACC?', database === null ? 'ACC?:bare' : 'ACC?:id'];
}

/** Placeholders of a mark, and whether its words are kept beside them; null where the mark is only words. */
function placeholdersOf(record: GeneRecord, mark: Mark): { all: readonly string[]; keep: boolean } | null {
  const { name, accession, entities, kind, reference, terms } = mark;
  if (name !== null) return { all: ['OWN', `OWN:${name.kind}`], keep: false };
  if (accession !== null) return { all: accessionPlaceholders(accession), keep: false };
  const all: string[] = [];
  const [first] = entities;
  if (first !== undefined) {
    const saidOf = entities.flatMap((id) => [...(rolesInClaims(record).get(id) ?? [])]);
    all.push('REC', `REC:${kindOf(record, first)}`, ...saidOf);
  }
  if (kind === 'other')
    return { all: [all.length > 0 ? 'GENE:recorded' : 'GENE:other', ...all], keep: false };
  if (reference !== null && reference.by !== 'title') all.push('REF', `REF:${reference.by}`);
  let keep = all.length === 0;
  for (const term of terms) {
    all.push(...termPlaceholders(record, mark, term));
    keep &&= keepsWords(term, mark);
  }
  return all.length > 0 ? { all: [...new Set(all)], keep } : null;
}

/** Whether the words of a term tell more than its placeholder: how it is asked, not the name of something. */
function keepsWords(term: Term, { entities }: Mark): boolean {
  if (term.kind === 'database') return term.weak;
  if (term.kind === 'thing') return entities.length > 0 || term.group === 'process';
  return term.kind !== 'space' && term.kind !== 'format' && term.kind !== 'species';
}

function termPlaceholders({ species }: GeneRecord, { entities }: Mark, term: Term): readonly string[] {
  switch (term.kind) {
    case 'database':
      if (term.weak) return ['db'];
      return [term.database === 'pubmed_search' ? 'DB:search' : 'DB'];
    case 'species': {
      const at = species.findIndex(({ id }) => id === term.species);
      return ['SPECIES', `SPECIES:${at < 0 ? 'none' : at === 0 ? 'first' : 'other'}`];
    }
    case 'aspect':
      return [`${term.weak ? 'asp' : 'ASP'}:${term.aspect}`];
    case 'action':
      return [`ACT:${term.action}`];
    case 'thing':
      return entities.length > 0 ? [] : ['NEW', `NEW:${term.group}`];
    case 'beyond':
      return ['BEYOND', `BEYOND:${term.what}`];
    case 'activity':
      return ['LAB'];
    default:
      return [term.kind.toUpperCase()];
  }
}

const WORD_BREAK = /[^\p{L}\p{N}']+/u;

function stemsIn({ text }: Mark): readonly string[] {
  if (/^[a-z0-9]+$/.test(text)) return [stem(text)];
  return text.split(WORD_BREAK).flatMap((word) => (word === '' ? [] : stem(word)));
}

/** The cells of some marks, in order. */
export function cellsOf(record: GeneRecord, marks: readonly Mark[]): readonly Cell[] {
  const { statementWords } = indexOf(record);
  const cells: Cell[] = [];
  for (const mark of marks) {
    const found = placeholdersOf(record, mark);
    if (found !== null) {
      const { all, keep } = found;
      cells.push({ mark, main: all[0] ?? '', placeholders: all, words: keep ? stemsIn(mark) : [] });
    } else if (mark.kind === 'number') {
      cells.push({ mark, main: 'NUMBER', placeholders: ['NUMBER'], words: [] });
    } else {
      const kinds = mark.kind === 'everyday' ? [] : [`KIND:${mark.kind}`];
      for (const word of stemsIn(mark)) {
        const placeholders = statementWords.has(word) ? [...kinds, 'SAID'] : kinds;
        cells.push({ mark, main: `w:${word}`, placeholders, words: [word] });
      }
    }
  }
  return cells;
}
