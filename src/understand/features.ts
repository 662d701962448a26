import { referenceYear } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import type { Frame } from './frame.js';
import type { Thing } from './items.js';
import { type Cell, cellsOf, databaseOf } from './placeholders.js';

/** How the record answers the claim of a frame: the only thing about facts that the intent model sees. */
export interface Outcome {
  /** the rulings on each object, without doubles, sorted: "no+yes", "none" for a thing that no fact has, "-" for no object */
  readonly objects: string;
  /** the ruling on the claim as a whole, or "-" */
  readonly whole: string;
}

/** What was answered before, for a follow-up. */
export type Before = string | null;

const TELLING = /^(?:ACT|BEYOND|NEW|ROLE|ASP|REC)/u;

function faces(cell: Cell): readonly string[] {
  const words = cell.words.length > 0 ? [`w:${cell.words.join(' ')}`] : [];
  return [...new Set([cell.main, ...words, ...cell.placeholders.filter((one) => TELLING.test(one))])];
}

function addRuns(cells: readonly Cell[], out: Set<string>): void {
  cells.forEach((cell, at) => {
    const next = cells[at + 1];
    const third = cells[at + 2];
    const fourth = cells[at + 3];
    for (const one of cell.placeholders) out.add(one);
    for (const word of cell.words) out.add(`w:${word}`);
    if (cell.words.length > 1) out.add(`p:${cell.words.join(' ')}`);
    if (at === 0) for (const one of faces(cell)) out.add(`^ ${one}`);
    if (next === undefined) out.add(`${cell.main} $`);
    else for (const one of faces(cell)) for (const other of faces(next)) out.add(`${one} ${other}`);
    if (next !== undefined && third !== undefined) {
      out.add(`${cell.main} ${next.main} ${third.main}`);
      out.add(`${cell.main} _ ${third.main}`);
    }
    if (fourth !== undefined) out.add(`${cell.main} _ _ ${fourth.main}`);
  });
}

const few = (n: number, most: number): string => String(Math.min(n, most));

const isNew = ({ entities }: Thing | Mark): boolean => entities.length === 0;

/** How well what is named fits the record: its things, genes, databases, accessions. */
function fitOf({ focus }: Frame, cells: readonly Cell[]): readonly string[] {
  const count = (placeholder: string): number =>
    cells.filter(({ placeholders }) => placeholders.includes(placeholder)).length;
  const [own, db, lost] = [count('OWN') > 0, count('DB') > 0, count('ACC?') > 0];
  const others = cells.filter(({ main }) => main === 'GENE:other').length;
  const things = cells.filter(({ mark }) => !isNew(mark)).length;
  const databases = new Set(focus.flatMap((mark) => databaseOf(mark) ?? []));
  const accessions = focus.flatMap(({ accession }) =>
    accession?.found === 'identifier' ? [accession.database] : [],
  );
  const number = focus.some(({ kind, text }) => kind === 'number' && /^\d{4,}$/u.test(text));
  const fits = accessions.some((one) => databases.has(one)) ? '=db' : databases.size > 0 ? '!=db' : '';
  return [
    `things${few(things, 3)}`,
    `new${few(count('NEW'), 2)}`,
    `others${few(others, 2)}:own${own}`,
    `others${others > 0}:own${own}:db${db}`,
    `beyond${count('BEYOND') > 0}:db${db}:things${things > 0}`,
    `db${few(databases.size, 2)}:acc${accessions.length > 0}:lost${lost}:number${number}`,
    `dbs${few(databases.size, 3)}`,
    ...(accessions.length > 0 ? [`acc${fits}`] : []),
  ];
}

/** How well the references that are named fit each other. */
function referencesOf({ focus, record, years }: Frame): readonly string[] {
  const hits = focus.flatMap(({ reference }) =>
    reference !== null && reference.by !== 'title' ? [reference.references] : [],
  );
  if (hits.length === 0) return years.length > 0 ? ['year alone'] : [];
  const joint = record.references.filter(({ id }) => hits.every((hit) => hit.some((one) => one.id === id)));
  const strange = focus.some(({ kind }) => kind === 'unknown' || kind === 'common');
  return [
    `ref${few(hits.length, 3)}:${few(joint.length, 2)}`,
    `refyear${years.length > 0}:strange${strange}`,
  ];
}

/** What the claim comes to, and whether the record has the year and the assembly that are stated. */
function claimedBy(
  { subject, clause, place, years, record }: Frame,
  { objects, whole }: Outcome,
): readonly string[] {
  const { mood, claim } = clause;
  const direction = claim.direction ?? '-';
  const sign = claim.sign === null ? '0' : claim.sign > 0 ? '+' : claim.sign < 0 ? '-' : '~';
  const where = claim.where.length === 0 ? '-' : claim.where.some(isNew) ? 'new' : 'recorded';
  const family = claim.verb?.use === 'unknown' ? 'unknown' : (claim.family ?? '-');
  const held = record.references.some((one) => years.includes(referenceYear(one) ?? 0));
  const { assemblies } = place ?? { assemblies: [] };
  const isHeld = (one: string): boolean => record.locations.some(({ place: at }) => at?.assembly === one);
  return [
    mood.kind,
    `s:${subject}`,
    `d:${direction}:${objects}`,
    `${direction}:${sign}:${objects}`,
    `${mood.kind}:${direction}:${objects}:${where}`,
    `${subject}:${direction}:${objects}`,
    `${subject}:${direction}:${objects}:${where}`,
    `w:${whole}:${direction}:${where}`,
    `w:${whole}:${mood.kind}:${subject}`,
    `new:${claim.objects.some(isNew)}:${objects}:${subject}`,
    `v:${family}:${direction}:${objects}`,
    `v:${family}:${mood.kind}:${subject}`,
    ...(place === null
      ? []
      : ['place', `place:${place.chromosome !== null}:${place.spots.length > 0}:${subject}`]),
    ...(assemblies.length > 0 ? [`assembly:${assemblies.some(isHeld)}`] : []),
    ...(years.length > 0 ? [`year:${held}`] : []),
  ];
}

const SHORT = 14;

/** A follow-up: what was answered before, with each word of a short question. */
function addBefore(before: Before, cells: readonly Cell[], out: Set<string>): void {
  if (before === null) {
    out.add('before:-');
    return;
  }
  out.add('before').add(`before:${before}`);
  if (cells.length > SHORT) return;
  for (const { placeholders, words } of cells)
    for (const one of [...placeholders, ...words.map((word) => `w:${word}`)])
      out.add(`b:${one}`).add(`b:${before}:${one}`);
  cells.forEach(({ main }, at) => {
    const next = cells[at + 1];
    if (next !== undefined) out.add(`b:${main} ${next.main}`);
  });
  out.add(`b:${before}:own${cells.some(({ mark }) => mark.kind === 'own')}:${few(cells.length >> 1, 4)}`);
}

/** Words of a text beyond these many tell the model nothing more. */
const MOST_CELLS = 120;

/** The features of a question, each once. */
export function featuresOf(frame: Frame, outcome: Outcome, before: Before): readonly string[] {
  const { reading, record, focus } = frame;
  const out = new Set<string>();
  const cells = cellsOf(record, focus.slice(0, MOST_CELLS));
  addRuns(cells, out);
  const sentences = new Set(reading.marks.map(({ sentence }) => sentence)).size;
  out
    .add(`length:${few(Math.floor(Math.log2(1 + cells.length) * 2), 9)}`)
    .add(`sentences:${few(sentences, 3)}`);
  out.add(`asked:${reading.tokens.asked.size > 0}`);
  for (const one of [...fitOf(frame, cells), ...referencesOf(frame)]) out.add(`fit:${one}`);
  for (const one of claimedBy(frame, outcome)) out.add(`frame:${one}`);
  addBefore(before, cells, out);
  return [...out];
}
