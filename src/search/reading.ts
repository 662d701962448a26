import type { GeneName, GeneRecord } from '../record/schema.js';
import { type AccessionFind, type AccessionMention, resolveAccession, scanAccessions } from './accessions.js';
import { everyday, isForeignGlue, longEverydayWords } from './everyday.js';
import { foreignTerms } from './foreign.js';
import { indexWords, LEXICON, longestPhrase, nearWords } from './lexicon.js';
import { findName, isSymbolShaped } from './names.js';
import { readable } from './normalise.js';
import { once } from './once.js';
import { isOrdinary } from './ordinary.js';
import { geneKey, indexOf, type RecordIndex } from './record-index.js';
import { type ReferenceHit, referenceHitAt } from './references.js';
import { withSpokenNames } from './spoken.js';
import { root, stem } from './stem.js';
import { type Token, type Tokens, tokenise } from './tokens.js';
import { entitiesAt } from './topics.js';
import { type Term, vocabulary } from './vocabulary.js';

/**
 * What a run of words was recognised as.
 * - `own`: a name of the gene; `other`: shaped like a gene's name but none of this gene's; `accession`: an accession
 * - `known`: the vocabulary or the record knows the words; `number`: a number without a meaning of its own
 * - `everyday`, `matter`, `common`: speech, the later the weightier; `foreign`: a script whose words we cannot tell apart; `unknown`: a weighty word nobody knows
 */
export type MarkKind =
  | 'own'
  | 'other'
  | 'accession'
  | 'known'
  | 'number'
  | 'everyday'
  | 'matter'
  | 'common'
  | 'foreign'
  | 'unknown';

/** One recognised run of words of a question. */
export interface Mark {
  readonly kind: MarkKind;
  /** index of its first token, and how many it takes */
  readonly at: number;
  readonly length: number;
  /** lower case, as read */
  readonly text: string;
  /** as typed */
  readonly raw: string;
  readonly sentence: number;
  readonly segment: number;
  /** what stands before it: punctuation, a space, or nothing */
  readonly before: string;
  readonly name: GeneName | null;
  readonly accession: AccessionFind | null;
  readonly terms: readonly Term[];
  /** entities of the record */
  readonly entities: readonly string[];
  readonly reference: ReferenceHit | null;
  /** Fuse.js score when the word was misspelt, else null */
  readonly fuzzy: number | null;
}

/** A text as read against one record. */
export interface Reading {
  readonly record: GeneRecord;
  readonly tokens: Tokens;
  readonly marks: readonly Mark[];
}

/** Talk: words that ask, greet and point, and what a lab talks about. */
export function isSpeech(mark: Mark): boolean {
  return mark.kind === 'everyday' || mark.kind === 'matter';
}

interface Draft {
  kind: MarkKind;
  /** the word that a misspelt one was taken for */
  text?: string;
  length: number;
  name?: GeneName;
  accession?: AccessionFind;
  terms?: readonly Term[];
  entities?: readonly string[];
  reference?: ReferenceHit | null;
  fuzzy?: number;
}

const MAX_NAME_TOKENS = 4;
const GREEK_NAME =
  /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/u;
/** Words behind a hyphen that make a compound of a gene's name, not another gene (IL-2-induced). */
const SUFFIX_WORD = /^[a-z]{5,}$/u;

function joined(tokens: readonly Token[], at: number, length: number): string | null {
  let text = '';
  for (let n = 0; n < length; n += 1) {
    const token = tokens[at + n];
    if (
      token === undefined ||
      (n > 0 && !/^[ _-]?$/u.test(token.before.trim() === '' ? '' : token.before.trim()))
    )
      return null;
    text += (n > 0 ? ' ' : '') + token.text;
  }
  return text;
}

/** Whether a word can begin one of the gene's names: cheap, so that most words are not compared. */
function mayBeginName(index: RecordIndex, token: Token): boolean {
  if (sharesStart(index, token.text)) return true;
  const bare = token.text.replace(/^(?:rhu|rh|rec|hu|hr|r|h)(?=.)/u, '');
  return bare !== token.text && sharesStart(index, bare);
}

function sharesStart({ names, initials }: RecordIndex, text: string): boolean {
  if (!initials.has(text[0] ?? '')) return false;
  for (const key of names.keys()) if (key.startsWith(text) || text.startsWith(key)) return true;
  return false;
}

function ownName(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const first = tokens[at];
  const spelled = index.spelledNames.find(({ words }) =>
    words.every((word, n) => tokens[at + n]?.text === word),
  );
  if (spelled !== undefined) return { kind: 'own', length: spelled.words.length, name: spelled.name };
  if (first === undefined || !mayBeginName(index, first)) return null;
  let best: Draft | null = null;
  for (let length = 1; length <= MAX_NAME_TOKENS; length += 1) {
    const text = joined(tokens, at, length);
    if (text === null) break;
    const last = tokens[at + length - 1];
    if (
      length > 1 &&
      last !== undefined &&
      last.text.length === 1 &&
      last.before !== '-' &&
      last.text === 'a'
    )
      continue;
    const name = findName(index.record, text);
    if (name !== null) best = { kind: 'own', length, name };
  }
  return best === null ? null : withoutSuffix(tokens, at, best);
}

/** `IL-2 zeta`, `IL-2R`, `IL-2-BP`: the gene's name with something behind it that is not listed is another thing. */
function withoutSuffix(tokens: readonly Token[], at: number, own: Draft): Draft {
  const next = tokens[at + own.length];
  if (next === undefined) return own;
  if (/^[ -]$/u.test(next.before) && GREEK_NAME.test(next.text))
    return { kind: 'other', length: own.length + 1 };
  if (next.before === '-' && /^(?:like|related|derived)$/u.test(next.text))
    return { kind: 'other', length: own.length + 1 };
  if (next.before === '-' && next.text.length <= 3 && !/^(?:the|and|is|in|id|ids|of)$/u.test(next.text)) {
    return { kind: 'other', length: own.length + 1 };
  }
  return own;
}

/** `IL-33`, `interleukin 33`, `il 33`: the letters of one of the gene's names with another number. */
function sibling(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first === undefined) return null;
  if (
    second !== undefined &&
    index.families.has(first.text) &&
    /^\d{1,4}[a-z]{0,6}$/u.test(second.text) &&
    /^[ _-]?$/u.test(second.before)
  ) {
    const third = tokens[at + 2];
    return {
      kind: 'other',
      length: third !== undefined && /^[ -]$/u.test(third.before) && GREEK_NAME.test(third.text) ? 3 : 2,
    };
  }
  return index.lettered.has(first.text.slice(0, -1)) ? { kind: 'other', length: 1 } : null;
}

/** Anything shaped like a gene symbol, `NKX2-5` and `CD-14` included. */
function symbol(tokens: readonly Token[], at: number): Draft | null {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first === undefined) return null;
  const hyphened =
    second?.before === '-' && /^(?:\d{1,4}[a-z]{0,3}|[a-z]\d{0,2})$/u.test(second.text) ? second.text : null;
  if (hyphened !== null && /^[a-z]{2,6}\d{0,3}$/u.test(first.text) && isSymbolShaped(first.text + hyphened)) {
    if (everyday(first.text, first.stem) === null || isForeignGlue(first.text))
      return { kind: 'other', length: 2 };
  }
  return isSymbolShaped(first.text) && everyday(first.text, first.stem) === null
    ? { kind: 'other', length: 1 }
    : null;
}

const ACRONYM = /^[A-Z][A-Z0-9]{1,6}[a-z]?$/u;

function isShouting(text: string): boolean {
  if (/[a-z]/u.test(text)) return false;
  const letters = text.replace(/[^A-Za-z]/gu, '');
  return letters.length > 12;
}

/** Everyday words in small letters are no acronyms: `er` is not the endoplasmic reticulum. */
function plausible(token: Token, terms: readonly Term[], length: number): readonly Term[] {
  if (length === 1 && /ed$/u.test(token.text) && everyday(token.text, token.stem) !== null)
    return terms.filter((term) => term.kind !== 'thing' || term.forms.includes(token.text));
  if (length > 1 || token.text.length > 3 || everyday(token.text, token.stem) === null) return terms;
  if (ACRONYM.test(token.raw)) return terms;
  return terms.filter((term) => term.kind !== 'beyond' && term.kind !== 'thing' && term.kind !== 'activity');
}

/** What a record speaks of is not beyond it: "receptors" where a sentence has receptors. */
function withoutSaid(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
  length: number,
  terms: readonly Term[],
): readonly Term[] {
  const said = tokens.slice(at, at + length).every(({ stem }) => index.statementWords.has(stem));
  const cited = referenceHitAt(index, tokens, at, false);
  const journal = cited !== null && cited.by !== 'title' && cited.length >= length;
  return said || journal ? terms.filter(({ kind }) => kind !== 'beyond') : terms;
}

function known(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const phrase = longestPhrase(tokens, at);
  const entity = entitiesAt(index, tokens, at);
  const reference = referenceHitAt(index, tokens, at, false);
  const length = Math.max(
    phrase?.length ?? 0,
    entity?.length ?? 0,
    reference?.by === 'title' ? 0 : (reference?.length ?? 0),
  );
  if (length === 0) {
    const kin = index.roots.get(root(token.text));
    if (kin !== undefined) return { kind: 'known', length: 1, entities: kin };
    return reference === null ? null : { kind: 'known', length: 1, reference };
  }
  const terms =
    phrase?.length === length
      ? withoutSaid(index, tokens, at, length, plausible(token, phrase.terms, length))
      : [];
  const part = length === 1 ? (index.parts.get(token.stem) ?? []) : [];
  const entities = entity?.length === length ? entity.entities : part;
  const hit = reference !== null && reference.length <= length ? reference : null;
  if (terms.length === 0 && entities.length === 0 && hit === null) return null;
  return { kind: 'known', length, terms, entities, reference: hit };
}

function fuzzyKnown(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const words = nearWords(token.stem, LEXICON.words)[0];
  const reference = referenceHitAt(index, tokens, at, true);
  const inRecord = nearWords(token.stem, index.fuzzy)[0];
  if (reference !== null && inRecord !== undefined && inRecord.score <= (words?.score ?? 1)) {
    return {
      kind: 'known',
      length: 1,
      reference,
      fuzzy: inRecord.score,
      entities: index.phrases.get(inRecord.key) ?? [],
    };
  }
  const best = inRecord !== undefined && inRecord.score < (words?.score ?? 1) ? inRecord : words;
  if (best === undefined) return null;
  const terms = LEXICON.phrases.get(best.key) ?? [];
  const entities = index.phrases.get(best.key) ?? [];
  if (terms.length === 0 && entities.length === 0) return null;
  return { kind: 'known', length: 1, terms, entities, fuzzy: best.score };
}

/** "box 7", "reviewer 2": a number of everyday things. */
function countsThings(before: Token | undefined): boolean {
  return before !== undefined && everyday(before.text, before.stem) === 'matter';
}

/** `pcDNA3`, `pEGFP`: plasmids. */
const VECTOR = /^p(?:cDNA|E?GFP|ET|GEX|UC|BR|CMV|LKO|Lenti|MSCV|GL|X)[A-Za-z]{0,5}\d{0,3}$/u;
/** `gene2go`, `bam2bed`: tools and tables that turn one thing into another. */
const CONVERTER =
  /^(?:mim|tx|gene|genes|bam|sam|bed|gff|gtf|fastq|fasta|id|ids|ensembl|entrez|symbol|vcf|csv|tsv|json|xml|probe|name|acc)2(?:tx|gene|genes|go|bam|sam|bed|gff|gtf|fastq|fasta|id|ids|ensembl|entrez|symbol|vcf|csv|tsv|json|xml|probe|name|acc)$/u;

/** "6h", "10min", "2pm", "24hrs". */
const TIME = /^\d{1,4}(?:h|hr|hrs|hour|hours|min|mins|sec|secs|s|d|days|wk|wks|am|pm|st|nd|rd|th)$/u;
const TIME_UNIT =
  /^(?:h|hr|hrs|hours?|mins?|minutes?|secs?|seconds?|days?|weeks?|wks?|months?|years?|yrs?|am|pm|oclock|fold|times|percent|x)$/u;

function isTimed(token: Token | undefined): boolean {
  return token !== undefined && TIME_UNIT.test(token.text);
}

/** "5 fold": how much, whatever a fold is elsewhere. */
function withoutFold(tokens: readonly Token[], at: number, found: Draft | null): Draft | null {
  if (found === null || found.length > 1) return found;
  const times = tokens[at]?.text === 'fold' && /^\d/u.test(tokens[at - 1]?.text ?? '');
  return times ? null : found;
}

function speech(token: Token, before: Token | undefined, next: Token | undefined): Draft | null {
  if (/^\d/u.test(token.text)) {
    const counts = TIME.test(token.text) || countsThings(before) || isTimed(next);
    return { kind: counts ? 'everyday' : 'number', length: 1 };
  }
  if (/^\d/u.test(before?.text ?? '') && isTimed(token)) return { kind: 'everyday', length: 1 };
  const level = everyday(token.text, token.stem);
  if (level === 'common' || level === 'matter') return { kind: level, length: 1 };
  if (level !== null) return { kind: 'everyday', length: 1 };
  return isOrdinary(token.text) ? { kind: 'common', length: 1 } : null;
}

/** Initials behind an author's name ("Smith JA"). */
function isInitials(tokens: readonly Token[], at: number, index: RecordIndex): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  return (
    token !== undefined &&
    before !== undefined &&
    /^[A-Z]{1,3}$/u.test(token.raw) &&
    index.authors.has(before.stem)
  );
}

/** `chr16`, `chrX`: a place on a chromosome. */
function chromosomeTerms(token: Token): readonly Term[] {
  return /^chr(?:\d{1,2}|x|y|mt?)$/u.test(token.text) ? (LEXICON.phrases.get('chr') ?? []) : [];
}

function geneEntity(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
  length: number,
): readonly string[] {
  return index.genes.get(geneKey(joined(tokens, at, length) ?? '')) ?? [];
}

/** A gene the record mentions, with something short behind a hyphen (TNF-R1), is another gene. */
function extended(tokens: readonly Token[], at: number, draft: Draft): Draft {
  const next = tokens[at + draft.length];
  const greek = next !== undefined && next.before === '-' && GREEK_NAME.test(next.text);
  if (greek && draft.terms?.some((term) => term.kind === 'thing' && term.group === 'gene') === true)
    return { kind: 'other', length: draft.length + 1 };
  if (next === undefined || next.before !== '-' || SUFFIX_WORD.test(next.text) || GREEK_NAME.test(next.text))
    return draft;
  const isGene =
    draft.terms?.some((term) => term.kind === 'thing' && term.group === 'gene') === true ||
    draft.kind === 'other';
  return isGene && /^(?:[a-z]{0,2}\d{1,2}|r[ab]?|bp)$/u.test(next.text)
    ? { kind: 'other', length: draft.length + 1 }
    : draft;
}

/** A run of words of which one is misspelt ("cell attachement seqeunces") and which only together mean something. */
function mendedKnown(
  index: RecordIndex,
  tokens: readonly Token[],
  mended: readonly Mended[],
  at: number,
): Draft | null {
  if (mended === tokens) return null;
  const found = known(index, mended, at);
  if (found === null || found.length < 2 || found.reference != null) return null;
  const run = mended.slice(at, at + found.length);
  const same = run.some((token, n) => {
    const read = token.mended === true && fuzzyKnown(index, tokens, at + n) !== null;
    const alone = read ? LEXICON.phrases.get(token.stem) : undefined;
    return alone !== undefined && (found.terms ?? []).every((term) => alone.includes(term));
  });
  return !same && run.some((token) => token.mended) ? { ...found, fuzzy: MENDED_SCORE } : null;
}

interface Mended extends Token {
  readonly mended?: boolean;
}

const MENDED_SCORE = 0.2;
const MENDABLE_LETTERS = 6;
/** Longer texts are no questions in which one phrase decides. */
const MOST_MENDED = 60;

/** The words of a text, those that nobody knows put right after the words that phrases of the vocabulary are made of. */
function mend(index: RecordIndex, tokens: readonly Token[]): readonly Mended[] {
  if (tokens.length > MOST_MENDED) return tokens;
  const read = tokens.map((token): Mended => {
    if (token.text.length < MENDABLE_LETTERS || isKnownWord(index, token)) return token;
    const [best] = nearWords(token.stem, LEXICON.parts);
    if (best !== undefined) return { ...token, stem: best.key, mended: true };
    const [plain] = nearWords(token.text, everydayIndex());
    return plain === undefined || plain.score > EVERYDAY_SLIP
      ? token
      : { ...token, stem: stem(plain.key), mended: true };
  });
  return read.some(({ mended }) => mended) ? read : tokens;
}

function isKnownWord(index: RecordIndex, { text, stem }: Token): boolean {
  return (
    LEXICON.partWords.has(stem) ||
    everyday(text, stem) !== null ||
    isOrdinary(text) ||
    index.phrases.has(stem) ||
    index.authors.has(stem)
  );
}

const FOREIGN_LETTER = /[^\p{Script=Latin}\p{N}]/u;

function draftAt(
  index: RecordIndex,
  tokens: readonly Token[],
  mended: readonly Mended[],
  at: number,
  shouting: boolean,
): Draft {
  const token = tokens[at];
  if (token === undefined) return { kind: 'unknown', length: 1 };
  if (FOREIGN_LETTER.test(token.text)) return foreign(index, tokens, at);
  if (
    tokens[at + 1]?.before === '-' &&
    tokens[at + 1]?.text === 'style' &&
    known(index, tokens, at)?.length === 1
  )
    return { kind: 'everyday', length: 2 };
  if (token.before === '.' && ADDRESS_END.test(token.text)) return { kind: 'everyday', length: 1 };
  if (tokens[at + 1]?.before.startsWith('|') === true && HEADER.test(token.text))
    return { kind: 'everyday', length: 1 };
  const own = ownName(index, tokens, at);
  const exact = withoutFold(tokens, at, known(index, tokens, at));
  const repaired = mendedKnown(index, tokens, mended, at);
  const found = repaired !== null && repaired.length > (exact?.length ?? 0) ? repaired : exact;
  if (own !== null && own.length >= (found?.length ?? 0)) return own;
  if (own === null && found === null && (CONVERTER.test(token.text) || VECTOR.test(token.raw)))
    return { kind: 'matter', length: 1 };
  const gene = sibling(index, tokens, at) ?? symbol(tokens, at);
  if (gene?.length === 1 && own === null && NUMBERED.test(tokens[at - 1]?.text ?? ''))
    return { kind: 'everyday', length: 1 };
  if (gene !== null && gene.length >= (found?.length ?? 0)) {
    const entities = geneEntity(index, tokens, at, gene.length);
    const same = found !== null && found.length === gene.length ? found : null;
    if (same?.reference?.by === 'author' || same?.reference?.by === 'journal') return same;
    if (same !== null && (same.entities?.length ?? 0) > 0)
      return extended(tokens, at, { ...same, kind: 'known' });
    if (same?.terms?.some((term) => term.kind !== 'thing' || term.group !== 'gene') === true) return same;
    return { kind: 'other', length: gene.length, entities };
  }
  const parted = found === null || found.length === 1 ? particleVerb(tokens, at) : null;
  if (parted !== null) return { kind: 'known', length: 1, terms: parted };
  if (found !== null) return extended(tokens, at, found);
  if (index.letters.has(token.text) && GREEK_NAME.test(token.text)) return { kind: 'matter', length: 1 };
  const said = speech(token, tokens[at - 1], tokens[at + 1]);
  const translated = foreignTerms(token.text);
  if (translated.length > 0 && said?.kind !== 'everyday') return foreign(index, tokens, at);
  if (said !== null) return said;
  if (isInitials(tokens, at, index)) return { kind: 'everyday', length: 1 };
  const chromosome = chromosomeTerms(token);
  if (chromosome.length > 0) return { kind: 'known', length: 1, terms: chromosome };
  if (!shouting && ACRONYM.test(token.raw) && token.text.length <= 6) return { kind: 'unknown', length: 1 };
  const misspelt = fuzzyKnown(index, tokens, at);
  return (
    misspeltEveryday(index, tokens, at, misspelt?.fuzzy ?? 1) ?? misspelt ?? { kind: 'unknown', length: 1 }
  );
}

/** One slip in six letters. */
const EVERYDAY_SLIP = 0.17;

const everydayIndex = once(() => {
  const forms = vocabulary().flatMap((term) => term.forms.flatMap((form) => form.split(' ')));
  const spelt = forms.filter((word) => /^\p{L}{6,}$/u.test(word) && everyday(word, stem(word)) !== null);
  return indexWords(new Set([...longEverydayWords(), ...spelt]));
});

/** "diffrent", "familly": an everyday word with one slip, where nothing of the field is nearer. */
function misspeltEveryday(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
  nearest: number,
): Draft | null {
  const token = tokens[at];
  if (token === undefined || token.text.length < MENDABLE_LETTERS) return null;
  const [best] = nearWords(token.text, everydayIndex());
  if (best === undefined || best.score > EVERYDAY_SLIP || best.score >= nearest) return null;
  if (best.key === `${token.text}g`) return null;
  const meant = { ...token, text: best.key, stem: stem(best.key) };
  const found = known(index, tokens.with(at, meant), at);
  const read = found ?? speech(meant, tokens[at - 1], tokens[at + 1]);
  return read === null
    ? null
    : { ...read, ...(read.length === 1 ? { text: best.key } : {}), fuzzy: best.score };
}

/** What stands behind the dot of a file's or a server's name. */
const ADDRESS_END =
  /^(?:pl|php|cgi|html?|jsp|txt|fasta|fa|json|xml|gff3?|gtf|csv|tsv|xlsx?|docx?|com|org|net|gov|edu)$/u;
/** What stands before an accession in the header of a sequence (`ref|...|`). */
const HEADER = /^(?:ref|gb|emb|dbj|tr|gi|pir|lcl|gnl)$/u;

const PARTICLES = new Set(['on', 'off', 'up', 'down', 'out', 'alone']);
/** A particle stands at most so many words behind its verb. */
const PARTICLE_REACH = 8;

/** "shuts the gene off", "turn it up": the terms of a verb whose particle stands behind its object. */
function particleVerb(tokens: readonly Token[], at: number): readonly Term[] | null {
  const verb = tokens[at];
  if (verb === undefined) return null;
  for (let n = at + 2; n <= at + PARTICLE_REACH; n += 1) {
    const particle = tokens[n];
    if (particle === undefined || particle.segment !== verb.segment) return null;
    if (!PARTICLES.has(particle.text)) continue;
    const terms = LEXICON.phrases.get(verb.stem + particle.stem) ?? [];
    const actions = terms.filter((term) => term.kind === 'action');
    return actions.length > 0 ? actions : null;
  }
  return null;
}

/** "table S1", "tube B2": the number of a thing of the lab. */
const NUMBERED =
  /^(?:tables?|figures?|fig|supplementary|step|lane|box|tube|well|plate|panel|sheet|slot|room|row|column|page)$/u;

function foreign(index: RecordIndex, tokens: readonly Token[], at: number): Draft {
  const found = known(index, tokens, at);
  if (found !== null) return found;
  const terms = foreignTerms(tokens[at]?.text ?? '');
  const entities = terms.flatMap((term) =>
    term.kind === 'thing' ? (index.things.get(term.thing) ?? []) : [],
  );
  return terms.length > 0
    ? { kind: 'known', length: 1, terms, entities: [...new Set(entities)] }
    : { kind: 'foreign', length: 1 };
}

/** `-/-` behind a name: an animal or cell without the gene. */
const KNOCKED_OUT = /^\s?[-+]\/[-+]/u;

function knockedOut({ length }: Draft): Draft {
  return { kind: 'known', length, terms: LEXICON.phrases.get('knockout') ?? [] };
}

function isYear(one: AccessionMention, tokens: readonly Token[]): boolean {
  return one.space === null && /^(?:19|20)\d{2}$/u.test(one.typed) && tokens.length > 1;
}

function finish(draft: Draft, tokens: readonly Token[], at: number): Mark {
  const first = tokens[at];
  const run = tokens.slice(at, at + draft.length);
  return {
    kind: draft.kind,
    at,
    length: draft.length,
    text: draft.text ?? run.map((token) => token.text).join(' '),
    raw: run.map((token, n) => (n === 0 ? token.raw : token.before + token.raw)).join(''),
    sentence: first?.sentence ?? 0,
    segment: first?.segment ?? 0,
    before: first?.before ?? '',
    name: draft.name ?? null,
    accession: draft.accession ?? null,
    terms: draft.terms ?? [],
    entities: draft.entities ?? [],
    reference: draft.reference ?? null,
    fuzzy: draft.fuzzy ?? null,
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"']+/giu;

/** Web addresses that bear an accession: the rest of their letters says nothing more. */
function accessionAddresses(text: string, mentions: readonly AccessionMention[]): readonly Span[] {
  if (mentions.length === 0) return [];
  return [...text.matchAll(ADDRESS)]
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
    .filter(({ start, end }) => mentions.some((one) => one.start >= start && one.end <= end));
}

function isInside(spans: readonly Span[], token: Token): boolean {
  return spans.some(({ start, end }) => token.start >= start && token.end <= end);
}

/**
 * Reads a text against a record: what each of its words is.
 * @param typed as typed, any length
 */
export function readText(record: GeneRecord, typed: string): Reading {
  const index = indexOf(record);
  const cut = tokenise(readable(typed));
  const list = withSpokenNames(cut.list, index.families);
  const tokens: Tokens = { ...cut, list };
  const mentions = scanAccessions(tokens.text).filter((one) => !isYear(one, list));
  const shouting = isShouting(tokens.text);
  const mended = mend(index, list);
  const addresses = accessionAddresses(tokens.text, mentions);
  const marks: Mark[] = [];
  let next = 0;
  for (let at = 0; at < list.length; ) {
    const token = list[at];
    while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= (token?.start ?? 0)) next += 1;
    const mention = mentions[next];
    let draft: Draft;
    if (
      token !== undefined &&
      mention !== undefined &&
      token.start >= mention.start &&
      token.start < mention.end
    ) {
      let length = 1;
      while ((list[at + length]?.start ?? Number.POSITIVE_INFINITY) < mention.end) length += 1;
      draft = { kind: 'accession', length, accession: resolveAccession(record, mention) };
    } else if (token !== undefined && isInside(addresses, token)) draft = { kind: 'everyday', length: 1 };
    else draft = draftAt(index, list, mended, at, shouting);
    const end = list[at + draft.length - 1]?.end ?? 0;
    if (draft.kind === 'own' && KNOCKED_OUT.test(tokens.text.slice(end, end + 4))) draft = knockedOut(draft);
    marks.push(finish(draft, list, at));
    at += draft.length;
  }
  return { record, tokens, marks: isForeignText(list) ? marks.map(inForeignText) : marks };
}

/** So many words that only other languages have make a text one of another language. */
const FOREIGN_GLUE = 2;

function isForeignText(tokens: readonly Token[]): boolean {
  return tokens.filter(({ text }) => isForeignGlue(text)).length >= FOREIGN_GLUE;
}

/** What nobody knows in a text of another language are its own words; English is not read into them. */
function inForeignText(mark: Mark): Mark {
  const guessed = mark.fuzzy !== null && mark.terms.some((term) => term.kind === 'beyond');
  if (mark.kind !== 'unknown' && !guessed) return mark;
  if (ACRONYM.test(mark.raw) || /\d/u.test(mark.text)) return mark;
  return { ...mark, kind: 'foreign', terms: [], entities: [], fuzzy: null };
}
