import { nameKey } from '../record/names.js';
import type { Entity, GeneName, GeneRecord, Reference, Statement } from '../record/schema.js';
import { referenceYear, signature } from '../record/words.js';
import { meanings, putOnce } from './lexicon.js';
import { readable } from './normalise.js';
import { kept } from './once.js';
import { indexWords } from './spelling.js';
import { root } from './stem.js';
import { isListed, phraseKey, stemsOf, tokenise } from './tokens.js';

/** References that words point to: how strongly each, and by which of their parts. */
export interface ReferenceHit {
  readonly by: 'author' | 'journal' | 'year' | 'title';
  readonly references: readonly Reference[];
  readonly weight: number;
}

/** What a phrase means in a record. */
interface Meaning {
  readonly entities: string[];
  /** entities of a longer name that ends with these words, a word for its kind left out: "leucine zipper" */
  readonly tails: string[];
  /** entities of a longer name that has these words: "vas deferens" */
  readonly parts: string[];
  readonly author: Reference[];
  readonly journal: Reference[];
  readonly year: Reference[];
}

/** Everything that is looked up in one record, made once for each record. */
export type RecordIndex = Readonly<ReturnType<typeof buildIndex>>;

/** The index of a record. */
export const indexOf: (record: GeneRecord) => RecordIndex = kept(buildIndex);

function buildIndex(record: GeneRecord) {
  const index = {
    ...namesOf([record]),
    record,
    entities: new Map(record.entities.map((entity) => [entity.id, entity])),
    /** phrase key -> entities of that name, references of that author, journal or year */
    phrases: new Map<string, Meaning>(),
    /** first word of a phrase -> so many words its longest phrase has */
    longest: new Map<string, number>(),
    /** stems of all words of its names and texts: none of them is misspelt */
    parts: new Set<string>(),
    /** the vocabulary's name of a thing -> entities of the record that are it */
    things: new Map<string, string[]>(),
    /** processes whose name has several parts ("osteoclast differentiation"): entity -> their roots */
    composed: new Map<string, readonly string[]>(),
    /** stem -> statements whose text has the word */
    statementWords: new Map<string, Statement[]>(),
    /** stem -> references whose title has the word */
    titleWords: new Map<string, Reference[]>(),
  };
  for (const statement of record.statements)
    for (const stem of telling(index, statement.text)) putOnce(index.statementWords, stem, statement);
  for (const reference of record.references) {
    addReference(index, reference);
    for (const stem of telling(index, reference.title)) putOnce(index.titleWords, stem, reference);
  }
  for (const entity of record.entities) addEntity(index, entity);
  for (const { id, kind, name } of record.entities) {
    const parts = kind === 'process' ? partsOf(index, name) : [];
    if (parts.length > 1) index.composed.set(id, parts);
  }
  /** the roots of which composed names are made */
  const pieces = new Set([...index.composed.values()].flat());
  return { ...index, pieces, words: indexWords(index.phrases.keys()) };
}

type Phrases = Pick<RecordIndex, 'phrases' | 'longest'> & { readonly parts: Set<string> };

/** The words of a text that say something. */
function telling({ parts }: Phrases, text: string): readonly string[] {
  const words = tokenise(readable(text)).list.flatMap(({ level, stem }) => (level === null ? [stem] : []));
  for (const stem of words) parts.add(stem);
  return words;
}

/** What a phrase means, by the stems of its words, to be added to. */
function meaningOf({ phrases, longest, parts }: Phrases, stems: readonly string[]): Meaning {
  for (const stem of stems) parts.add(stem);
  const [first = ''] = stems;
  longest.set(first, Math.max(stems.length, longest.get(first) ?? 2));
  return keyed(phrases, stems.join(''));
}

function keyed(phrases: Map<string, Meaning>, key: string): Meaning {
  const nothing: Meaning = { entities: [], tails: [], parts: [], author: [], journal: [], year: [] };
  const meaning = phrases.get(key) ?? nothing;
  if (key !== '') phrases.set(key, meaning);
  return meaning;
}

function add<One>(list: One[], one: One): void {
  if (!list.includes(one)) list.push(one);
}

function addReference(index: Phrases, reference: Reference): void {
  const year = String(referenceYear(reference) ?? '');
  add(keyed(index.phrases, year).year, reference);
  for (const author of reference.author ?? []) {
    add(meaningOf(index, stemsOf(readable(signature(author)))).author, reference);
    if ('family' in author) add(meaningOf(index, stemsOf(readable(author.family))).author, reference);
    add(keyed(index.phrases, `@${phraseKey(readable(signature(author)))}${year}`).author, reference);
  }
  for (const journal of [reference['container-title'], reference['container-title-short']]) {
    if (journal === undefined) continue;
    add(meaningOf(index, stemsOf(readable(journal))).journal, reference);
    const [first] = tokenise(readable(journal)).list;
    if (first?.level === null) add(keyed(index.phrases, first.stem).journal, reference);
  }
  const { page = '' } = reference;
  if (/^[a-z]\d/iu.test(page)) add(meaningOf(index, stemsOf(readable(page))).journal, reference);
}

function addEntity(
  index: Phrases & Pick<RecordIndex, 'things'>,
  { id, kind, name: main, also }: Entity,
): void {
  for (const name of [main, ...also]) {
    add(meaningOf(index, stemsOf(readable(name))).entities, id);
    if (kind === 'gene') add(keyed(index.phrases, geneKey(name)).entities, id);
    else addShortNames(index, id, name);
    for (const term of meanings(readable(name)))
      if (term.kind === 'thing') putOnce(index.things, term.thing, id);
  }
}

/** A name cut short: without the word for its kind where that leaves an acronym, and the runs of its words. */
function addShortNames(index: Phrases, id: string, name: string): void {
  const { list: words } = tokenise(readable(name));
  const stems = words.map(({ stem }) => stem);
  const end = isListed('kind of thing', words.at(-1)?.text) ? words.length - 1 : words.length;
  if (end === 1 && words.length === 2 && /\p{L}.*[\p{Lu}\d]/u.test(words[0]?.raw ?? ''))
    add(meaningOf(index, stems.slice(0, 1)).entities, id);
  for (let from = 0; from < end; from += 1)
    for (let to = from + 2; to <= words.length; to += 1) {
      const isWhole = from === 0 && to === words.length;
      if (isWhole || words[from]?.level === 'glue' || words[to - 1]?.level === 'glue') continue;
      // "ATP-binding" of "ATP-binding cassette": "does ATP bind" asks for a deed.
      if (to < end && words[to - 1]?.text.endsWith('ing') === true) continue;
      add(meaningOf(index, stems.slice(from, to))[to >= end ? 'tails' : 'parts'], id);
    }
}

/** The parts of a name, as roots of their words: things of the record ("T cell" of "T-cell development") and single words. */
function partsOf({ phrases }: Phrases, name: string): readonly string[] {
  const words = tokenise(readable(name)).list.filter(({ level }) => level !== 'glue');
  const parts: string[] = [];
  for (let at = 0, end = Math.max(1, words.length - 1); at < words.length; at = end, end = words.length) {
    const key = () =>
      words
        .slice(at, end)
        .map(({ stem }) => stem)
        .join('');
    while (end > at + 1 && !phrases.get(key())?.entities.length) end -= 1;
    parts.push(
      words
        .slice(at, end)
        .map(({ text }) => root(text))
        .join(' '),
    );
  }
  return parts;
}

/** The key of a gene's name; `interleukin 8` and `IL-8` are one. */
export function geneKey(name: string): string {
  return nameKey(phraseKey(readable(name)));
}

/** A name and whose it is. */
export interface Owned {
  readonly record: GeneRecord;
  readonly name: GeneName;
}

/** The names of one record or of several, as they are looked for in a text. */
export type Names = Readonly<ReturnType<typeof namesOf>>;

/** A reference, and its record, of somebody who signs it. */
export interface Signed {
  readonly record: GeneRecord;
  readonly reference: Reference;
  readonly isFirst: boolean;
  /** stems of the family name of its second author */
  readonly second: readonly string[];
}

/** Everything that is looked up in all records at once, so that a hundred records cost a message no more than one. */
export type RecordsIndex = Readonly<ReturnType<typeof buildIndexOfAll>>;

/** The index of a list of records. */
export const indexOfAll: (records: readonly GeneRecord[]) => RecordsIndex = kept(buildIndexOfAll);

function buildIndexOfAll(records: readonly GeneRecord[]) {
  /** keys of the genes that the records speak of */
  const mentioned = new Set<string>();
  /** stems of a family name, joined -> what it signs */
  const signed = new Map<string, Signed[]>();
  /** accession, PMID, PMCID or DOI, upper case -> the records that hold it */
  const holders = new Map<string, GeneRecord[]>();
  for (const record of records) {
    for (const { kind, name, also } of record.entities)
      if (kind === 'gene') for (const each of [name, ...also]) mentioned.add(nameKey(each));
    for (const { accession } of record.identifiers) putOnce(holders, accession?.toUpperCase() ?? '', record);
    for (const reference of record.references) {
      const authors = (reference.author ?? []).map((author) => stemsOf(readable(signature(author))));
      for (const [at, author] of authors.entries())
        putOnce(signed, author.join(''), { record, reference, isFirst: at === 0, second: authors[1] ?? [] });
      for (const number of [reference.PMID, reference.PMCID, reference.DOI])
        putOnce(holders, number?.toUpperCase() ?? '', record);
    }
  }
  return { ...namesOf(records), mentioned, signed, holders };
}

/** The names of records; those of isoforms also behind the full name: `interleukin 2 gamma` beside `IL-2gamma`. */
function namesOf(records: readonly GeneRecord[]) {
  /** name key -> the names that have it */
  const owned = new Map<string, Owned[]>();
  /** how the keys of the names begin, and these with a plural s */
  const beginnings = new Set<string>();
  /** what stands before the number of own names (`il`, `zincfinger`): another number makes another gene */
  const families = new Set<string>();
  for (const record of records) {
    for (const [key, name] of keysOf(record)) {
      putOnce(owned, key, { record, name });
      for (let at = 0; at <= key.length; at += 1) beginnings.add(`${key}s`.slice(0, at + 1));
      const letters = /^(\D*\p{L})[\s-]*\d/u.exec(readable(name.name))?.[1];
      if (letters !== undefined) families.add(nameKey(letters));
    }
  }
  /** own names that are also listed with a letter behind them (ABC, ABCa): another letter makes an unknown isoform */
  const lettered = [...owned.keys()].map((key) => key.slice(0, -1)).filter((key) => owned.has(key));
  return { owned, beginnings, families, lettered: new Set(lettered) };
}

function keysOf({ names }: GeneRecord): ReadonlyMap<string, GeneName> {
  const found = new Map(names.map((name) => [nameKey(name.name), name]));
  const symbol = nameKey(names.find(({ kind }) => kind === 'symbol')?.name ?? '');
  for (const full of names.filter(({ kind }) => kind === 'name')) {
    for (const [key, name] of [...found]) {
      const long = nameKey(full.name) + key.slice(symbol.length);
      if (symbol !== '' && key !== symbol && key.startsWith(symbol) && !found.has(long))
        found.set(long, name);
    }
  }
  return found;
}
