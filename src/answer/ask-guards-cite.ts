import type { Rule } from './ask-guard.js';
import { beyondReason, nothingReason, statementReason, unknownReason } from './ask-refusals.js';

/** A year beside a reference that is the year of none. */
/** "the reference she found was from 2009": a year alone, among words that have nothing to do with references. */
const yearAlone: Rule = (record, features, best) => {
  if (best.request.do !== 'cite' || features.own.length > 0) return null;
  const hits = features.marks.flatMap(({ reference }) =>
    reference === null || reference.by === 'title' ? [] : [reference],
  );
  const strange = features.marks.filter(({ kind }) => kind === 'common' || kind === 'unknown');
  const alone = hits.length > 0 && hits.every(({ by }) => by === 'year') && strange.length > 1;
  return alone && !features.marks.some((mark) => mark.entities.length > 0)
    ? { reason: nothingReason(record), rule: 'a year alone' }
    : null;
};

const strangeYear: Rule = (record, features, best) => {
  if (best.request.do !== 'cite' || (features.scope.yesNo && features.word(/^or$/u))) return null;
  const hits = features.marks.flatMap((mark) =>
    mark.reference === null ? [] : [{ mark, hit: mark.reference }],
  );
  const byYear = hits.filter(({ hit }) => hit.by === 'year');
  const byName = hits.filter(({ hit }) => hit.by === 'author' || hit.by === 'journal');
  const agree = byYear.some((year) =>
    byName.some(({ hit }) => hit.references.some((one) => year.hit.references.includes(one))),
  );
  const [stray] = byYear;
  if (stray !== undefined && byName.length > 0 && !agree) {
    return { reason: unknownReason(record, stray.mark), rule: 'a year of another reference' };
  }
  const byOther = features.marks.find((mark, at) => {
    const before = features.marks[at - 1];
    return mark.reference?.by === 'year' && /^(?:common|unknown)$/u.test(before?.kind ?? '');
  });
  if (byOther !== undefined && byName.length === 0)
    return { reason: unknownReason(record, byOther), rule: 'a reference of somebody else' };
  const year = features.marks.find((mark) => mark.kind === 'number' && /^(?:19|20)\d{2}$/u.test(mark.text));
  return year === undefined ? null : { reason: unknownReason(record, year), rule: 'a year of no reference' };
};

/** "how many papers cite it" asks for the citing ones, "how many papers are cited" for the cited ones. */
const citingPapers: Rule = (record, features, best) => {
  if (best.request.do !== 'cite') return null;
  const mark = features.marks.find(({ text }) => /^(?:cite|cites|citing)$/u.test(text));
  const [lead = ''] = features.words;
  const counts = mark?.text !== 'cites' && features.word(/^(?:many|often|times)$/u);
  return mark !== undefined && (counts || (mark.text !== 'cite' && /^(?:who|whos)$/u.test(lead)))
    ? { reason: beyondReason(record, mark), rule: 'citing papers' }
    : null;
};

/** "how many donors in the Smith study": the record counts references and authors, nothing in them. */
const countsInPapers: Rule = (record, features, best) => {
  if (best.request.do !== 'cite') return null;
  const at = features.marks.findIndex((mark) => mark.text === 'many');
  const counted = features.marks[at + 1];
  if (at < 0 || counted === undefined) return null;
  const known = counted.terms.some(
    (term) =>
      term.kind === 'aspect' &&
      (term.aspect === 'citation' || term.aspect === 'author' || term.aspect === 'evidence'),
  );
  return known ? null : { reason: unknownReason(record, counted), rule: 'a count of something in a paper' };
};

/** "who found the gene": not who wrote a reference, but who discovered the gene. */
const discoverer: Rule = (record, features, best) => {
  if (best.request.do !== 'cite' || features.references.length > 0 || features.has('citation')) return null;
  const things = features.marks.some((mark) => mark.entities.length > 0);
  const who = /^(?:who|whos|whose)$/u.test(features.words[0] ?? '');
  return who && !things && features.own.length > 0
    ? { reason: statementReason(record, ''), rule: 'who discovered the gene' }
    : null;
};

/** "papers citing Smith": those that cite are not in a record. */
const citers: Rule = (record, features, best) => {
  if (best.request.do !== 'cite') return null;
  const mark = features.marks.find((one, at) => {
    if (!/^(?:cites?|citing|cited)$/u.test(one.text)) return false;
    const before = features.marks[at - 1]?.text ?? '';
    const who = /^(?:that|who|which)$/u.test(before) ? (features.marks[at - 2]?.text ?? '') : before;
    return (
      /^(?:papers|articles|studies|publications|pubs|works?|authors|reviews)$/u.test(who) &&
      one.text !== 'cited'
    );
  });
  return mark === undefined ? null : { reason: beyondReason(record, mark), rule: 'citing papers' };
};

/** "does Smith 2009 cite Jones 2005": what stands in a paper. */
const paperCites: Rule = (record, features, best) => {
  if (best.request.do !== 'cite' || !features.scope.yesNo) return null;
  const authors = features.marks.filter((mark) => mark.reference?.by === 'author');
  const mark = features.marks.find(({ text }) => /^cites?$/u.test(text));
  return authors.length > 1 && mark !== undefined
    ? { reason: statementReason(record, mark.raw), rule: 'what a paper cites' }
    : null;
};

/** "did Smith use these cells": how a paper was made. */
const methods: Rule = (record, features, best) => {
  if (best.request.do !== 'cite' || !features.marks.some((mark) => mark.reference?.by === 'author'))
    return null;
  const mark = features.marks.find(({ text }) =>
    /^(?:use|used|uses|using|measured?|tested?|isolated?|cultured?|compared?|injected?|treated?|transfected|sequenced)$/u.test(
      text,
    ),
  );
  const asked = features.marks.some(
    (one, at) =>
      one.reference?.by === 'author' && /^(?:did|do|does)$/u.test(features.marks[at - 1]?.text ?? ''),
  );
  return mark === undefined || !(features.scope.yesNo || asked)
    ? null
    : { reason: statementReason(record, mark.raw), rule: 'how a paper was made' };
};

/** "their other papers": those that the record does not cite. */
const otherPapers: Rule = (record, features, best) => {
  if (best.request.do !== 'cite' || features.references.length === 0) return null;
  const mark = features.marks.find(
    (one, at) =>
      /^(?:other|another|more|further|additional|later|earlier)$/u.test(one.text) &&
      features.marks
        .slice(at + 1, at + 4)
        .some(({ text }) => /^(?:papers?|articles?|publications?|studies|study|works?)$/u.test(text)),
  );
  return mark === undefined ? null : { reason: beyondReason(record, mark), rule: 'other papers' };
};

/** "is that a good journal": the record does not judge. */
const judgement: Rule = (record, features, best) =>
  best.request.do === 'cite' &&
  features.scope.yesNo &&
  features.word(
    /^(?:good|bad|great|worth|reliable|trustworthy|legit|prestigious|serious|enough|important|famous|nice|person|woman|man|alive|dead|rich|married)$/u,
  )
    ? { reason: statementReason(record, ''), rule: 'a judgement is asked for' }
    : null;

/** What stands against giving references. */
export const REFERENCE_RULES: readonly Rule[] = [
  yearAlone,
  strangeYear,
  citingPapers,
  countsInPapers,
  discoverer,
  citers,
  paperCites,
  methods,
  otherPapers,
  judgement,
];
