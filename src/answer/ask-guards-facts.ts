import type { Mark } from '../search/reading.js';
import { type Features, LEADS_IN } from './ask-features.js';
import type { Rule } from './ask-guard.js';
import { isDatabase } from './ask-guard.js';
import { recordedKinds } from './ask-kinds.js';
import { statementReason, unknownReason } from './ask-refusals.js';

/** The place of a motif, a cell or another gene is no place of this gene in the genome. */
const placeOfThing: Rule = (record, features, best) => {
  if (best.request.do !== 'locate') return null;
  const concrete = features.marks.find(
    (mark) =>
      mark.terms.some(
        (term) => term.kind === 'thing' && (term.group === 'motif' || term.group === 'structure'),
      ) || recordedKinds(record, mark).some((kind) => /^(?:motif|cell|structure|gene)$/u.test(kind)),
  );
  return concrete === undefined
    ? null
    : { reason: statementReason(record, concrete.raw), rule: 'a place of something else' };
};

/** "location of the key": of something that no gene is. */
const placeOfObject: Rule = (record, features, best) => {
  if (best.request.do !== 'locate' || features.own.length > 0 || features.accessions.length > 0) return null;
  const of = features.marks.findIndex(({ text }) => text === 'of');
  const mark = features.marks
    .slice(of + 1)
    .find(
      (one) =>
        one.terms.some(({ kind }) => kind === 'generic') &&
        !/gene|protein|product|molecule|factor|one/u.test(one.text),
    );
  return of < 0 || mark === undefined || features.word(/^(?:its?|gene|protein)$/u)
    ? null
    : { reason: unknownReason(record, mark), rule: 'a place of something else' };
};

/** "which other genes lie there": a record places its own gene alone. */
const otherGenes: Rule = (record, features, best) => {
  if (best.request.do !== 'locate' || features.own.length > 0) return null;
  const mark = features.marks.find(
    (one, at) =>
      one.text === 'genes' && /^(?:other|which|what|any|the|all)$/u.test(features.marks[at - 1]?.text ?? ''),
  );
  return mark === undefined ? null : { reason: statementReason(record, mark.raw), rule: 'other genes there' };
};

/** "when was that database founded": a record has no dates but those of its references. */
const dates: Rule = (record, features, best) =>
  (best.request.do === 'id' || best.request.do === 'locate') &&
  ((features.words[0] === 'when' && asksWhen(features)) ||
    features.word(/^(?:date|modified|last modified|created|last changed)$/u))
    ? { reason: statementReason(record, ''), rule: 'when something happened' }
    : null;

/** "is the UniProt entry reviewed": what a database's entry is like, the record does not say. */
const aboutEntry: Rule = (record, features, best) => {
  if (best.request.do !== 'id' || !features.scope.yesNo || features.accessions.length > 0) return null;
  const first = features.marks.findIndex(
    ({ text }) => !/^(?:and|so|the|its|that)$/u.test(text) && !LEADS_IN.test(text),
  );
  const lead = features.marks[first]?.text ?? '';
  const behind = features.marks
    .slice(first + 1)
    .filter(({ text }) => !/^(?:the|its|that|their)$/u.test(text));
  if (!/^(?:is|are|was|has)$/u.test(lead) || behind[0] === undefined || !isDatabase(behind[0])) return null;
  const subject =
    features.own.length > 0 ||
    features.word(
      /^(?:its?|this|gene|protein|ids?|accession|entry|number|page|link|there|known|available)$/u,
    );
  const said =
    behind.find(({ kind }) => kind === 'common' || kind === 'unknown') ?? (subject ? undefined : behind[1]);
  return said === undefined
    ? null
    : { reason: unknownReason(record, said), rule: 'what an entry of a database is like' };
};

/** "which accession encodes the delta isoform": identifiers are those of the gene, not of one isoform. */
const isoformId: Rule = (record, features, best) => {
  const asked = best.request.do === 'id' ? isoformAsked(features) : null;
  return asked === null
    ? null
    : { reason: statementReason(record, asked.raw), rule: 'an identifier of one isoform' };
};

const GREEK_LETTER = /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta)$/u;

/** The word for one isoform in a question about identifiers, or null. */
export function isoformAsked(features: Features): Mark | null {
  const names = features.own.some((mark) => mark.name?.kind === 'isoform');
  const letter = features.marks.find(
    (mark, at) =>
      GREEK_LETTER.test(mark.text) &&
      [features.marks[at - 1], features.marks[at + 1]].some((one) =>
        /^(?:isoforms?|form|variant|splice variant)$/u.test(one?.text ?? ''),
      ),
  );
  return letter ?? (names && features.has('isoform') ? (features.own[0] ?? null) : null);
}

/** "will it work on mouse cells": the record has species, no effects across them. */
const acrossSpecies: Rule = (record, features, best) => {
  if (best.request.do !== 'species') return null;
  const author = features.marks.some((mark) => mark.reference?.by === 'author');
  const mark = features.marks.find(({ text }) =>
    /^(?:works?|active|functional|effective|reacts?|responds?|respond|acts?)$/u.test(text),
  );
  const asked = author
    ? features.marks.find((one) => one.reference?.by === 'author')
    : features.scope.yesNo
      ? mark
      : undefined;
  return asked === undefined
    ? null
    : { reason: statementReason(record, asked.raw), rule: 'an effect across species' };
};

/** "the year it was renamed": the record has names, not when or why they were given. */
const dateOfName: Rule = (record, features, best) =>
  best.request.do === 'alias' && (features.word(/^(?:year|date|decade)$/u) || asksWhen(features))
    ? { reason: statementReason(record, ''), rule: 'when a name was given' }
    : null;

/** "what do the letters stand for": an alias is recorded as it is, without the words behind it. */
const letters: Rule = (record, features, best) =>
  best.request.do === 'alias' &&
  best.request.name !== null &&
  features.own.some((mark) => mark.name?.kind === 'alias') &&
  !features.word(/^(?:many|list|listed)$/u) &&
  features.word(/^(?:letters?|expansion|expanded|expand|spelled out|initials)$/u)
    ? { reason: statementReason(record, ''), rule: 'the words behind an alias' }
    : null;

/** "when was ..."; "when I search" only says on what occasion. */
function asksWhen({ marks }: Features): boolean {
  return marks.some(
    ({ text }, at) =>
      text === 'when' && !/^(?:i|we|you|they|one|it|the|my|our)$/u.test(marks[at + 1]?.text ?? ''),
  );
}

/** What stands against giving names, identifiers, places and species. */
export const FACT_RULES: readonly Rule[] = [
  placeOfThing,
  placeOfObject,
  otherGenes,
  dates,
  aboutEntry,
  isoformId,
  acrossSpecies,
  dateOfName,
  letters,
];
