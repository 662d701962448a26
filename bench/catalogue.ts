import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { openCatalogue } from '../src/catalogue/catalogue.js';
import { catalogueFile } from '../src/catalogue/file.js';
import { CATALOGUE_NAME_KINDS, type CatalogueGene, namesOfKind } from '../src/catalogue/gene.js';
import { spelledKey, squeezedKey } from '../src/catalogue/keys.js';
import { readGenes } from '../src/catalogue/read-genes.js';
import { buildTables } from '../src/catalogue/tables.js';
import { isEnglish } from '../src/cli/english.js';
import { packagePath } from '../src/package-path.js';
import { digits, quantile, table } from './figures.js';
import { keepSection } from './results.js';

/**
 * Measures autocomplete over all human genes beside three libraries that search the same names: npm run bench:catalogue -- FILE,
 * with HGNC's complete set. Writes bench/RESULTS.md.
 */

const OFFERED = 25;
const MISSPELLINGS = 1_000;
const STARTS = 5_000;
/** The slow ones answer fewer. */
const PATIENCE_MS = 20_000;
/** Searches that take longer are timed once. */
const SLOW_MS = 50;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Symbols that a search offers for what was typed, best first. */
type Search = (typed: string) => readonly string[];

interface Name {
  readonly name: string;
  readonly symbol: string;
}

/** A seeded generator: the same misspellings every time (Park and Miller 1988). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const random = randomFrom(2_026);
const below = (limit: number): number => Math.floor(random() * limit);
const anyOf = <T>(all: readonly T[]): T | undefined => all[below(all.length)];

/** One edit: a letter left out, put in, exchanged, or swapped with the next, each as often as the others. */
function misspelt(name: string): string {
  const at = below(name.length);
  const letter = ALPHABET[below(ALPHABET.length)] ?? '';
  const [before, here, behind] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
  switch (below(4)) {
    case 0:
      return before + behind;
    case 1:
      return before + letter + here + behind;
    case 2:
      return before + letter + behind;
    default:
      return before + behind.slice(0, 1) + here + behind.slice(1);
  }
}

async function genesOf(file: string): Promise<readonly CatalogueGene[]> {
  const source = createReadStream(file);
  const input = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  return (await readGenes(createInterface({ input }))).genes;
}

/** ms of each search: the quickest of three, for whatever else the machine does is none of its cost. Slow ones are not repeated. */
function timed(search: Search, typed: readonly string[]): number[] {
  const times: number[] = [];
  const until = performance.now() + PATIENCE_MS;
  for (const each of typed) {
    if (performance.now() > until) break;
    const first = timeOf(search, each);
    times.push(first > SLOW_MS ? first : Math.min(first, timeOf(search, each), timeOf(search, each)));
  }
  return times;
}

function timeOf(search: Search, typed: string): number {
  const start = performance.now();
  search(typed);
  return performance.now() - start;
}

interface Misspelling {
  readonly typed: string;
  readonly wanted: ReadonlySet<string>;
}

function recall(
  search: Search,
  misspellings: readonly Misspelling[],
): { first: number; within: number; asked: number } {
  const until = performance.now() + PATIENCE_MS;
  let [first, within, asked] = [0, 0, 0];
  for (const { typed, wanted } of misspellings) {
    if (performance.now() > until) break;
    const offered = search(typed);
    asked += 1;
    if (wanted.has(offered[0] ?? '')) first += 1;
    if (offered.some((symbol) => wanted.has(symbol))) within += 1;
  }
  return { first: first / asked, within: within / asked, asked };
}

function once(symbols: readonly string[]): readonly string[] {
  return [...new Set(symbols)].slice(0, OFFERED);
}

interface Weighed<T> {
  readonly made: T;
  readonly mebibytes: number;
  readonly ms: number;
}

async function memoryOf<T>(make: () => T | Promise<T>): Promise<Weighed<T>> {
  const before = await settledMemory();
  const start = performance.now();
  const made = await make();
  const ms = performance.now() - start;
  return { made, mebibytes: ((await settledMemory()) - before) / 2 ** 20, ms };
}

/** Bytes in use once what is no longer needed has been collected; buffers go a round later than what held them. */
async function settledMemory(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function libraries(names: readonly Name[]): Record<string, () => Search> {
  return {
    'Fuse.js': () => {
      const fuse = new Fuse(names, { keys: ['name'] });
      return (typed) => once(fuse.search(typed, { limit: 4 * OFFERED }).map(({ item }) => item.symbol));
    },
    MiniSearch: () => {
      const search = new MiniSearch<Name & { id: number }>({ fields: ['name'], storeFields: ['symbol'] });
      search.addAll(names.map((each, id) => ({ ...each, id })));
      return (typed) =>
        once(
          search
            .search(typed, { prefix: true, fuzzy: 1, combineWith: 'AND' })
            .map(({ symbol }) => String(symbol)),
        );
    },
    uFuzzy: () => {
      const search = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
      const texts = names.map(({ name }) => name);
      return (typed) => {
        const [found, info, order] = search.search(texts, typed);
        const places = order === null || info === null ? (found ?? []) : order.map((at) => info.idx[at] ?? 0);
        return once(places.slice(0, 4 * OFFERED).flatMap((at) => names[at]?.symbol ?? []));
      };
    },
  };
}

/** Names of a list with one edit each; what is a name itself is not misspelt and left out. */
function misspellingsOf(list: readonly Name[], byName: ReadonlyMap<string, readonly Name[]>): Misspelling[] {
  const misspellings: Misspelling[] = [];
  while (misspellings.length < MISSPELLINGS) {
    const { name = '' } = anyOf(list) ?? {};
    const typed = misspelt(name);
    if (spelledKey(typed) === spelledKey(name) || byName.has(squeezedKey(typed))) continue;
    const wanted = new Set(byName.get(squeezedKey(name))?.map(({ symbol }) => symbol));
    misspellings.push({ typed, wanted });
  }
  return misspellings;
}

async function written(folder: string, genes: readonly CatalogueGene[]): Promise<string> {
  const path = join(folder, 'genes.bin');
  const made = new Date().toISOString();
  const source = { from: 'bench', sha256: '', made, approved: genes.length, withdrawn: 0 };
  await writeFile(path, Buffer.concat(catalogueFile(buildTables(genes, isEnglish), source)));
  return path;
}

async function main(file: string): Promise<void> {
  const genes = await genesOf(file);
  const names = genes.flatMap((gene) =>
    CATALOGUE_NAME_KINDS.flatMap((kind) =>
      namesOfKind(gene, kind).map((name) => ({ name, symbol: gene.symbol })),
    ),
  );
  const byName = new Map<string, Name[]>();
  for (const each of names) {
    const key = squeezedKey(each.name);
    byName.set(key, [...(byName.get(key) ?? []), each]);
  }
  const symbolLike = names.filter(({ name }) => !name.includes(' '));
  const starts = Array.from({ length: STARTS }, () => {
    const name = anyOf(symbolLike)?.name ?? '';
    return name.slice(0, 1 + below(name.length));
  });
  const misspellings = misspellingsOf(names, byName);
  const ofSymbols = misspellingsOf(symbolLike, byName);
  const folder = await mkdtemp(join(tmpdir(), 'bench-catalogue-'));
  const path = await written(folder, genes);

  const rows: string[][] = [];
  const add = (name: string, search: Search, mebibytes: number, ms: number): void => {
    timed(search, starts.slice(0, 50));
    const typing = timed(search, starts);
    const typos = timed(
      search,
      misspellings.map(({ typed }) => typed),
    );
    rows.push([
      name,
      `${digits(ms)} ms`,
      `${digits(mebibytes)} MiB`,
      `${digits3(quantile(typing, 0.5))} / ${digits3(quantile(typing, 0.99))} ms`,
      `${digits3(quantile(typos, 0.5))} / ${digits3(quantile(typos, 0.99))} ms`,
      recallText(recall(search, misspellings)),
      recallText(recall(search, ofSymbols)),
    ]);
    console.log(rows.at(-1)?.join(' | '));
  };
  const ours = await memoryOf(() => openCatalogue(path));
  const offer: Search = (typed) => ours.made.complete(typed, OFFERED).map(({ symbol }) => symbol);
  add('il32-bot', offer, ours.mebibytes, ours.ms);
  for (const [name, make] of Object.entries(libraries(names))) {
    const { made, mebibytes, ms } = await memoryOf(make);
    add(name, made, mebibytes, ms);
  }
  await rm(folder, { recursive: true });
  const text = [
    `${genes.length.toLocaleString('en-US')} genes, ${names.length.toLocaleString('en-US')} names. Starts: the first letters of ${STARTS.toLocaleString('en-US')} symbols and aliases; misspellings: ${MISSPELLINGS.toLocaleString('en-US')} names of all kinds, and as many symbols and aliases, with one edit (what is a name itself left out). Each search is timed three times and the quickest counts; a library is given ${PATIENCE_MS / 1000} s for each column.`,
    table(
      [
        '',
        'opened or built',
        'memory',
        'a start, p50 / p99',
        'a misspelling, p50 / p99',
        'recall: first / in 25',
        'recall of symbols and aliases',
      ],
      rows,
    ),
    'Goals: memory ≤ 60 MiB, p50 ≤ 0.1 ms, p99 ≤ 5 ms, recall ≥ 75% first and ≥ 95% in 25.',
  ].join('\n\n');
  await keepSection(packagePath('bench', 'RESULTS.md'), 'Names of all human genes', text);
}

function recallText({ first, within, asked }: ReturnType<typeof recall>): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  return `${percent(first)} / ${percent(within)}${asked < MISSPELLINGS ? ` (of ${asked})` : ''}`;
}

function digits3(value: number): string {
  return value >= 1 ? digits(value) : value.toFixed(3);
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("Usage: npm run bench:catalogue -- FILE, with HGNC's complete set");
  process.exitCode = 1;
} else await main(file);
