import { nameKey } from '../record/names.js';
import type { Entity, GeneName, GeneRecord, Reference, Statement } from '../record/schema.js';
import { signature } from '../record/words.js';
import { lexicon } from './lexicon.js';
import { readable } from './normalise.js';
import { indexWords, type WordIndex } from './spelling.js';
import { root } from './stem.js';
import { phraseKey, type Token, tokenise } from './tokens.js';

/** References that words point to: how strongly each, and by which of their parts. */
export interface ReferenceHit {
  readonly by: 'author' | 'journal' | 'year' | 'title';
  readonly references: readonly Reference[];
  readonly weight: number;
}

/** What a phrase means in a record. */
interface Meaning {
  readonly entities: string[];
  readonly author: Reference[];
  readonly journal: Reference[];
  readonly year: Reference[];
}

/** Everything that is looked up in one record, made once for each record. */
export interface RecordIndex {
  readonly record: GeneRecord;
  /** name key -> the gene's own name */
  readonly names: ReadonlyMap<string, GeneName>;
  /** how the keys of the names begin, and these with a plural s */
  readonly beginnings: ReadonlySet<string>;
  /** what stands before the number of own names (`il`, `zincfinger`): another number makes another gene */
  readonly families: ReadonlySet<string>;
  /** own names (keys) that are also listed with a letter behind them (ABC, ABCa): another letter makes an unknown isoform */
  readonly lettered: ReadonlySet<string>;
  /** phrase key -> entities of that name, references of that author, journal or year */
  readonly phrases: ReadonlyMap<string, Meaning>;
  /** first word of a phrase -> so many words its longest phrase has, where that is more than two */
  readonly longest: ReadonlyMap<string, number>;
  /** the vocabulary's name of a thing -> entities of the record that are it */
  readonly things: ReadonlyMap<string, readonly string[]>;
  /** stem -> genes whose name of several words has the word ("receptor") */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** processes whose name has several words ("osteoclast differentiation"): entity -> their roots */
  readonly composed: ReadonlyMap<string, readonly string[]>;
  /** root of a process's one-word name -> entities ("chemotactic" is of chemotaxis) */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** entity -> statements that mention it */
  readonly mentions: ReadonlyMap<string, readonly Statement[]>;
  /** stem -> statements whose text has the word */
  readonly statementWords: ReadonlyMap<string, readonly Statement[]>;
  /** stem -> references whose title has the word */
  readonly titleWords: ReadonlyMap<string, readonly Reference[]>;
  /** words of the record, for misspelt ones */
  readonly words: WordIndex;
}

type Lists<V> = Map<string, V[]>;

function put<V>(map: Lists<V>, key: string, value: V): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

const made = new WeakMap<GeneRecord, RecordIndex>();

/** The index of a record; made at the first call and kept as long as the record is. */
export function indexOf(record: GeneRecord): RecordIndex {
  const known = made.get(record);
  if (known !== undefined) return known;
  const index = buildIndex(record);
  made.set(record, index);
  return index;
}

/** The words of a text that say something. */
function telling(text: string): readonly Token[] {
  return tokenise(readable(text)).list.filter((token) => token.level === null);
}

function buildIndex(record: GeneRecord): RecordIndex {
  const made: Phrases = { phrases: new Map(), longest: new Map() };
  const statementWords: Lists<Statement> = new Map();
  const mentions: Lists<Statement> = new Map();
  const titleWords: Lists<Reference> = new Map();
  for (const statement of record.statements) {
    for (const id of statement.mentions) put(mentions, id, statement);
    for (const { stem } of telling(statement.text)) put(statementWords, stem, statement);
  }
  for (const reference of record.references) {
    addReference(made, reference);
    for (const { stem } of telling(reference.title)) put(titleWords, stem, reference);
  }
  const entities = indexEntities(record, made);
  const names = namesOf(record);
  return {
    record,
    names,
    beginnings: new Set(
      [...names.keys()].flatMap((key) => [...`${key}s`].map((_, at) => `${key}s`.slice(0, at + 1))),
    ),
    families: familiesOf(record),
    lettered: new Set([...names.keys()].map((key) => key.slice(0, -1)).filter((key) => names.has(key))),
    ...made,
    ...entities,
    entities: new Map(record.entities.map((entity) => [entity.id, entity])),
    mentions,
    statementWords,
    titleWords,
    words: indexWords(made.phrases.keys()),
  };
}

/** The names by their keys, those of isoforms also behind the full name: `interleukin 2 gamma` beside `IL-2gamma`. */
function namesOf({ names }: GeneRecord): ReadonlyMap<string, GeneName> {
  const found = new Map(names.map((name) => [nameKey(name.name), name]));
  const symbol = nameKey(names.find(({ kind }) => kind === 'symbol')?.name ?? '');
  for (const full of names.filter(({ kind }) => kind === 'name')) {
    for (const [key, name] of [...found]) {
      if (symbol === '' || key === symbol || !key.startsWith(symbol)) continue;
      const long = nameKey(full.name) + key.slice(symbol.length);
      if (!found.has(long)) found.set(long, name);
    }
  }
  return found;
}

function familiesOf(record: GeneRecord): ReadonlySet<string> {
  return new Set(
    record.names.flatMap(({ name }) => {
      const text = readable(name);
      const short = /^(\p{L}+)[\s-]*\d/u.exec(text)?.[1] ?? '';
      const long = /^(.*\p{L}.*\s.*\p{L}|.*-\p{L}{3,})[\s-]+\d{1,4}$/u.exec(text)?.[1] ?? '';
      return [short, long].map(nameKey).filter((key) => key !== '');
    }),
  );
}

interface Phrases {
  readonly phrases: Map<string, Meaning>;
  readonly longest: Map<string, number>;
}

/** What a name means, to be added to. */
function meaningOf({ phrases, longest }: Phrases, name: string): Meaning {
  const stems = tokenise(readable(name)).list.map(({ stem }) => stem);
  const [first = ''] = stems;
  if (stems.length > (longest.get(first) ?? 2)) longest.set(first, stems.length);
  return keyed(phrases, stems.join(''));
}

function keyed(phrases: Map<string, Meaning>, key: string): Meaning {
  const known = phrases.get(key);
  if (known !== undefined) return known;
  const fresh: Meaning = { entities: [], author: [], journal: [], year: [] };
  if (key !== '') phrases.set(key, fresh);
  return fresh;
}

function addReference(made: Phrases, reference: Reference): void {
  const add = (list: Reference[]): void => {
    if (!list.includes(reference)) list.push(reference);
  };
  const year = String(reference.issued?.['date-parts'][0][0] ?? '');
  add(keyed(made.phrases, year).year);
  for (const author of reference.author ?? []) {
    add(meaningOf(made, signature(author)).author);
    if ('family' in author) add(meaningOf(made, author.family).author);
    add(keyed(made.phrases, `@${phraseKey(readable(signature(author)))}${year}`).author);
  }
  for (const journal of [reference['container-title'], reference['container-title-short']]) {
    if (journal === undefined) continue;
    add(meaningOf(made, journal).journal);
    const [first] = tokenise(readable(journal)).list;
    if (first !== undefined && first.level === null) add(keyed(made.phrases, first.stem).journal);
  }
  if (/^[a-z]\d/iu.test(reference.page ?? '')) add(meaningOf(made, reference.page ?? '').journal);
}

/** Roots of the words of a phrase, small words left out. */
function rootsIn(phrase: string): readonly string[] {
  return tokenise(readable(phrase)).list.flatMap(({ text, level }) => (level === 'glue' ? [] : [root(text)]));
}

function indexEntities(
  { entities }: GeneRecord,
  phrases: Phrases,
): Pick<RecordIndex, 'things' | 'parts' | 'composed' | 'roots'> {
  const things: Lists<string> = new Map();
  const parts: Lists<string> = new Map();
  const composed = new Map<string, readonly string[]>();
  const roots: Lists<string> = new Map();
  for (const { id, kind, name: main, also } of entities) {
    for (const name of [main, ...also]) {
      const meanings = [meaningOf(phrases, name)];
      if (kind === 'gene') meanings.push(keyed(phrases.phrases, geneKey(name)));
      for (const { entities: known } of meanings) if (!known.includes(id)) known.push(id);
      for (const term of lexicon().phrases.get(phraseKey(readable(name))) ?? [])
        if (term.kind === 'thing' && suits(term.group, kind)) put(things, term.thing, id);
      if (kind === 'process' && /^\p{L}{7,}$/u.test(name)) put(roots, root(name.toLowerCase()), id);
    }
    if (kind === 'gene') for (const { stem } of telling(main)) put(parts, stem, id);
    const made = kind === 'process' ? rootsIn(main) : [];
    if (made.length > 1) composed.set(id, made);
  }
  return { things, parts, composed, roots };
}

/** A class may be recorded as a process and the other way round; a cell is never a gene. */
function suits(group: Entity['kind'], kind: Entity['kind']): boolean {
  const concrete: readonly Entity['kind'][] = ['cell', 'gene'];
  return group === kind || (!concrete.includes(group) && !concrete.includes(kind));
}

/** The key of a gene's name; `interleukin 8` and `IL-8` are one. */
export function geneKey(name: string): string {
  return nameKey(phraseKey(readable(name)));
}
