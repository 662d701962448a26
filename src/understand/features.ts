import type { Reference } from '../record/schema.js';
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
  /** whether something is recorded of the gene in the state that the claim speaks of: lost, overdone, mutated */
  readonly perturbed: boolean;
}

/** What was answered before, for a follow-up. */
export type Before = string | null;

const TELLING = /^(?:ACT|BEYOND|NEW|ROLE|ASP|REC|SAID)/u;

/** What a mark is, its words, and what tells most of it. */
function faces({ main, words, placeholders }: Cell): readonly string[] {
  const all = [main];
  if (words.length > 0) all.push(`w:${words.join(' ')}`);
  for (const one of placeholders) if (one !== main && TELLING.test(one)) all.push(one);
  return all;
}

function addRuns(cells: readonly Cell[], out: Set<string>): void {
  const faced: (readonly string[])[] = [];
  for (const cell of cells) faced.push(faces(cell));
  for (const [at, { main, placeholders, words }] of cells.entries()) {
    const next = cells[at + 1]?.main;
    const third = cells[at + 2]?.main;
    const fourth = cells[at + 3]?.main;
    for (const one of placeholders) out.add(one);
    for (const word of words) out.add(`w:${word}`);
    if (words.length > 1) out.add(`p:${words.join(' ')}`);
    for (const one of faced[at] ?? []) {
      if (at === 0) out.add(`^ ${one}`);
      if (next !== undefined) for (const other of faced[at + 1] ?? []) out.add(`${one} ${other}`);
    }
    if (next === undefined) out.add(`${main} $`);
    if (third !== undefined) out.add(`${main} ${next} ${third}`).add(`${main} _ ${third}`);
    if (fourth !== undefined) out.add(`${main} _ _ ${fourth}`);
  }
}

const few = (n: number, most: number): string => String(Math.min(n, most));

const isNew = ({ entities }: Thing | Mark): boolean => entities.length === 0;

/** How well what is named fits the record: its things, genes, databases, accessions. */
function fitOf({ focus }: Frame, cells: readonly Cell[], found: ReadonlySet<string>): readonly string[] {
  const own = found.has('OWN');
  const db = found.has('DB');
  const lost = found.has('ACC?');
  let things = 0;
  let strange = 0;
  let said = 0;
  let others = 0;
  let number = false;
  for (const { main, mark, placeholders } of cells) {
    if (!isNew(mark)) things += 1;
    if (placeholders.includes('NEW')) strange += 1;
    if (placeholders.includes('SAID')) said += 1;
    if (main === 'GENE:other') others += 1;
  }
  const databases = new Set<string>();
  const accessions: string[] = [];
  for (const mark of focus) {
    const database = databaseOf(mark);
    if (database !== null) databases.add(database);
    if (mark.accession?.found === 'identifier') accessions.push(mark.accession.database);
    number ||= mark.kind === 'number' && /^\d{4,}$/u.test(mark.text);
  }
  const fits = accessions.some((one) => databases.has(one)) ? '=db' : databases.size > 0 ? '!=db' : '';
  return [
    `things${few(things, 3)}`,
    `new${few(strange, 2)}`,
    `said${few(said, 2)}:things${things > 0}`,
    `others${few(others, 2)}:own${own}`,
    `others${others > 0}:own${own}:db${db}`,
    `beyond${found.has('BEYOND')}:db${db}:things${things > 0}`,
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
  let joint = 0;
  for (const one of record.references) if (hits.every((hit) => hit.includes(one))) joint += 1;
  const strange = focus.some(({ kind }) => kind === 'unknown' || kind === 'common');
  return [`ref${few(hits.length, 3)}:${few(joint, 2)}`, `refyear${years.length > 0}:strange${strange}`];
}

/** What the claim comes to, and whether the record has the year and the assembly that are stated. */
function claimedBy(
  { subject, clause, place, years, record }: Frame,
  { objects, whole, perturbed }: Outcome,
): readonly string[] {
  const { mood, claim } = clause;
  const direction = claim.direction ?? '-';
  const sign = claim.sign === null ? '0' : claim.sign > 0 ? '+' : claim.sign < 0 ? '-' : '~';
  const where = claim.where.length === 0 ? '-' : claim.where.some(isNew) ? 'new' : 'recorded';
  const family = claim.verb?.use === 'unknown' ? 'unknown' : (claim.family ?? '-');
  const isOfYear = (one: Reference): boolean => years.includes(referenceYear(one) ?? 0);
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
    ...(claim.perturbed === null ? [] : [`perturbed:${perturbed}:${objects}`]),
    `w:${whole}:${mood.kind}:${subject}`,
    `new:${claim.objects.some(isNew)}:${objects}:${subject}`,
    `v:${family}:${direction}:${objects}`,
    `v:${family}:${mood.kind}:${subject}`,
    ...(place === null
      ? []
      : ['place', `place:${place.chromosome !== null}:${place.spots.length > 0}:${subject}`]),
    ...(assemblies.length > 0 ? [`assembly:${assemblies.some(isHeld)}`] : []),
    ...(years.length > 0 ? [`year:${record.references.some(isOfYear)}`] : []),
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
  for (const one of [...fitOf(frame, cells, out), ...referencesOf(frame)]) out.add(`fit:${one}`);
  for (const one of claimedBy(frame, outcome)) out.add(`frame:${one}`);
  addBefore(before, cells, out);
  return [...out];
}
