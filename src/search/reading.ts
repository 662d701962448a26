import type { GeneRecord } from '../record/schema.js';
import { type AccessionMention, resolveAccession, scanAccessions } from './accessions.js';
import { isForeignGlue } from './everyday.js';
import { foreignTerms } from './foreign.js';
import { extended, GREEK_NAME, geneEntity, ownName, sibling, symbol } from './gene-names.js';
import { ACRONYM, fuzzyKnown, known, type Mended, mend, mendedKnown, withoutFold } from './known-words.js';
import { LEXICON } from './lexicon.js';
import type { Draft, Mark, Reading } from './marks.js';
import { readable } from './normalise.js';
import { misspeltEveryday, speech } from './plain-words.js';
import { indexOf, type RecordIndex } from './record-index.js';
import { withSpokenNames } from './spoken.js';
import { type IsStyleName, styleAt } from './style-names.js';
import { type Token, type Tokens, tokenise } from './tokens.js';
import type { Term } from './vocabulary.js';

function isShouting(text: string): boolean {
  if (/[a-z]/u.test(text)) return false;
  const letters = text.replace(/[^A-Za-z]/gu, '');
  return letters.length > 12;
}

/** `pcDNA3`, `pEGFP`: plasmids. */
const VECTOR = /^p(?:cDNA|E?GFP|ET|GEX|UC|BR|CMV|LKO|Lenti|MSCV|GL|X)[A-Za-z]{0,5}\d{0,3}$/u;

/** `gene2go`, `bam2bed`: tools and tables that turn one thing into another. */
const CONVERTER =
  /^(?:mim|tx|gene|genes|bam|sam|bed|gff|gtf|fastq|fasta|id|ids|ensembl|entrez|symbol|vcf|csv|tsv|json|xml|probe|name|acc)2(?:tx|gene|genes|go|bam|sam|bed|gff|gtf|fastq|fasta|id|ids|ensembl|entrez|symbol|vcf|csv|tsv|json|xml|probe|name|acc)$/u;

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

/** What stands behind the dot of a file's or a server's name. */
const ADDRESS_END =
  /^(?:pl|php|cgi|html?|jsp|txt|fasta|fa|json|xml|gff3?|gtf|csv|tsv|xlsx?|docx?|com|org|net|gov|edu)$/u;

/** What stands before an accession in the header of a sequence (`ref|...|`). */
const HEADER = /^(?:ref|gb|emb|dbj|tr|gi|pir|lcl|gnl)$/u;

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
 * @param isStyle tells the names of citation styles; without it only those of the vocabulary are known
 */
export function readText(record: GeneRecord, typed: string, isStyle: IsStyleName = () => false): Reading {
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
    else draft = styleAt(list, at, isStyle) ?? draftAt(index, list, mended, at, shouting);
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
