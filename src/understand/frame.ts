import type { GeneRecord } from '../record/schema.js';
import type { Mark, Reading } from '../search/marks.js';
import { type Clause, clauseOf } from './claim.js';
import { isIn } from './grammar.js';
import { is, isWhole, kindOf } from './items.js';
import { elliptical } from './mood.js';
import { placeOf, type StatedPlace } from './place.js';

/** What a question amounts to, before any fact is held against it. The code knows nothing of any gene. */
export interface Frame {
  readonly record: GeneRecord;
  readonly reading: Reading;
  /** the marks of what is asked; the rest only tells */
  readonly focus: readonly Mark[];
  /** accessions of what is asked, or of the whole text where that has none */
  readonly accessions: readonly NonNullable<Mark['accession']>[];
  readonly clause: Clause;
  /** whose facts are asked for */
  readonly subject: 'gene' | 'isoform' | 'other' | 'pronoun' | 'none';
  readonly place: StatedPlace | null;
  /** four-figure years, recorded or not */
  readonly years: readonly number[];
  /** what nothing explains, the weightiest first */
  readonly unknown: readonly Mark[];
}

/** Longer questions are told stories: their parts that do not ask are left out of the claim. */
const MOST_MARKS = 80;

/** The frame of a reading. */
export function frameOf(record: GeneRecord, reading: Reading): Frame {
  const focus = focusOf(reading);
  const last = focus.at(-1);
  const asked = last !== undefined && reading.tokens.asked.has(last.sentence);
  const read = pointed(reading, clauseOf(record, focus, asked));
  let stated = '';
  for (const mark of focus) stated += placeText(mark);
  const place = placeOf(stated, read.items);
  const tagged = read.mood.to < read.mood.length;
  const clause = (asked || tagged) && place !== null ? withPlace(read) : read;
  const told = accessionsOf(focus);
  return {
    record,
    reading,
    focus,
    accessions: told.length > 0 ? told : accessionsOf(reading.marks),
    clause,
    subject: subjectOf(focus),
    place,
    years: focus.flatMap(({ text: word }) => (/^(?:19|20)\d\d$/u.test(word) ? [Number(word)] : [])),
    unknown: focus.filter(
      ({ kind, terms }) => kind === 'unknown' || terms.some((term) => term.kind === 'beyond'),
    ),
  };
}

/** "I work on X. Does it ...", "X: does it ...": where another gene was named last before "it", that one may be meant. */
function pointed({ record, marks }: Reading, clause: Clause): Clause {
  const { items, mood, claim } = clause;
  const it = items.slice(mood.from, mood.to).find((item) => item.pronoun && !is(item, 'possessive'));
  if (it === undefined || claim.besides !== null || marks.some(({ kind }) => kind === 'own')) return clause;
  const isGene = ({ kind, entities }: Mark): boolean =>
    kind === 'other' || entities.some((id) => kindOf(record, id) === 'gene');
  const before = marks.some((mark) => mark.at < it.mark.at && mark.segment < it.mark.segment && isGene(mark));
  return before ? { ...clause, claim: { ...claim, besides: 'another gene may be meant' } } : clause;
}

/** "human GENE on chr7?": a place with a question mark asks whether it is so. */
function withPlace(clause: Clause): Clause {
  const { mood, items, claim } = clause;
  const asks = items.some((item) => is(item, 'question word') || is(item, 'asking'));
  if (mood.kind !== 'open' || asks || claim.negated) return clause;
  return { items, mood: elliptical(mood), claim };
}

/** What may tell a place: the numbers of accessions do not. */
function placeText({ accession, before, raw }: Mark): string {
  return accession === null || accession.found === 'unknown' ? before + raw : ' ';
}

function accessionsOf(marks: readonly Mark[]): Frame['accessions'] {
  return marks.flatMap(({ accession }) => accession ?? []);
}

function subjectOf(marks: readonly Mark[]): Frame['subject'] {
  const own = marks.find(({ kind }) => kind === 'own');
  if (own !== undefined) return own.name?.kind === 'isoform' ? 'isoform' : 'gene';
  if (marks.some(({ text }) => isIn('pronoun', text))) return 'pronoun';
  return marks.some(({ kind, entities }) => kind === 'other' && entities.length === 0) ? 'other' : 'none';
}

/** Kinds of words that say nothing of what is asked for. */
const SAYING_NOTHING: readonly string[] = ['action', 'generic', 'activity'];

/** Whether a mark says what is asked for; a cry for help alone does not. */
function says(mark: Mark): boolean {
  return (
    isWhole(mark) ||
    mark.terms.some(
      (term) => !SAYING_NOTHING.includes(term.kind) && !(term.kind === 'aspect' && term.aspect === 'help'),
    )
  );
}

/** The sentences that ask; where those say nothing alone ("Could you help?"), all that say something. */
function focusOf({ marks, tokens }: Reading): readonly Mark[] {
  const sentences = [...new Set(marks.map(({ sentence }) => sentence))];
  if (sentences.length < 2) return withoutOpening(marks).slice(-MOST_MARKS);
  const marked = sentences.filter((one) => tokens.asked.has(one));
  const opening = marks.filter(
    ({ sentence, text }, at) => sentence !== marks[at - 1]?.sentence && isIn('opening', text.split(' ')[0]),
  );
  const asking = marked.length > 0 ? marked : opening.map(({ sentence }) => sentence);
  const focus = marks.filter(({ sentence }) => asking.includes(sentence));
  if (focus.some(says)) return withoutOpening(focus).slice(-MOST_MARKS);
  const saying = new Set(marks.filter(says).map(({ sentence }) => sentence));
  const rest = marks.filter(({ sentence }) => saying.has(sentence) || asking.includes(sentence));
  return (saying.size > 0 ? rest : marks).slice(-MOST_MARKS);
}

/** Without what stands before a colon and neither says nor checks anything ("quick one for the legend: ..."). */
function withoutOpening(marks: readonly Mark[]): readonly Mark[] {
  const at = marks.findIndex(({ before }) => before.includes(':'));
  const tells = (mark: Mark): boolean => says(mark) || isIn('checking', mark.text);
  return at > 0 && !marks.slice(0, at).some(tells) && marks.slice(at).some(says) ? marks.slice(at) : marks;
}
