import type { GeneRecord } from '../record/schema.js';
import { isSpeech, type Mark } from '../search/reading.js';
import type { Candidate } from './ask-candidate.js';
import { isThing } from './ask-candidate.js';
import { DOUBTS } from './ask-doubts.js';
import type { Features } from './ask-features.js';
import type { Guard, Rule } from './ask-guard.js';
import { isDatabase } from './ask-guard.js';
import { REFERENCE_RULES } from './ask-guards-cite.js';
import { CLAIM_RULES } from './ask-guards-claims.js';
import { FACT_RULES } from './ask-guards-facts.js';
import { nothingReason, statementReason } from './ask-refusals.js';

function speaksOfGene(features: Features): boolean {
  return (
    features.own.length > 0 || features.accessions.length > 0 || features.word(/^(?:it|its|this gene|gene)$/u)
  );
}

/** "what is OMIM", "what's an osteoclast", "explain alternative splicing": the word itself is asked about. */
const definition: Rule = (record, features) => {
  if (speaksOfGene(features)) return null;
  const lead = /^(?:what|whats|who|whos|wat|define|explain|describe)$/u.test(features.words[0] ?? '');
  if (!lead || features.word(/^(?:the|ids?|number|accession|link)$/u)) return null;
  const told = features.marks.filter(
    (mark) =>
      !isSpeech(mark) &&
      !isFaint(mark) &&
      !asksMeaning(mark) &&
      !/^(?:explain|define|describe)$/u.test(mark.text),
  );
  const [only] = told;
  const subject =
    only !== undefined &&
    told.length === 1 &&
    (only.entities.length > 0 || isDatabase(only) || isThing(only));
  return subject &&
    (features.words.length === 2 ||
      /^(?:is|are|a|an|does|explain|define|describe)$/u.test(features.words[1] ?? 'is'))
    ? { reason: nothingReason(record), rule: 'a word is asked about, not the gene' }
    : subject && /^(?:explain|define|describe)$/u.test(features.words[0] ?? '')
      ? { reason: nothingReason(record), rule: 'a word is asked about, not the gene' }
      : null;
};

/** A word that hints at a kind of fact at most ("does", "work"). */
function isFaint(mark: Mark): boolean {
  return mark.terms.length > 0 && mark.terms.every((term) => term.kind === 'aspect' && term.weak);
}

function asksMeaning(mark: Mark): boolean {
  return mark.terms.some(
    (term) => term.kind === 'aspect' && (term.aspect === 'names' || term.aspect === 'definition'),
  );
}

/** "how old", "how important". */
const MEASURES =
  /^(?!(?:do|does|did|can|could|many|about|come|is|are|was|would|should|will|to|you|u|r|it|this|that|the|s)$)/u;

/** "why is it called so", "how does UniProt curate": the record gives no reasons and no procedures. */
const reasons: Rule = (record, features, best) => {
  const [lead = '', next = ''] = features.words;
  if (best.request.do === 'help' || best.aboutThings) return null;
  if (
    /^(?:why|whys)$/u.test(lead) &&
    !(best.request.do === 'species' && features.word(/^(?:mistake|error|bug|empty|blank)$/u))
  )
    return { reason: statementReason(record, ''), rule: 'the record gives no reasons' };
  if (
    lead === 'how' &&
    best.strictness === 'tolerant' &&
    !speaksOfGene(features) &&
    !/^(?:do|can|many|about|would|should)$/u.test(next)
  ) {
    return { reason: nothingReason(record), rule: 'a procedure is asked for' };
  }
  if (lead === 'how' && best.request.do === 'card' && MEASURES.test(next))
    return { reason: statementReason(record, ''), rule: 'a measure is asked for' };
  const aimless =
    features.own.length === 0 && features.references.length === 0 && features.accessions.length === 0;
  if (lead === 'how' && next === 'to' && aimless)
    return { reason: nothingReason(record), rule: 'a procedure is asked for' };
  return null;
};

/** "should I ...": advice. */
const advice: Rule = (record, features, best) => {
  const [lead = '', next = ''] = features.words;
  const asks = /^(?:should|shd|must)$/u.test(lead) && /^(?:i|we)$/u.test(next);
  return asks && best.strictness !== 'tolerant'
    ? { reason: nothingReason(record), rule: 'advice is asked for', soft: true }
    : null;
};

/** A yes or no about the gene that no part of the record can give: "is it cool", "do you like it". */
const emptyYesNo: Rule = (record, features, best) =>
  best.request.do === 'card' &&
  !features.has('summary') &&
  (features.scope.yesNo || features.word(/^(?:like|love|hate)$/u))
    ? { reason: statementReason(record, ''), rule: 'nothing that could be yes or no' }
    : null;

/** "what else is there besides it": what is not the gene, the record does not hold. */
const besides: Rule = (record, features, best) => {
  if (best.request.do !== 'locate' && best.request.do !== 'card' && best.request.do !== 'function')
    return null;
  const mark = features.marks.find((one, at) => {
    const before = features.marks.slice(Math.max(0, at - 2), at).map(({ text }) => text);
    const excludes = /^(?:besides?|except|excluding|apart from|other than|aside from|instead of)$/u;
    return (
      one.kind === 'own' && (excludes.test(before[1] ?? before[0] ?? '') || excludes.test(before.join(' ')))
    );
  });
  return mark === undefined ? null : { reason: nothingReason(record), rule: 'something else than the gene' };
};

const RULES: readonly Rule[] = [
  ...DOUBTS,
  ...CLAIM_RULES,
  ...REFERENCE_RULES,
  ...FACT_RULES,
  definition,
  reasons,
  advice,
  emptyYesNo,
  besides,
];

/** The first rule that forbids answering in the way that the words suggest, or null. */
export function guardOf(record: GeneRecord, features: Features, best: Candidate): Guard | null {
  for (const rule of RULES) {
    const guard = rule(record, features, best);
    if (guard !== null) return guard;
  }
  return null;
}
