import type { FactSource, Labelled, Lead } from './labelled.js';

/** What was answered: the kind of answer, the ids of its facts, and all that a person would read. */
export interface Given {
  readonly kind: string;
  readonly facts: readonly string[];
  readonly text: string;
}

/**
 * How one answer came out. `kind`: missed where nothing was asserted. `facts` and `lead` are null where no label says what is
 * right, and `facts` where nothing of the right kind was asserted. `right`: right in all of them.
 */
export interface Judged {
  readonly question: Labelled;
  readonly given: Given;
  readonly kind: 'right' | 'missed' | 'wrong';
  readonly facts: 'right' | 'wrong' | null;
  readonly lead: 'right' | 'missing' | 'wrong' | null;
  readonly right: boolean;
}

/** Answers that assert nothing. */
const ABSTAINING = ['none', 'help', 'clarify'];

function abstains({ kind }: Given): boolean {
  return ABSTAINING.includes(kind);
}

/**
 * The lead that a person reads: it stands at the start of the line below the title.
 * @param text an answer as the terminal prints it
 */
export function leadOf(text: string): Lead {
  const [, line = ''] = text.split('\n').filter((each) => each.trim() !== '');
  if (/^Yes[.,]/u.test(line)) return 'yes';
  if (/^No[.,]/u.test(line)) return 'no';
  return line.startsWith('The record does not say') ? 'unsaid' : 'none';
}

/** Holds one answer against its question. */
export function judge(question: Labelled, given: Given, record: FactSource): Judged {
  const kind = judgeKind(question.expect, given);
  const facts = kind === 'right' && !abstains(given) ? judgeFacts(question, given, record) : null;
  const lead = judgeLead(question, given);
  const right = kind === 'right' && facts !== 'wrong' && (lead === null || lead === 'right');
  return { question, given, kind, facts, lead, right };
}

function judgeKind(expected: Labelled['expect'], given: Given): Judged['kind'] {
  if (abstains(given)) {
    const isWanted = expected.includes('none') || (given.kind === 'help' && expected.includes('help'));
    return isWanted ? 'right' : 'missed';
  }
  return expected.some((label) => hasKind(label, given)) ? 'right' : 'wrong';
}

function hasKind(label: string, { kind, facts }: Given): boolean {
  if (!label.startsWith('id:')) return label === kind;
  return kind === 'identifier' && (label === 'id:all' || facts.some((fact) => fact.startsWith(`${label}:`)));
}

/** Every labelled fact is shown, and at most as many others as are labelled, and two. */
function judgeFacts({ expect, facts }: Labelled, given: Given, record: FactSource): Judged['facts'] {
  const implied = given.kind === 'identifier' ? impliedFacts(expect, record) : [];
  const wanted = (facts ?? implied).map((each) => each.split('|'));
  if (wanted.length === 0) return null;
  const shown = new Set(given.facts);
  const named = new Set(wanted.flat().map(withoutSpecies));
  const others = [...shown].filter((fact) => !named.has(withoutSpecies(fact))).length;
  const isComplete = wanted.every((either) => either.some((fact) => shown.has(fact)));
  return isComplete && others <= wanted.length + 2 ? 'right' : 'wrong';
}

/** An identifier without its species: that of another species is shown beside the gene's own, not in place of another fact. */
function withoutSpecies(fact: string): string {
  return fact.startsWith('id:') ? fact.split(':').slice(0, 2).join(':') : fact;
}

/** What a label for identifiers says of facts by itself: one database's, or every accession of the gene's own species. */
function impliedFacts(expected: Labelled['expect'], { identifiers }: FactSource): readonly string[] {
  const [first] = expected;
  const own = identifiers.filter(({ species }) => species === identifiers[0]?.species);
  if (first === 'id:all') {
    return own
      .filter(({ accession }) => accession !== null)
      .map(({ database, species }) => `id:${database}:${species}`);
  }
  const databases = expected.filter((label) => label.startsWith('id:'));
  const known = identifiers.filter(({ database }) => databases.includes(`id:${database}`));
  const any = known.map(({ database, species }) => `id:${database}:${species}`).join('|');
  return any === '' ? [] : [any];
}

/** A refusal and an answer without a lead both say neither Yes nor No. */
function judgeLead({ verdict }: Labelled, given: Given): Judged['lead'] {
  if (verdict === undefined) return null;
  const wanted = [verdict].flat();
  const lead = abstains(given) ? 'unsaid' : leadOf(given.text);
  if (wanted.includes(lead) || (lead === 'none' && wanted.includes('unsaid'))) return 'right';
  return lead === 'yes' || lead === 'no' ? 'wrong' : 'missing';
}

/** A share: how many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** The figures of a set of questions. */
export interface Score {
  readonly judged: readonly Judged[];
  /** kinds: right of the answerable; abstained (or else right) of those of which `none` is the first label; wrong of all */
  readonly right: Share;
  readonly abstained: Share;
  readonly wrong: Share;
  /** the labelled facts, of the answers of the right kind for which facts are labelled */
  readonly facts: Share;
  /** leads, of the questions for which one is labelled */
  readonly leads: Share;
  readonly wrongLeads: Share;
  /** right in kind, facts and lead, of all */
  readonly whole: Share;
}

function share(judged: readonly Judged[], isCounted: (one: Judged) => boolean): Share {
  return { count: judged.filter(isCounted).length, of: judged.length };
}

/** Adds answers up. */
export function scoreOf(judged: readonly Judged[]): Score {
  const isUnanswerable = ({ question: { expect } }: Judged) => expect[0] === 'none';
  const withFacts = judged.filter(({ facts }) => facts !== null);
  const withLead = judged.filter(({ lead }) => lead !== null);
  return {
    judged,
    right: share(
      judged.filter((one) => !isUnanswerable(one)),
      ({ kind }) => kind === 'right',
    ),
    abstained: share(judged.filter(isUnanswerable), ({ kind }) => kind === 'right'),
    wrong: share(judged, ({ kind }) => kind === 'wrong'),
    facts: share(withFacts, ({ facts }) => facts === 'right'),
    leads: share(withLead, ({ lead }) => lead === 'right'),
    wrongLeads: share(withLead, ({ lead }) => lead === 'wrong'),
    whole: share(judged, ({ right }) => right),
  };
}
