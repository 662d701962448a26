import type { Frame } from './frame.js';
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

function addFit({ focus, record, years }: Frame, cells: readonly Cell[], out: Set<string>): void {
  const has = (placeholder: string): boolean =>
    cells.some(({ placeholders }) => placeholders.includes(placeholder));
  const fresh = cells.filter(({ placeholders }) => placeholders.includes('NEW')).length;
  const others = cells.filter(({ main }) => main === 'GENE:other').length;
  const named = cells.filter(({ mark }) => mark.entities.length > 0);
  const own = has('OWN');
  out
    .add(`fit:things${few(named.length, 3)}`)
    .add(`fit:new${few(fresh, 2)}`)
    .add(`fit:others${few(others, 2)}:own${own}`);
  out.add(`fit:others${others > 0}:own${own}:db${has('DB')}`);
  out.add(`fit:beyond${has('BEYOND')}:db${has('DB')}:things${named.length > 0}`);
  const databases = [...new Set(focus.flatMap((mark) => databaseOf(mark) ?? []))];
  const accessions = focus.flatMap(({ accession }) =>
    accession?.found === 'identifier' ? [accession.database] : [],
  );
  const number = focus.some(({ kind, text }) => kind === 'number' && /^\d{4,}$/u.test(text));
  out.add(`fit:db${few(databases.length, 2)}:acc${accessions.length > 0}:lost${has('ACC?')}:number${number}`);
  out.add(`fit:dbs${few(databases.length, 3)}`);
  if (accessions.length > 0)
    out.add(
      databases.some((one) => accessions.includes(one))
        ? 'fit:acc=db'
        : databases.length > 0
          ? 'fit:acc!=db'
          : 'fit:acc',
    );
  const hits = focus.flatMap(({ reference }) =>
    reference !== null && reference.by !== 'title' ? [reference] : [],
  );
  const joint = record.references.filter(({ id }) =>
    hits.every(({ references }) => references.some((one) => one.id === id)),
  );
  const strange = focus.some(({ kind }) => kind === 'unknown' || kind === 'common');
  if (hits.length > 0)
    out
      .add(`fit:ref${few(hits.length, 3)}:${few(joint.length, 2)}`)
      .add(`fit:refyear${years.length > 0}:strange${strange}`);
  else if (years.length > 0) out.add('fit:year alone');
}

function addFrame(frame: Frame, { objects, whole }: Outcome, out: Set<string>): void {
  const { subject, clause, place, years, record } = frame;
  const { mood, claim } = clause;
  const direction = claim.direction ?? '-';
  const sign = claim.sign === null ? '0' : claim.sign > 0 ? '+' : claim.sign < 0 ? '-' : '~';
  const where =
    claim.where.length === 0
      ? '-'
      : claim.where.some(({ entities }) => entities.length === 0)
        ? 'new'
        : 'recorded';
  const fresh = claim.objects.some(({ entities }) => entities.length === 0);
  const family = claim.verb?.use === 'unknown' ? 'unknown' : (claim.family ?? '-');
  for (const one of [
    mood.kind,
    `s:${subject}`,
    `d:${direction}:${objects}`,
    `${direction}:${sign}:${objects}`,
    `${mood.kind}:${direction}:${objects}:${where}`,
    `${subject}:${direction}:${objects}`,
    `${subject}:${direction}:${objects}:${where}`,
    `w:${whole}:${direction}:${where}`,
    `w:${whole}:${mood.kind}:${subject}`,
    `new:${fresh}:${objects}:${subject}`,
    `v:${family}:${direction}:${objects}`,
    `v:${family}:${mood.kind}:${subject}`,
  ])
    out.add(`frame:${one}`);
  if (claim.perturbed) out.add('frame:perturbed');
  const assemblies = record.locations.flatMap((one) => one.place?.assembly ?? []);
  if (place !== null && place.assemblies.length > 0)
    out.add(`frame:assembly:${place.assemblies.some((one) => assemblies.includes(one))}`);
  if (claim.means.length > 0)
    out.add(`frame:means:${claim.means.some(({ entities }) => entities.length === 0)}`);
  if (place !== null)
    out
      .add('frame:place')
      .add(`frame:place:${place.chromosome !== null}:${place.spots.length > 0}:${subject}`);
  if (years.length > 0)
    out.add(
      `frame:year:${record.references.some(({ issued }) => years.includes(issued?.['date-parts'][0][0] ?? 0))}`,
    );
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
  addFit(frame, cells, out);
  addFrame(frame, outcome, out);
  addBefore(before, cells, out);
  return [...out];
}
