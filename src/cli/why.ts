import type { Explanation } from '../answer/ask.js';
import type { Mark } from '../search/marks.js';
import { stem } from '../search/stem.js';
import type { Term } from '../search/vocabulary.js';
import type { Claim } from '../understand/claim.js';
import type { Item, Thing } from '../understand/items.js';
import { type Model, pushesOf } from '../understand/model.js';
import type { LabelledQuestion } from './learn.js';

/** How an answer was found: exactly what was used. The labelled questions at the end are only the nearest ones. */

const INTENTS_SHOWN = 3;
const PUSHES_SHOWN = 8;
const NEAREST = 3;

function termText(term: Term): string {
  switch (term.kind) {
    case 'database':
      return `database ${term.database}${term.weak ? ' (weak)' : ''}`;
    case 'aspect':
      return `asks ${term.aspect}${term.weak ? ' (weak)' : ''}`;
    case 'thing':
      return `${term.group} ${term.thing}`;
    case 'beyond':
      return `beyond: ${term.what}`;
    case 'space':
      return `reference number ${term.space}`;
    case 'format':
      return `format ${term.format}`;
    case 'species':
      return `species ${term.species}`;
    case 'action':
      return `verb ${term.action}`;
    case 'activity':
    case 'generic':
      return term.kind;
  }
}

function markText(mark: Mark): string {
  const parts = [
    mark.name === null ? '' : `name ${mark.name.name} (${mark.name.kind})`,
    mark.accession === null ? '' : `accession ${mark.accession.base}: ${mark.accession.found}`,
    mark.entities.length === 0 ? '' : `in the record: ${mark.entities.join(', ')}`,
    mark.reference === null
      ? ''
      : `${mark.reference.by} of ${mark.reference.references.map(({ id }) => id).join(', ')}`,
    ...new Set(mark.terms.map(termText)),
  ].filter((part) => part !== '');
  const spelling = mark.fuzzy === null ? '' : ` (misspelt, score ${mark.fuzzy.toFixed(2)})`;
  return `  ${mark.kind.padEnd(9)} ${mark.raw}${spelling}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`;
}

const SIGNS = { '1': '+', '-1': '-', '0': '0' } as const;

function thingText({ entities, text }: Thing): string {
  return entities.length > 0 ? entities.join('/') : `"${text}" (not recorded)`;
}

function claimText(claim: Claim): string {
  const flags = [
    claim.negated ? 'denied' : '',
    claim.perturbed === null ? '' : `gene perturbed (${claim.perturbed})`,
    claim.only === null ? '' : `only (${claim.only})`,
    claim.universal ? 'all' : '',
    claim.foremost ? 'the main' : '',
    claim.hedged ? 'putative' : '',
    claim.proven ? 'proven' : '',
    claim.counts.length === 0 ? '' : `number ${claim.counts.join(', ')}`,
    claim.fewest === null ? '' : `at least ${claim.fewest}`,
  ].filter((flag) => flag !== '');
  const sign = claim.sign === null ? 'none' : SIGNS[`${claim.sign}`];
  return [
    `verb ${claim.family ?? 'none'}, sign ${sign}, gene ${claim.direction ?? 'neither acts nor is acted upon'}`,
    `objects: ${claim.objects.map(thingText).join(', ') || 'none'}`,
    ...(claim.where.length === 0 ? [] : [`where: ${claim.where.map(thingText).join(', ')}`]),
    ...(claim.means.length === 0 ? [] : [`by means of: ${claim.means.map(thingText).join(', ')}`]),
    ...(flags.length === 0 ? [] : [flags.join(', ')]),
  ].join('; ');
}

/** The words of the clause with the part that each plays. */
function itemLine(items: readonly Item[]): string {
  return items
    .filter(({ text }) => text !== '')
    .map(({ text, own, pronoun, thing, verb }) => {
      const part = own ? 'the gene' : pronoun ? 'stands for something' : thing !== null ? 'a thing' : '';
      const parts = [part, verb === null ? '' : `verb ${verb.family}`].filter((one) => one !== '');
      return parts.length === 0 ? text : `${text} (${parts.join(', ')})`;
    })
    .join(' | ');
}

function factLines({ weighed, decision }: Explanation): readonly string[] {
  const hits = weighed.hits.flat();
  const ruling =
    decision.do === 'answer' && decision.ruling !== null
      ? [`Verdict: ${decision.ruling.says} (${decision.ruling.row})`]
      : [];
  return [
    ...hits.map(({ fact, ruling: each }) => `  ${fact.statement.id}: ${each.says} (${each.row})`),
    ...ruling,
  ];
}

/** The labelled questions that share most words with one, the nearest first. */
function nearestQuestions(questions: readonly LabelledQuestion[], q: string): readonly LabelledQuestion[] {
  const words = (text: string): ReadonlySet<string> =>
    new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem));
  const asked = words(q);
  const shared = (other: ReadonlySet<string>): number => {
    const both = [...other].filter((word) => asked.has(word)).length;
    return both / Math.max(1, asked.size + other.size - both);
  };
  return questions
    .map((question) => ({ question, share: shared(words(question.q)) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, NEAREST)
    .map(({ question }) => question);
}

/** How an answer was found, in lines. */
export function whyText(
  explanation: Explanation,
  model: Model,
  questions: readonly LabelledQuestion[],
): string {
  const { frame, guesses, features, decision, answer } = explanation;
  const { reading, focus, clause, subject } = frame;
  const beside = reading.marks.filter((mark) => !focus.includes(mark));
  const [first, second] = guesses;
  const pushes =
    first === undefined || second === undefined
      ? []
      : pushesOf(model, features, first[0], second[0], PUSHES_SHOWN);
  const facts = factLines(explanation);
  return [
    'Recognised in what asks:',
    ...focus.filter(({ kind }) => kind !== 'everyday').map(markText),
    ...(beside.length === 0 ? [] : [`Beside it: ${beside.length} words that only tell`]),
    `Asked about: ${subject}; ${clause.mood.kind}${clause.mood.framed ? ', framed' : ''}${clause.mood.flipped ? ', turned round' : ''}`,
    `Read as: ${itemLine(clause.items)}`,
    `Claim: ${claimText(clause.claim)}`,
    ...(clause.claim.besides === null ? [] : [`No Yes or No: ${clause.claim.besides}`]),
    ...(clause.claim.unexplained.length === 0
      ? []
      : [`A fact must have these words, too: ${clause.claim.unexplained.join(', ')}`]),
    'Intents:',
    ...guesses
      .slice(0, INTENTS_SHOWN)
      .map(([intent, probability]) => `  ${intent} ${(probability * 100).toFixed(1)}%`),
    ...(pushes.length === 0 ? [] : [`What pushed towards ${first?.[0]} (+) or ${second?.[0]} (-):`]),
    ...pushes.map(({ feature, weight }) => `  ${weight > 0 ? '+' : ''}${weight.toFixed(2)} ${feature}`),
    ...(facts.length === 0 ? [] : ['Facts held against the claim:', ...facts]),
    `Decided: ${decision.do} (${decision.why})`,
    `Kind: ${answer.kind}${answer.verdict === null ? '' : `, verdict ${answer.verdict}`}`,
    'Nearest labelled questions:',
    ...nearestQuestions(questions, reading.tokens.text).map(
      ({ q, expect }) => `  "${q}" -> ${expect.join(' or ')}`,
    ),
  ].join('\n');
}
