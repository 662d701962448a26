import type { Mark } from '../search/reading.js';
import { actionsOf } from './ask-claims.js';
import type { Rule } from './ask-guard.js';
import { recordedKinds } from './ask-kinds.js';
import { nothingReason, otherGeneReason, statementReason } from './ask-refusals.js';

/** "which tyrosine", "which residue": the record names motifs, not where they are. */
const whichMotif: Rule = (record, features, best) => {
  if (!best.aboutThings) return null;
  const mark = features.marks.find((one, at) => {
    const motif =
      one.terms.some((term) => term.kind === 'thing' && term.group === 'motif') &&
      !/site|motif|sequence/u.test(one.text);
    return motif && /^(?:which|wich)$/u.test(features.marks[at - 1]?.text ?? '');
  });
  return mark === undefined
    ? null
    : { reason: statementReason(record, mark.raw), rule: 'one of several sites is asked for' };
};

/** "do macrophages need it": what is needed for what, the record does not say. */
const needs: Rule = (record, features, best) => {
  if (!best.aboutThings) return null;
  const mark = features.marks.find(
    (one, at) => /^(?:needs?|wants?)$/u.test(one.text) && (features.marks[at - 1]?.entities.length ?? 0) > 0,
  );
  return mark === undefined ? null : { reason: statementReason(record, mark.raw), rule: 'what is needed' };
};

/** "where is it expressed", "where does it get sulfated": the record has no places in the body or the protein. */
const whereOfThing: Rule = (record, features, best) =>
  best.request.do === 'function' && /^(?:where|wheres)$/u.test(features.words[0] ?? '')
    ? { reason: statementReason(record, ''), rule: 'a place in the body or the protein' }
    : null;

/** "X vs Y potency": a comparison with another gene. */
const versus: Rule = (record, features, best) => {
  if (!best.aboutThings) return null;
  const mark = features.marks.find(({ text }) => /^(?:vs|versus)$/u.test(text));
  if (mark !== undefined && features.own.length === 0 && !features.word(/^its?$/u))
    return { reason: nothingReason(record), rule: 'a comparison without the gene' };
  const other = mark === undefined ? undefined : features.marks[features.marks.indexOf(mark) + 1];
  const gene = other?.terms.some((term) => term.kind === 'thing' && term.group === 'gene');
  return gene === true && other !== undefined
    ? { reason: statementReason(record, other.raw), rule: 'a comparison with another gene' }
    : null;
};

/** "does ERK phosphorylate it": something else that acts on the gene's product. */
const modifiers: Rule = (record, features, best) => {
  if (!best.aboutThings) return null;
  const mark = features.marks.find((one, at) => {
    const before = features.marks[at - 1];
    const acts =
      before !== undefined &&
      (before.kind === 'other' ||
        before.terms.some((term) => term.kind === 'thing' && /^(?:pathway|gene|class)$/u.test(term.group)));
    const next = features.marks[at + 1];
    return (
      acts && /(?:ylate|fate|cleave)s?$/u.test(one.text) && (next?.kind === 'own' || next?.text === 'it')
    );
  });
  return mark === undefined
    ? null
    : { reason: statementReason(record, mark.raw), rule: 'something else acts on the gene' };
};

/** "which isoform gives more of it": statements are of the gene, not of one isoform. */
const whichIsoform: Rule = (record, features, best) => {
  if (!best.aboutThings || !features.word(/^(?:which|what|whichever)$/u)) return null;
  const mark = features.marks.find(({ text }) => /^isoforms?$/u.test(text));
  const acts = features.marks.some(
    (one) =>
      one.entities.length > 0 &&
      !one.terms.some(
        (term) => term.kind === 'thing' && (term.thing === 'splicing' || term.group === 'class'),
      ),
  );
  return mark === undefined || !acts
    ? null
    : { reason: statementReason(record, mark.raw), rule: 'one of several isoforms' };
};

/** "how many splice variants has X": of another gene. */
const partsOfOther: Rule = (record, features, best) => {
  if (!best.aboutThings || features.own.length > 0 || features.word(/^its?$/u)) return null;
  const part = features.marks.some((mark) =>
    mark.terms.some((term) => term.kind === 'thing' && (term.group === 'motif' || term.thing === 'splicing')),
  );
  const gene = features.marks.find((mark) => recordedKinds(record, mark).includes('gene'));
  return part && gene !== undefined
    ? { reason: otherGeneReason(record, gene), rule: 'a part of another gene' }
    : null;
};

/** "how many pg of it", "how many days": an amount that no record of this kind gives. */
const amounts: Rule = (record, features, best) => {
  if (best.request.do === 'help') return null;
  if (
    best.request.do === 'id' &&
    best.request.databases.includes('pubmed_search') &&
    features.word(/^many$/u)
  )
    return { reason: statementReason(record, ''), rule: 'an amount is asked for' };
  const at = features.marks.findIndex(
    (mark, place) => mark.text === 'many' && /^how$/u.test(features.marks[place - 1]?.text ?? ''),
  );
  const unit = features.marks.find(
    ({ text }, place) => UNITS.test(text) && features.marks[place + 1]?.text === 'per',
  );
  if (unit !== undefined)
    return { reason: statementReason(record, unit.raw), rule: 'an amount is asked for' };
  const counted = features.marks.slice(at + 1, at + 5);
  const [first] = counted;
  if (at < 0 || first === undefined || counted.some(isCountable)) return null;
  return first.kind === 'own' || first.kind === 'known'
    ? null
    : { reason: statementReason(record, first.raw), rule: 'an amount is asked for' };
};

/** "IL-2 units per ml": amounts have units. */
const UNITS = /^(?:units?|iu|ng|ug|pg|mg|ml|mg ml|ng ml|molar|nm|um)$/u;

/** What a record lists can be counted. */
function isCountable(mark: Mark): boolean {
  return mark.terms.some(
    (term) =>
      (term.kind === 'thing' && (term.group === 'motif' || term.thing === 'splicing')) ||
      (term.kind === 'aspect' && !term.weak) ||
      term.kind === 'database' ||
      term.kind === 'space' ||
      (term.kind === 'generic' && /^(?:isoforms?|facts?|ids?|accessions?|identifiers?)$/u.test(mark.text)),
  );
}

/** "how many genes are in the family": only what the record lists can be counted. */
const countsGenes: Rule = (record, features, best) => {
  const mark = features.marks.find(
    (one, at) =>
      features.marks[at - 1]?.text === 'many' &&
      features.marks[at - 2]?.text === 'how' &&
      /^(?:genes?|proteins?|members?|cells?|people|molecules?|families|family members|interleukins?|cytokines?)$/u.test(
        one.text,
      ),
  );
  return mark === undefined || best.request.do === 'help'
    ? null
    : { reason: statementReason(record, mark.raw), rule: 'a count of something beyond the gene' };
};

/** "does A attract B": a verb between two things that no statement uses. */
const strangeVerb: Rule = (record, features, best) => {
  const acts = features.marks.some((one) => actionsOf(one).some((action) => action !== 'link'));
  if (!best.aboutThings || !features.scope.yesNo || acts) return null;
  const isActor = (one: Mark | undefined): boolean =>
    one !== undefined && (one.kind === 'own' || one.kind === 'other' || one.entities.length > 0);
  const mark = features.marks.find((one, at) => {
    if ((one.kind !== 'common' && one.kind !== 'unknown') || /^(?:lacks?|miss|misses)$/u.test(one.text))
      return false;
    const after = features.marks[at + 1];
    const object = after !== undefined && DETERMINER.test(after.text) ? features.marks[at + 2] : after;
    return isActor(features.marks[at - 1]) && isActor(object) && after?.segment === one.segment;
  });
  return mark === undefined
    ? null
    : { reason: statementReason(record, mark.raw), rule: 'an effect that the record does not know' };
};

const DETERMINER = /^(?:the|a|an|any|some)$/u;

/** "does it induce itself". */
const reflexive: Rule = (record, features, best) =>
  best.request.do === 'function' && features.word(/^(?:itself|themselves)$/u)
    ? { reason: statementReason(record, 'itself'), rule: 'an effect on itself' }
    : null;

/** What stands against answering with statements. */
export const CLAIM_RULES: readonly Rule[] = [
  whichIsoform,
  whichMotif,
  needs,
  whereOfThing,
  versus,
  modifiers,
  partsOfOther,
  amounts,
  countsGenes,
  strangeVerb,
  reflexive,
];
