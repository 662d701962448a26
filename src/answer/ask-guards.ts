import type { GeneRecord } from '../record/schema.js';
import { isSpeech, type Mark } from '../search/reading.js';
import type { Candidate } from './ask-candidate.js';
import { actionsOf } from './ask-claims.js';
import { DOUBTS } from './ask-doubts.js';
import { type Features, LEADS_IN } from './ask-features.js';
import {
  beyondReason,
  nothingReason,
  otherGeneReason,
  statementReason,
  unknownReason,
} from './ask-refusals.js';

/** Why a question must be refused although its words are known, and the rule that says so. */
export interface Guard {
  readonly reason: string;
  readonly rule: string;
  /** another clause of the message may still be answered */
  readonly soft?: boolean;
}

type Rule = (record: GeneRecord, features: Features, best: Candidate) => Guard | null;

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

function isDatabase(mark: Mark): boolean {
  return mark.terms.some(
    (term) => term.kind === 'database' || (term.kind === 'aspect' && term.aspect === 'refseq'),
  );
}

function isThing(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'thing');
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

/** "does it induce itself". */
const reflexive: Rule = (record, features, best) =>
  best.request.do === 'function' && features.word(/^(?:itself|themselves)$/u)
    ? { reason: statementReason(record, 'itself'), rule: 'an effect on itself' }
    : null;

/** A year beside a reference that is the year of none. */
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

/** The place of a motif, a cell or another gene is no place of this gene in the genome. */
const placeOfThing: Rule = (record, features, best) => {
  if (best.request.do !== 'locate') return null;
  const concrete = features.marks.find(
    (mark) =>
      mark.terms.some(
        (term) => term.kind === 'thing' && (term.group === 'motif' || term.group === 'structure'),
      ) ||
      mark.entities.some((id) => {
        const kind = record.entities.find((entity) => entity.id === id)?.kind;
        return kind === 'motif' || kind === 'cell' || kind === 'structure' || kind === 'gene';
      }),
  );
  return concrete === undefined
    ? null
    : { reason: statementReason(record, concrete.raw), rule: 'a place of something else' };
};

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

/** "who found the gene": not who wrote a reference, but who discovered the gene. */
const discoverer: Rule = (record, features, best) => {
  if (best.request.do !== 'cite' || features.references.length > 0 || features.has('citation')) return null;
  const things = features.marks.some((mark) => mark.entities.length > 0);
  const who = /^(?:who|whos|whose)$/u.test(features.words[0] ?? '');
  return who && !things && features.own.length > 0
    ? { reason: statementReason(record, ''), rule: 'who discovered the gene' }
    : null;
};

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

/** "the year it was renamed": the record has names, not when or why they were given. */
const dateOfName: Rule = (record, features, best) =>
  best.request.do === 'alias' && (features.word(/^(?:year|date|decade)$/u) || asksWhen(features))
    ? { reason: statementReason(record, ''), rule: 'when a name was given' }
    : null;

/** "when was ..."; "when I search" only says on what occasion. */
function asksWhen({ marks }: Features): boolean {
  return marks.some(
    ({ text }, at) =>
      text === 'when' && !/^(?:i|we|you|they|one|it|the|my|our)$/u.test(marks[at + 1]?.text ?? ''),
  );
}

/** "what do the letters stand for": an alias is recorded as it is, without the words behind it. */
const letters: Rule = (record, features, best) =>
  best.request.do === 'alias' &&
  best.request.name !== null &&
  features.own.some((mark) => mark.name?.kind === 'alias') &&
  !features.word(/^(?:many|list|listed)$/u) &&
  features.word(/^(?:letters?|expansion|expanded|expand|spelled out|initials)$/u)
    ? { reason: statementReason(record, ''), rule: 'the words behind an alias' }
    : null;

/** "which other genes lie there": a record places its own gene alone. */
const otherGenes: Rule = (record, features, best) => {
  if (best.request.do !== 'locate' || features.own.length > 0) return null;
  const mark = features.marks.find(
    (one, at) =>
      one.text === 'genes' && /^(?:other|which|what|any|the|all)$/u.test(features.marks[at - 1]?.text ?? ''),
  );
  return mark === undefined ? null : { reason: statementReason(record, mark.raw), rule: 'other genes there' };
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

/** "X vs Y potency": a comparison with another gene. */
const versus: Rule = (record, features, best) => {
  if (!best.aboutThings || features.own.length === 0) return null;
  const mark = features.marks.find(({ text }) => /^(?:vs|versus)$/u.test(text));
  const other = mark === undefined ? undefined : features.marks[features.marks.indexOf(mark) + 1];
  const gene = other?.terms.some((term) => term.kind === 'thing' && term.group === 'gene');
  return gene === true && other !== undefined
    ? { reason: statementReason(record, other.raw), rule: 'a comparison with another gene' }
    : null;
};

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

/** "how many splice variants has X": of another gene. */
const partsOfOther: Rule = (record, features, best) => {
  if (!best.aboutThings || features.own.length > 0 || features.word(/^its?$/u)) return null;
  const part = features.marks.some((mark) =>
    mark.terms.some((term) => term.kind === 'thing' && (term.group === 'motif' || term.thing === 'splicing')),
  );
  const gene = features.marks.find((mark) =>
    mark.entities.some((id) => record.entities.find((entity) => entity.id === id)?.kind === 'gene'),
  );
  return part && gene !== undefined
    ? { reason: otherGeneReason(record, gene), rule: 'a part of another gene' }
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

/** "IL-2 units per ml": amounts have units. */
const UNITS = /^(?:units?|iu|ng|ug|pg|mg|ml|mg ml|ng ml|molar|nm|um)$/u;

/** "when was that database founded": a record has no dates but those of its references. */
const dates: Rule = (record, features, best) =>
  (best.request.do === 'id' || best.request.do === 'locate') &&
  features.words[0] === 'when' &&
  asksWhen(features)
    ? { reason: statementReason(record, ''), rule: 'when something happened' }
    : null;

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

/** "is that a good journal": the record does not judge. */
const judgement: Rule = (record, features, best) =>
  best.request.do === 'cite' &&
  features.scope.yesNo &&
  features.word(
    /^(?:good|bad|great|worth|reliable|trustworthy|legit|prestigious|serious|enough|important|famous|nice|person|woman|man|alive|dead|rich|married)$/u,
  )
    ? { reason: statementReason(record, ''), rule: 'a judgement is asked for' }
    : null;

const RULES: readonly Rule[] = [
  ...DOUBTS,
  amounts,
  otherPapers,
  dates,
  methods,
  acrossSpecies,
  partsOfOther,
  placeOfObject,
  modifiers,
  aboutEntry,
  versus,
  paperCites,
  otherGenes,
  isoformId,
  judgement,
  countsGenes,
  strangeVerb,
  besides,
  citers,
  dateOfName,
  letters,
  whereOfThing,
  discoverer,
  needs,
  countsInPapers,
  definition,
  reasons,
  advice,
  emptyYesNo,
  reflexive,
  strangeYear,
  citingPapers,
  placeOfThing,
  whichMotif,
];

/** The first rule that forbids answering in the way that the words suggest, or null. */
export function guardOf(record: GeneRecord, features: Features, best: Candidate): Guard | null {
  for (const rule of RULES) {
    const guard = rule(record, features, best);
    if (guard !== null) return guard;
  }
  return null;
}
