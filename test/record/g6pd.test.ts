import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packagePath } from '../../src/package-path.js';
import { ENTITY_KINDS, geneRecordSchema, NAME_KINDS } from '../../src/record/schema.js';
import { recordWarnings } from '../../src/record/warnings.js';
import { sourceLine } from '../../src/record/words.js';
import { g6pd } from '../fixtures/records.js';

/** Every key that a JSON Schema allows, by the names of the lists and objects above it. */
function keysOf(schema: z.core.JSONSchema._JSONSchema, path: string): string[] {
  if (typeof schema === 'boolean') return [];
  const items = Array.isArray(schema.items) ? schema.items : schema.items === undefined ? [] : [schema.items];
  const below = [...items, ...(schema.anyOf ?? []), ...(schema.prefixItems ?? [])].flatMap((each) =>
    keysOf(each, path),
  );
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, each]) => [
    `${path}.${key}`,
    ...keysOf(each, `${path}.${key}`),
  ]);
  return [...own, ...below];
}

function keysIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keysIn(each, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    `${path}.${key}`,
    ...keysIn(each, `${path}.${key}`),
  ]);
}

test('the record of tests uses every field of the schema', () => {
  const written: unknown = JSON.parse(readFileSync(packagePath('test', 'fixtures', 'g6pd.json'), 'utf8'));
  const used = new Set(keysIn(written, ''));
  const allowed = keysOf(z.toJSONSchema(geneRecordSchema, { io: 'input' }), '');
  expect(allowed.length).toBeGreaterThan(90);
  expect([...new Set(allowed)].filter((key) => !used.has(key))).toEqual([]);
});

test('and every kind of name and of thing, both polarities, both certainties and every importance', () => {
  expect(new Set(g6pd.names.map(({ kind }) => kind))).toEqual(new Set(NAME_KINDS));
  expect(new Set(g6pd.entities.map(({ kind }) => kind))).toEqual(new Set(ENTITY_KINDS));
  const of = (key: 'polarity' | 'certainty' | 'importance') =>
    [...new Set(g6pd.statements.map((statement) => statement[key]))].toSorted();
  expect([of('polarity'), of('certainty'), of('importance')]).toEqual([
    ['negative', 'positive'],
    ['putative', 'stated'],
    [1, 2, 3],
  ]);
});

test('reads without a warning, and says what it is', () => {
  expect(recordWarnings(g6pd)).toEqual([]);
  expect(sourceLine(g6pd)).toBe(
    'Source: the tests of this project, "G6PD, a record for tests: written from general knowledge, not read up", revised 2026, CC0 1.0',
  );
});

test('what a claim names is mentioned', () => {
  const mentions = (id: string) => g6pd.statements.find((statement) => statement.id === id)?.mentions;
  expect(mentions('makes-nadph')).toEqual(['nadph', 'red-cell']);
  expect(mentions('isoform-a')).toEqual(['liver']);
  expect(mentions('enzyme')).toEqual(['pentose-phosphate', 'oxidoreductase']);
});
