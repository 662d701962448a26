import { nameKey } from '../record/names.js';
import type { Entity, GeneName, GeneRecord, Reference, Statement } from '../record/schema.js';
import { signature } from '../record/words.js';
import { everyday } from './everyday.js';
import { indexWords, LEXICON, type WordIndex } from './lexicon.js';
import { readable } from './normalise.js';
import { root } from './stem.js';
import { phraseKey, tokenise } from './tokens.js';

/** Everything that is looked up in one record, made once for each record. */
export interface RecordIndex {
  readonly record: GeneRecord;
  /** name key -> the gene's own name */
  readonly names: ReadonlyMap<string, GeneName>;
  /** names with a number in two parts, brackets or many words: as the words they are read as */
  readonly spelledNames: readonly { readonly words: readonly string[]; readonly name: GeneName }[];
  /** first characters of the name keys */
  readonly initials: ReadonlySet<string>;
  /** letters before the number of own names (`il`, `interleukin`): another number makes another gene */
  readonly families: ReadonlySet<string>;
  /** own names (keys) that are also listed with a letter behind them (ABC, ABCa): another letter makes an unknown isoform */
  readonly lettered: ReadonlySet<string>;
  /** what stands behind the number in names of isoforms (`alpha`, `2b`) */
  readonly letters: ReadonlySet<string>;
  /** phrase key -> entities of that name, synonyms of the field included */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** the vocabulary's name of a thing -> entities of the record that are it */
  readonly things: ReadonlyMap<string, readonly string[]>;
  /** name key of another gene -> entities */
  readonly genes: ReadonlyMap<string, readonly string[]>;
  /** words that no record of this kind explains, but a gene named in this one does ("receptor"): stem -> entities */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** processes whose name has several words ("osteoclast differentiation"): entity -> their roots */
  readonly composed: ReadonlyMap<string, readonly string[]>;
  /** root of a process's one-word name -> entities ("chemotactic" is of chemotaxis) */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly statements: ReadonlyMap<string, Statement>;
  /** entity -> statements that mention it */
  readonly mentions: ReadonlyMap<string, readonly Statement[]>;
  /** stem -> statements whose text has the word */
  readonly statementWords: ReadonlyMap<string, readonly Statement[]>;
  /** author, journal, year and title words -> references */
  readonly authors: ReadonlyMap<string, readonly Reference[]>;
  readonly journals: ReadonlyMap<string, readonly Reference[]>;
  /** first characters of the keys of journals */
  readonly journalInitials: ReadonlySet<string>;
  readonly years: ReadonlyMap<string, readonly Reference[]>;
  readonly titleWords: ReadonlyMap<string, readonly Reference[]>;
  /** titles whole: phrase key and number of words of each */
  readonly titles: readonly { readonly reference: Reference; readonly key: string; readonly words: number }[];
  /** words of the record, for misspelt ones */
  readonly fuzzy: WordIndex;
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

function buildIndex(record: GeneRecord): RecordIndex {
  const names = new Map(record.names.map((name) => [nameKey(name.name), name]));
  const references = indexReferences(record);
  const entities = indexEntities(record);
  const statementWords: Lists<Statement> = new Map();
  const mentions: Lists<Statement> = new Map();
  for (const statement of record.statements) {
    for (const id of statement.mentions) put(mentions, id, statement);
    for (const token of tokenise(readable(statement.text)).list) {
      if (everyday(token.text, token.stem) === null) put(statementWords, token.stem, statement);
    }
  }
  return {
    record,
    names,
    spelledNames: spelledNamesOf(record),
    initials: initialsOf(names),
    families: familiesOf(record),
    lettered: letteredOf(names),
    letters: lettersOf(record),
    ...entities,
    ...references,
    journalInitials: initialsOf(references.journals),
    statements: new Map(record.statements.map((statement) => [statement.id, statement])),
    mentions,
    statementWords,
    fuzzy: fuzzyIndex([
      ...references.authors.keys(),
      ...references.journals.keys(),
      ...entities.phrases.keys(),
    ]),
  };
}

/** Names of so many words and more are compared word by word. */
const MANY_WORDS = 5;

function spelledNamesOf(record: GeneRecord): RecordIndex['spelledNames'] {
  return record.names.flatMap((name) => {
    const words = tokenise(readable(name.name)).list.map(({ text }) => text);
    const apart = /\d[\s-]+\d|[^\p{L}\p{N}\s-]/u.test(name.name) || words.length >= MANY_WORDS;
    return apart && words.length > 1 ? [{ words, name }] : [];
  });
}

function initialsOf(keys: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...keys.keys()].map((key) => key.slice(0, 1)));
}

function familiesOf(record: GeneRecord): ReadonlySet<string> {
  const found = record.names.flatMap(
    ({ name }) => /^(\p{L}+)[\s-]*\d/u.exec(readable(name).toLowerCase())?.[1] ?? [],
  );
  const long = record.names.flatMap(({ name }) => {
    const words = /^(.*\p{L}.*\s.*\p{L}|.*-\p{L}{3,})[\s-]+\d{1,4}$/u.exec(readable(name))?.[1];
    return words === undefined ? [] : [nameKey(words)];
  });
  return new Set([...found, ...long]);
}

function lettersOf(record: GeneRecord): ReadonlySet<string> {
  const isoforms = record.names.filter(({ kind }) => kind === 'isoform');
  return new Set(
    isoforms.flatMap(({ name }) => /\d[\s-]*(\p{L}+)$/u.exec(readable(name).toLowerCase())?.[1] ?? []),
  );
}

function letteredOf(names: ReadonlyMap<string, GeneName>): ReadonlySet<string> {
  const stems = [...names.keys()].map((key) => key.slice(0, -1)).filter((key) => names.has(key));
  return new Set(stems);
}

function fuzzyIndex(words: readonly string[]): WordIndex {
  return indexWords(words.filter((word) => /^\p{L}{5,24}$/u.test(word)));
}

function indexReferences(
  record: GeneRecord,
): Pick<RecordIndex, 'authors' | 'journals' | 'years' | 'titleWords' | 'titles'> {
  const authors: Lists<Reference> = new Map();
  const journals: Lists<Reference> = new Map();
  const years: Lists<Reference> = new Map();
  const titleWords: Lists<Reference> = new Map();
  for (const reference of record.references) {
    for (const author of reference.author ?? []) {
      put(authors, phraseKey(readable(signature(author))), reference);
      if ('family' in author) put(authors, phraseKey(readable(author.family)), reference);
    }
    for (const journal of [reference['container-title'], reference['container-title-short']]) {
      if (journal === undefined) continue;
      put(journals, phraseKey(readable(journal)), reference);
      const [first] = tokenise(readable(journal)).list;
      if (first !== undefined && everyday(first.text, first.stem) === null)
        put(journals, first.stem, reference);
    }
    if (/^[a-z]\d/iu.test(reference.page ?? ''))
      put(journals, (reference.page ?? '').toLowerCase(), reference);
    const year = reference.issued?.['date-parts'][0][0];
    if (year !== undefined) put(years, String(year), reference);
    for (const token of tokenise(readable(reference.title)).list) {
      if (everyday(token.text, token.stem) === null) put(titleWords, token.stem, reference);
    }
  }
  const titles = record.references.map((reference) => ({
    reference,
    key: phraseKey(readable(reference.title)),
    words: tokenise(reference.title).list.length,
  }));
  return { authors, journals, years, titleWords, titles };
}

/** Words of a name that the vocabulary takes for facts which records do not hold. */
function beyondWords(name: string): readonly string[] {
  return tokenise(readable(name)).list.flatMap(({ stem }) =>
    LEXICON.phrases.get(stem)?.some((term) => term.kind === 'beyond') === true ? [stem] : [],
  );
}

/** Roots of the words of a phrase, small words left out. */
function rootsIn(phrase: string): readonly string[] {
  return tokenise(readable(phrase)).list.flatMap(({ text, stem }) =>
    everyday(text, stem) === 'glue' ? [] : [root(text)],
  );
}

function indexEntities(
  record: GeneRecord,
): Pick<RecordIndex, 'phrases' | 'things' | 'genes' | 'parts' | 'composed' | 'roots' | 'entities'> {
  const phrases: Lists<string> = new Map();
  const things: Lists<string> = new Map();
  const genes: Lists<string> = new Map();
  const parts: Lists<string> = new Map();
  const composed = new Map<string, readonly string[]>();
  const roots: Lists<string> = new Map();
  for (const entity of record.entities) {
    for (const name of [entity.name, ...entity.also]) {
      const key = phraseKey(readable(name));
      put(phrases, key, entity.id);
      for (const term of LEXICON.phrases.get(key) ?? []) {
        if (term.kind === 'thing' && suits(term.group, entity.kind)) put(things, term.thing, entity.id);
      }
      if (entity.kind === 'gene') put(genes, geneKey(name), entity.id);
      if (entity.kind === 'process' && /^\p{L}{7,}$/u.test(name))
        put(roots, root(name.toLowerCase()), entity.id);
    }
    if (entity.kind === 'gene') for (const stem of beyondWords(entity.name)) put(parts, stem, entity.id);
    const made = entity.kind === 'process' ? rootsIn(entity.name) : [];
    if (made.length > 1) composed.set(entity.id, made);
  }
  for (const [thing, ids] of things)
    for (const form of formsOf(thing)) for (const id of ids) addForm(phrases, genes, record, form, id);
  return {
    phrases,
    things,
    genes,
    parts,
    composed,
    roots,
    entities: new Map(record.entities.map((entity) => [entity.id, entity])),
  };
}

function addForm(
  phrases: Lists<string>,
  genes: Lists<string>,
  record: GeneRecord,
  form: string,
  id: string,
): void {
  put(phrases, phraseKey(form), id);
  if (record.entities.find((entity) => entity.id === id)?.kind === 'gene') put(genes, geneKey(form), id);
}

/** A class may be recorded as a process and the other way round; a cell is never a gene. */
function suits(group: Entity['kind'], kind: Entity['kind']): boolean {
  const concrete: readonly Entity['kind'][] = ['cell', 'gene'];
  return group === kind || (!concrete.includes(group) && !concrete.includes(kind));
}

const forms = new Map<string, readonly string[]>();

function formsOf(thing: string): readonly string[] {
  if (forms.size === 0) {
    for (const terms of LEXICON.phrases.values()) {
      for (const term of terms) if (term.kind === 'thing') forms.set(term.thing, term.forms);
    }
  }
  return forms.get(thing) ?? [];
}

/** The key of another gene's name; `interleukin 8` and `IL-8` are one. */
export function geneKey(name: string): string {
  return nameKey(name)
    .replace(/^interleukin(?=\d)/u, 'il')
    .replace(/^interferon/u, 'ifn');
}
