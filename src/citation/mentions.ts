import type { Reference } from '../record/schema.js';
import { firstSignature, signature } from '../record/words.js';
import { dateOf } from './fields.js';

export type MentionKind = 'doi' | 'pmid' | 'pmcid' | 'author-year';

/**
 * A reference that a text mentions, or something that looks like one and is not in the record ("unknown").
 * `start` and `end` are offsets in the text (UTF-16 units, `end` exclusive), `text` what stands there,
 * `value` the identifier without its dress: "10.1016/…", "15664165", "PMC2613539", "Kim 2005".
 */
export type Mention = { start: number; end: number; text: string; via: MentionKind; value: string } & (
  | { kind: 'known'; reference: Reference }
  | { kind: 'unknown' }
);

type Candidate = Omit<Mention, 'kind' | 'reference'> & { reference?: Reference };
type Finder = (text: string, references: readonly Reference[]) => Candidate[];

/**
 * The references that a message mentions, in order: by DOI, PMID, PMCID, a link to doi.org, PubMed, PMC or Europe PMC,
 * or as "Kim 2005", "Kim et al. (2005)", "Mabilleau & Sabokbar, 2009". Upper and lower case are the same; an identifier
 * matches whole or not at all, so one with a wrong digit comes back as unknown. Time grows linearly with the text.
 */
export function findReferenceMentions(text: string, references: readonly Reference[]): Mention[] {
  const candidates = FINDERS.flatMap((find) => find(text, references));
  const inOrder = candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const mentions: Mention[] = [];
  for (const { reference, ...found } of inOrder) {
    if (found.start < (mentions.at(-1)?.end ?? 0)) continue;
    mentions.push(
      reference === undefined ? { ...found, kind: 'unknown' } : { ...found, kind: 'known', reference },
    );
  }
  return mentions;
}

/** The known references among mentions, each once, in the order of their first mention. */
export function mentionedReferences(mentions: readonly Mention[]): Reference[] {
  return [...new Set(mentions.flatMap((mention) => (mention.kind === 'known' ? [mention.reference] : [])))];
}

const FINDERS: readonly Finder[] = [findDois, findPmids, findPmcids, findAuthorYears];

const DOI =
  /(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|\bdoi\s{0,3}:\s{0,3})?\b(10\.\d{4,9}(?:\/|%2F)[^\s"<>]+)/giu;
const PMIDS: readonly RegExp[] = [
  /\b(?:PMID|PubMed\s{1,3}ID)\s{0,3}[:#=]?\s{0,3}(\d{1,9})(?!\d)/giu,
  /\bPubMed\s{0,3}[:#=]?\s{0,3}(\d{6,9})(?!\d)/giu,
  /(?:https?:\/\/)?(?:www\.|m\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed|europepmc\.org\/(?:article|abstract)\/MED)\/(\d{1,9})(?!\d)\/?/giu,
];
const PMCIDS: readonly RegExp[] = [
  /\bPMCID\s{0,3}[:#=]?\s{0,3}(?:PMC\s?)?(\d{1,9})(?!\d)/giu,
  /\bPMC\s?(\d{1,9})(?!\d)/giu,
  /(?:https?:\/\/)?(?:www\.)?(?:pmc\.ncbi\.nlm\.nih\.gov\/articles|ncbi\.nlm\.nih\.gov\/pmc\/articles|europepmc\.org\/(?:articles?|abstract)(?:\/PMC)?)\/PMC(\d{1,9})(?!\d)\/?/giu,
];
const YEAR = /(?<![\p{L}\d])((?:18|19|20)\d\d)[a-z]?(?![\p{L}\d])/gu;

function findDois(text: string, references: readonly Reference[]): Candidate[] {
  return [...text.matchAll(DOI)].map((match) => {
    const raw = match[1] ?? '';
    const prefix = match[0].length - raw.length;
    const { reference, length } = knownDoi(raw, references);
    const found = raw.slice(0, length);
    return candidate(text, match.index, prefix + length, 'doi', decoded(found).toLowerCase(), reference);
  });
}

/** The longest reading of what follows "10." that is a DOI of the record, else the likeliest one. */
function knownDoi(raw: string, references: readonly Reference[]): { reference?: Reference; length: number } {
  const whole = trimmedLength(raw);
  const withoutQuery = trimmedLength(raw.slice(0, whole).replace(/[?#&|].*$/u, ''));
  const withoutView = raw
    .slice(0, withoutQuery)
    .replace(/(?:\/(?:full|abstract|pdf|epdf|meta)|\.pdf)$/iu, '').length;
  for (const length of new Set([whole, withoutQuery, withoutView])) {
    const doi = decoded(raw.slice(0, length)).toLowerCase();
    const reference = references.find((candidateReference) => candidateReference.DOI?.toLowerCase() === doi);
    if (reference !== undefined) return { reference, length };
  }
  return { length: withoutView };
}

/** Length without what belongs to the sentence: punctuation, Markdown marks, and brackets that it does not open itself. */
function trimmedLength(raw: string): number {
  let length = raw.length;
  const closing = new Map(
    [')', ']', '}'].map((mark, index) => [mark, balance(raw, '([{'.charAt(index), mark)]),
  );
  for (; length > 0; length--) {
    const last = raw.charAt(length - 1);
    const surplus = closing.get(last);
    if (surplus === undefined ? !/[.,;:!?'’”»*_~`|\\。，、；]/u.test(last) : surplus <= 0) break;
    if (surplus !== undefined) closing.set(last, surplus - 1);
  }
  return length;
}

/** How many more closing marks than opening ones. */
function balance(raw: string, open: string, close: string): number {
  return raw.split(close).length - raw.split(open).length;
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function findPmids(text: string, references: readonly Reference[]): Candidate[] {
  return allMatches(text, PMIDS).map((match) => {
    const pmid = match[1] ?? '';
    const reference = references.find((candidateReference) => candidateReference.PMID === pmid);
    return candidate(text, match.index, match[0].length, 'pmid', pmid, reference);
  });
}

function findPmcids(text: string, references: readonly Reference[]): Candidate[] {
  return allMatches(text, PMCIDS).map((match) => {
    const pmcid = `PMC${match[1] ?? ''}`;
    const reference = references.find((candidateReference) => candidateReference.PMCID === pmcid);
    return candidate(text, match.index, match[0].length, 'pmcid', pmcid, reference);
  });
}

/** Looks back from each year over a bounded stretch for the first author's family name. */
function findAuthorYears(text: string, references: readonly Reference[]): Candidate[] {
  const years = [...text.matchAll(YEAR)];
  if (years.length === 0) return [];
  const authored = references.filter((reference) => reference.author !== undefined).map(withAuthorPattern);
  return years.flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - AUTHOR_WINDOW), match.index);
    const named = authored.flatMap(({ reference, pattern }) => {
      const length = pattern.exec(before)?.[0].length;
      return length === undefined ? [] : [{ reference, length }];
    });
    const hit = named.find(({ reference }) => dateOf(reference.issued).year === Number(match[1]));
    const best = hit ?? named[0];
    if (best === undefined) return [];
    const opened = /[([]/u.test(before.slice(-best.length));
    const closing = opened && /[)\]]/u.test(text.charAt(match.index + match[0].length)) ? 1 : 0;
    const length = best.length + match[0].length + closing;
    const value = `${firstSignature(best.reference)} ${match[1]}`;
    return [candidate(text, match.index - best.length, length, 'author-year', value, hit?.reference)];
  });
}

function withAuthorPattern(reference: Reference): { reference: Reference; pattern: RegExp } {
  return { reference, pattern: authorPattern(reference) };
}

/** Characters before a year in which its authors must stand. */
const AUTHOR_WINDOW = 120;

/** "Kim", "Kim SH", "Kim et al.", "Kim and colleagues", "Kim's", "Kim & Han", up to the bracket or comma before the year. */
function authorPattern(reference: Reference): RegExp {
  const [first, second] = reference.author ?? [];
  const companions = [...COMPANIONS, ...(second === undefined ? [] : [signature(second)])]
    .map(anyCase)
    .join('|');
  const initials = '(?:,?\\s(?:\\p{Lu}\\.?[\\s-]?){1,3})?';
  const others = `(?:,?\\s(?:${anyCase('et')}\\.?\\s${anyCase('al')}\\.?|(?:and|AND|&|\\+)\\s(?:${companions})${initials}))?`;
  const before = `(?:['’]s)?[,.]?(?:\\sin)?\\s?[([]?(?:${MONTH_NAMES.map(anyCase).join('|')})?$`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${anyCase(first === undefined ? '' : signature(first))}${initials}${others}${before}`,
    'u',
  );
}

const COMPANIONS = ['colleagues', 'coworkers', 'co-workers'] as const;

/** As citations write a month before a year, with the space that follows it. */
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
]
  .concat(['November', 'December'])
  .flatMap((month) => [`${month} `, `${month.slice(0, 3)} `, `${month.slice(0, 3)}. `]);

/** A pattern for a literal in upper or lower case, with or without its diacritics ("ü" also matches "u"). */
function anyCase(literal: string): string {
  return Array.from(literal.normalize('NFC'), (character) => {
    const forms = [character, character.normalize('NFD').charAt(0)].flatMap((form) => [
      form.toLowerCase(),
      form.toUpperCase(),
    ]);
    const letters = new Set(forms.filter((form) => form.length === character.length));
    return /\p{L}/u.test(character) ? `[${[...letters].join('')}]` : escaped(character);
  }).join('');
}

function escaped(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function allMatches(text: string, patterns: readonly RegExp[]): RegExpExecArray[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
}

function candidate(
  text: string,
  start: number,
  length: number,
  via: MentionKind,
  value: string,
  reference: Reference | undefined,
): Candidate {
  const found = { start, end: start + length, text: text.slice(start, start + length), via, value };
  return reference === undefined ? found : { ...found, reference };
}
