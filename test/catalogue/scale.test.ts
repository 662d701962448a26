import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GeneCatalogue, GeneMatch } from '../../src/catalogue/catalogue.js';
import { joinGenes, readGenes } from '../../src/catalogue/read-genes.js';
import { isEnglish } from '../../src/cli/english.js';
import { catalogueOfGenes, linesOf, WITHDRAWN_SAMPLE } from './support.js';

/**
 * All human genes: `HGNC_FILE=hgnc_complete_set.txt npm test`. What is right is read from the file a second time, by nothing more
 * than a split at tabs and bars.
 */

const FILE = process.env['HGNC_FILE'] ?? '';
const isHere = FILE !== '' && existsSync(FILE);
if (!isHere) console.log('Names at the scale of all human genes are left out: HGNC_FILE names no file.');

const ASKED = 50;
const KINDS = ['symbol', 'previous symbol', 'alias'] as const;

const ORDER: readonly string[] = KINDS;

interface Told {
  readonly symbol: string;
  readonly kind: (typeof KINDS)[number];
  readonly name: string;
}

/** lower-case name -> every gene that HGNC gives it to, in the order of kinds */
const oracle = new Map<string, Told[]>();
let catalogue: GeneCatalogue;

function readOracle(text: string): void {
  const [header = '', ...rows] = text.split('\n');
  const columns = header.split('\t');
  const cells = (row: string[], column: string): string[] =>
    (row[columns.indexOf(column)] ?? '').replaceAll('"', '').split('|').filter(Boolean);
  for (const kind of KINDS) {
    for (const row of rows.map((each) => each.split('\t'))) {
      const [symbol = ''] = cells(row, 'symbol');
      const column = { symbol: 'symbol', 'previous symbol': 'prev_symbol', alias: 'alias_symbol' }[kind];
      for (const name of new Set(cells(row, column))) {
        const known = oracle.get(name.toLowerCase()) ?? [];
        if (!known.some((one) => one.symbol === symbol)) known.push({ symbol, kind, name });
        oracle.set(name.toLowerCase(), known);
      }
    }
  }
}

/** Fifty names that fit, spread over all of them. */
function fifty(fits: (name: string, told: readonly Told[]) => boolean): [string, readonly Told[]][] {
  const all = [...oracle].filter(([name, told]) => fits(name, told));
  const step = Math.max(1, Math.floor(all.length / ASKED));
  return all.filter((_, at) => at % step === 0).slice(0, ASKED);
}

const short = ({ gene, kind }: GeneMatch): string => `${gene.symbol} ${kind}`;
const expected = (told: readonly Told[]): string[] =>
  told.map(({ symbol, kind }) => `${symbol} ${kind}`).sort();
const GREEK = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε' } as const;

function expectAll(cases: readonly [string, readonly Told[]][]): void {
  expect(cases).toHaveLength(ASKED);
  for (const [name, told] of cases) {
    const { matches } = catalogue.lookUp(name);
    const symbols = matches.filter(({ kind }) => KINDS.some((known) => known === kind));
    expect(symbols.map(short).sort(), name).toEqual(expected(told));
    const ranks = symbols.map(({ kind }) => ORDER.indexOf(kind));
    expect(ranks, name).toEqual(ranks.toSorted((a, b) => a - b));
  }
}

describe.skipIf(!isHere)('names at the scale of all human genes', () => {
  beforeAll(async () => {
    const isPacked = FILE.endsWith('.gz');
    const bytes = readFileSync(FILE);
    readOracle((isPacked ? gunzipSync(bytes) : bytes).toString('utf8'));
    const source = createReadStream(FILE);
    const input = isPacked ? source.pipe(createGunzip()) : source;
    const complete = await readGenes(createInterface({ input }));
    expect(complete.bad).toEqual([]);
    const withdrawn = await readGenes([...linesOf(WITHDRAWN_SAMPLE).slice(0, 1), ...withdrawnRows()]);
    catalogue = catalogueOfGenes(joinGenes(complete.genes, withdrawn.genes), isEnglish);
  }, 120_000);

  /** HGNC's complete set has no withdrawn entries: these are made up, and were merged into real genes. */
  function withdrawnRows(): string[] {
    const symbols = [...oracle.values()].flatMap(([told]) => (told?.kind === 'symbol' ? [told.symbol] : []));
    return Array.from({ length: ASKED }, (_, at) => {
      const into = at % 2 === 0 ? '' : `HGNC:${at}|${symbols[at * 97]}|Approved`;
      return `HGNC:${990_000 + at}\t${into === '' ? 'Entry Withdrawn' : 'Merged/Split'}\tZZWITHDRAWN${at}X\t${into}`;
    });
  }

  test('50 approved symbols', () => {
    expectAll(fifty((_, told) => told.length === 1 && told[0]?.kind === 'symbol'));
  });

  test('50 previous symbols', () => {
    expectAll(fifty((_, told) => told.length === 1 && told[0]?.kind === 'previous symbol'));
  });

  test('50 aliases', () => {
    expectAll(fifty((_, told) => told.length === 1 && told[0]?.kind === 'alias'));
  });

  test('50 names of several genes', () => {
    expectAll(fifty((_, told) => told.length > 1));
  });

  test('50 withdrawn symbols', () => {
    for (let at = 0; at < ASKED; at += 1) {
      const [match] = catalogue.lookUp(`zzwithdrawn${at}x`).matches;
      expect(match?.kind).toBe('withdrawn symbol');
      expect(match?.gene.hgncId).toBe(`HGNC:${990_000 + at}`);
      expect(match?.gene.replacedBy).toHaveLength(at % 2);
    }
  });

  test('50 English words: names where a name is asked for, words in a text', () => {
    const cases = fifty((name) => /^[a-z]{2,}$/u.test(name) && isEnglish(name));
    expectAll(cases);
    for (const [name] of cases)
      expect(catalogue.named(`we saw ${name} and ${name.toUpperCase()} there`), name).toEqual([]);
  });

  test('50 Greek names, typed with the letter', () => {
    const names = Object.keys(GREEK) as (keyof typeof GREEK)[];
    const cases = fifty((name) => names.some((letter) => name.endsWith(`-${letter}`)));
    expect(cases).toHaveLength(ASKED);
    for (const [name, told] of cases) {
      const letter = names.find((each) => name.endsWith(each)) ?? 'alpha';
      const typed = `${name.slice(0, -letter.length)}${GREEK[letter]}`;
      expect(catalogue.lookUp(typed).matches.map(short).sort(), typed).toEqual(
        expect.arrayContaining(expected(told)),
      );
    }
  });

  test('50 hyphenated names, typed with and without', () => {
    const cases = fifty((name) => /^[a-z]+-\d+[a-z]?$/u.test(name));
    expectAll(cases);
    for (const [name, told] of cases) {
      const { matches, alike } = catalogue.lookUp(name.replaceAll('-', ''));
      const genes = [...matches, ...alike].map(({ gene }) => gene.symbol);
      expect(genes, name).toEqual(expect.arrayContaining(told.map(({ symbol }) => symbol)));
    }
  });

  test('50 symbols that spreadsheets turn into dates', () => {
    const month = /^(jan|feb|mar|marc|march|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(\d{1,2})$/u;
    const cases = fifty(
      (name) => Number(month.exec(name)?.[2] ?? 0) > 0 && Number(month.exec(name)?.[2]) < 32,
    );
    expect(cases.length).toBeGreaterThanOrEqual(ASKED);
    for (const [name, told] of cases) {
      const [, letters = '', day = ''] = month.exec(name) ?? [];
      const shown = `${Number(day)}-${letters.slice(0, 1).toUpperCase()}${letters.slice(1, 3)}`;
      const finding = catalogue.lookUp(shown);
      const genes = finding.matches.map(({ gene }) => gene.symbol);
      expect(finding.date, name).toEqual({ typed: 'date', shown });
      expect(genes, name).toEqual(expect.arrayContaining(told.map(({ symbol }) => symbol)));
    }
  });

  test.each([
    ['p65', ['GORASP1', 'RELA', 'SYT1']],
    ['p53', ['TP53']],
    ['p38', ['AHSA1', 'AIMP2', 'MAPK14']],
    ['p21', ['CDKN1A', 'NSG1', 'TCEAL1', 'H3P16']],
    ['HGF', ['HGF', 'IL6', 'SOS1']],
    ['AP-1', ['FOS', 'FOSB', 'JUN', 'JUND']],
    ['AP-2', ['TFAP2A']],
    ['MRP1', ['ABCC1', 'MSH3']],
    ['gp130', ['IL6ST', 'LRPPRC']],
    ['OCT4', ['POU5F1']],
    ['c-Myc', ['MYC']],
    ['β-catenin', ['CTNNB1']],
    ['IFN-γ', ['IFNG']],
    ['tumor necrosis factor', ['TNF']],
    ['1-Mar', ['MARCHF1', 'MTARC1', 'RTL1']],
  ])('%s', (typed, wanted) => {
    expect(catalogue.lookUp(typed).matches.map(({ gene }) => gene.symbol)).toEqual(wanted);
  });
});
