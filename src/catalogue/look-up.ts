import type { DateFinding, GeneMatch, NameFinding } from './catalogue.js';
import { dateOf, symbolsBehind } from './excel.js';
import { type CatalogueGene, namesOfKind } from './gene.js';
import { lenientKey, spelledKey, squeezedKey } from './keys.js';
import { equalRun, keyBytes } from './table.js';
import { geneAt, type NameEntry, nameEntryAt, type Tables } from './tables.js';

/** The longest name that is looked up, in characters; HGNC's longest has 200. */
export const LONGEST_NAME = 250;

/** What a name is, with its gene read from the table. */
export function matchOf(tables: Tables, entry: NameEntry): GeneMatch {
  const gene = geneAt(tables, entry.gene);
  const name = namesOfKind(gene, entry.kind)[entry.ordinal] ?? gene.symbol;
  return { gene, kind: entry.kind, name, isWord: entry.isWord };
}

/** All entries under one key, the weightiest first. */
export function entriesUnder(tables: Tables, key: string): readonly NameEntry[] {
  if (key === '') return [];
  const { from, to } = equalRun(tables.names, keyBytes(key));
  return Array.from({ length: to - from }, (_, at) => nameEntryAt(tables, from + at)).sort(
    (a, b) => a.rank - b.rank || a.gene - b.gene,
  );
}

/** The first of each gene. */
export function oncePerGene<T>(found: readonly T[], geneOfOne: (one: T) => string | number): readonly T[] {
  const seen = new Set<string | number>();
  return found.filter((one) => !seen.has(geneOfOne(one)) && seen.add(geneOfOne(one)));
}

/**
 * Every gene that a typed name means. The strictest comparison that finds one decides; what the others find besides is `alike`.
 * @param typed one name, any length
 */
export function findNames(tables: Tables, typed: string): NameFinding {
  const text = typed.slice(0, LONGEST_NAME);
  const squeezed = under(tables, squeezedKey(text));
  const spelled = squeezed.filter(({ name }) => spelledKey(name) === spelledKey(text));
  const dated = spelled.length > 0 ? null : dateTyped(tables, text);
  if (dated !== null) return dated;
  const lenient = under(tables, lenientKey(text));
  const [found = []] = [spelled, squeezed, lenient].filter((each) => each.length > 0);
  const matches = onceEach(found);
  const all = onceEach([...found, ...squeezed, ...lenient]);
  return { matches, alike: all.slice(matches.length), date: dateMark(matches) };
}

function onceEach(matches: readonly GeneMatch[]): readonly GeneMatch[] {
  return oncePerGene(matches, ({ gene }) => gene.hgncId);
}

function under(tables: Tables, key: string): readonly GeneMatch[] {
  return entriesUnder(tables, key).map((entry) => matchOf(tables, entry));
}

/** The genes behind a date, where one was typed and there are any. */
function dateTyped(tables: Tables, text: string): NameFinding | null {
  const behind = symbolsBehind(text);
  const matches = behind?.symbols.flatMap((symbol) => exactly(tables, symbol)) ?? [];
  if (behind === null || matches.length === 0) return null;
  return { matches: onceEach(matches), alike: [], date: { typed: 'date', shown: behind.shown } };
}

/** The matches whose spelling is the same but for case. */
function exactly(tables: Tables, symbol: string): readonly GeneMatch[] {
  return under(tables, squeezedKey(symbol)).filter(({ name }) => spelledKey(name) === spelledKey(symbol));
}

function dateMark(matches: readonly GeneMatch[]): DateFinding | null {
  const shown = matches.map(({ name }) => dateOf(name)).find((date) => date !== null);
  return shown === undefined || shown === null ? null : { typed: 'symbol', shown };
}

/** The approved gene with that symbol, but for case; null when there is none. */
export function geneOf(tables: Tables, symbol: string): CatalogueGene | null {
  const found = exactly(tables, symbol).find(({ kind }) => kind === 'symbol');
  return found?.gene ?? null;
}
