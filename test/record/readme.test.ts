import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagePath } from '../../src/package-path.js';
import { parseRecord } from '../../src/record/load.js';
import { RELATIONS } from '../../src/record/relations.js';
import { ENTITY_KINDS, NAME_KINDS } from '../../src/record/schema.js';

const README = readFileSync(packagePath('data', 'README.md'), 'utf8');
const [, least = ''] = /```json\n(\{\n {2}"\$schema".*?\n\})\n```/su.exec(README) ?? [];

test('the least record of the guide is sound', () => {
  expect(parseRecord(least, 'README.md').command).toBe('tp53');
});

test.each<[list: string, example: RegExp]>([
  ['names', /\{ "name": "Trp53".*?\}/u],
  ['identifiers', /\{ "database": "refseq_mrna".*?\}/u],
  ['locations', /\{ "species": "human", "place".*?\} \}/u],
  ['species', /\{ "id": "mouse".*?\} \}/u],
  ['statements', /\{ "id": "binds-mdm2".*?\}/u],
])('the example of %s in the guide is sound', (list, example) => {
  const record = JSON.parse(least);
  const found = JSON.parse(example.exec(README)?.[0] ?? '');
  record.species.push({ id: 'mouse', name: 'Mouse', taxon: 10090 });
  if (list === 'species') record.species.pop();
  if (list === 'statements') found.references = ['ncbi-gene'];
  record[list].push(found);
  expect(parseRecord(JSON.stringify(record), 'README.md').command).toBe('tp53');
});

test('every kind and relation that the guide names is one, and every kind is named', () => {
  const relations = new Set(RELATIONS.map(({ key }) => key));
  const [, list = ''] =
    /^- `relation`: .*?:(.*?)\n {2}is from/su.exec(README.slice(README.indexOf('- `relation`'))) ?? [];
  const named = [...list.matchAll(/`([a-z-]+)`/gu)].map(([, key = '']) => key);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((key) => !relations.has(key))).toEqual([]);
  for (const kind of [...ENTITY_KINDS, ...NAME_KINDS]) expect(README).toContain(kind);
});
