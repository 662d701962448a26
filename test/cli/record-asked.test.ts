import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, toLine } from '../../src/cli/jsonl.js';
import { runRecord } from '../../src/cli/record-main.js';
import { loadRecords } from '../../src/record/load.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { startServices } from '../import/services.js';

/** Drafts of three genes from services on this machine, asked as they are: nobody has edited a line. */

const THINGS = { cell: { 'T cell': [], macrophage: [], monocyte: [] }, process: { apoptosis: [] } };
const TIMING = { pace: 0, timeout: 2000, backoff: 1, longestWait: 50, tries: 3 };

let folder: string;
let records: readonly GeneRecord[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asked-'));
  for (const gene of ['TP53', 'IL32', 'CXCL8']) {
    const { urls } = await startServices();
    const quiet = (): void => undefined;
    const environment = { folder, urls, things: THINGS, today: '2026-11-27', timing: TIMING };
    expect(await runRecord([gene], { ...environment, print: quiet, printError: quiet })).toBe(0);
  }
  records = await loadRecords(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['is BCC7 a name of TP53?', 'alias', 'alias:BCC7', 'Yes'],
  ['TAIFa', 'alias', 'alias:TAIFa', ''],
  ['UniProt accession of TP53', 'identifier', 'id:uniprot:human', 'P04637'],
  ['what is ENSG00000141510?', 'identifier', 'id:ensembl:human', 'TP53'],
  ['where is TP53?', 'location', 'location:human', '7,661,779-7,687,546'],
  ['cite PMID 33333333', 'citation', 'citation:pmid-33333333', 'A newer paper about macrophages'],
  [
    'which paper says that macrophages have something to do with p53?',
    'citation',
    'citation:pmid-33333333',
    '2021',
  ],
  ['what does TP53 do?', 'function', 'function:summary-1', 'This gene makes a protein that binds DNA'],
])('%s', async (q, kind, fact, text) => {
  const line = await toLine(q, answerOf(records, { q }));
  expect(line.kind).toBe(kind);
  expect(line.facts).toContain(fact);
  expect(line.text).toContain(text);
});

test.each([
  'does TP53 affect macrophages?',
  'is TP53 about apoptosis in T cells?',
  'does IL32 act on monocytes?',
])('a statement without a claim never leads with Yes or No: %s', async (q) => {
  const { text } = await toLine(q, answerOf(records, { q }));
  expect(text).not.toMatch(/^(?:Yes|No)[.,]/mu);
});

test('a lead is marked as one, whoever shows it', async () => {
  const { facts, text } = await toLine('', answerOf(records, { q: 'is TP53 about apoptosis in T cells?' }));
  expect(facts).toContain('function:generif-11111111');
  expect(text).toContain('NCBI GeneRIF, not yet reviewed');
});
