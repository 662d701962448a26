import { DATABASES, type DatabaseKey } from '../record/databases.js';
import type { Species } from '../record/schema.js';
import type { ReferenceSpace } from '../search/accessions.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { statedDatabases } from './choose-databases.js';
import { no, type Ruling, unsaid, yes } from './verdict.js';
import { asked } from './verdicts.js';

/** The lead of a yes/no question about accessions. */

/** Words for the kind of molecule behind an accession, and the databases whose entries are of it. */
const MOLECULES: readonly (readonly [list: string, readonly DatabaseKey[]])[] = [
  ['protein word', ['uniprot', 'refseq_protein']],
  ['transcript word', ['refseq_mrna']],
  ['gene word', ['ncbigene', 'ensembl', 'omim', 'homologene', 'genecards', 'hgnc']],
];

/** Of an accession, or of whether a database has one. */
export function identifierVerdict(
  frame: Frame,
  named: readonly DatabaseKey[],
  species: Species | null,
): Ruling | null {
  const { accessions, record } = frame;
  const found = accessions.flatMap((one) => (one.found === 'identifier' ? [one] : []));
  if (accessions.some((one) => one.found === 'unknown')) {
    const [lost] = accessions.flatMap((one) => (one.found === 'unknown' ? [one] : []));
    const other = lost?.database ?? named[0];
    const held = record.identifiers.filter(
      (one) =>
        one.database === other && one.accession !== null && (species === null || one.species === species),
    );
    return asked(
      frame,
      other !== undefined && held.length > 0
        ? wellFormed(lost, other)
          ? no('another accession is recorded')
          : null
        : unsaid('an accession that is not recorded'),
    );
  }
  if (found.length > 0) {
    const stated = statedDatabases(frame);
    if (stated.length > 0 && !found.every(({ database }) => stated.includes(database)))
      return asked(frame, no('an accession of another database'));
    const molecule = MOLECULES.filter(([list]) =>
      frame.clause.items.some(
        (item, at) =>
          isIn(list, item.text.split(' ')[0]) &&
          /^(?:an?|the)$/u.test(frame.clause.items[at - 1]?.text ?? ''),
      ),
    );
    if (named.length === 0 && molecule.length > 0)
      return asked(
        frame,
        found.every(({ database }) => molecule.some(([, keys]) => keys.includes(database)))
          ? yes('the kind of entry')
          : no('another kind of entry'),
      );
    if (species !== null)
      return asked(
        frame,
        found.every((one) => one.identifier.species === species)
          ? yes('the recorded species')
          : no('another species'),
      );
    return asked(frame, yes('the recorded accession'));
  }
  if (named.length === 0 || frame.clause.mood.kind !== 'polar') return null;
  const number = numberNamed(frame);
  if (number !== null) {
    const entries = record.identifiers.filter(
      (one) => named.includes(one.database) && (species === null || one.species === species),
    );
    const held = entries.some(({ accession }) => accession === number);
    return asked(frame, held ? yes('the recorded accession') : no('another accession is recorded'));
  }
  const has = named.every((key) =>
    record.identifiers.some(
      (one) =>
        one.database === key && one.accession !== null && (species === null || one.species === species),
    ),
  );
  return asked(frame, has ? yes('one is recorded') : no('none is recorded'));
}

/** "is 290 the HomoloGene ID": a number too short for an accession's form that is said to be one; "2 IDs" counts. */
function numberNamed({ clause, focus }: Frame): string | null {
  if (clause.claim.family !== 'be' || focus.some(({ text }) => text === 'there')) return null;
  const at = focus.findIndex(
    ({ kind, text, raw }, n) =>
      kind === 'number' &&
      /^\d+$/u.test(raw) &&
      text === raw &&
      !(focus[n + 1]?.terms ?? []).some((term) => term.kind === 'database' || term.kind === 'generic') &&
      focus[n + 1]?.text !== 'of',
  );
  return focus[at]?.raw ?? null;
}

/** Whether a lost accession has the whole form of one of the database: a piece of a number tells nothing. */
function wellFormed(
  lost: Frame['accessions'][number] | undefined,
  database: DatabaseKey | ReferenceSpace,
): boolean {
  const pattern = Object.entries(DATABASES).find(([key]) => key === database)?.[1].pattern;
  return lost !== undefined && (lost.database !== null || pattern?.test(lost.base) === true);
}
