import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { packagePath } from '../../src/package-path.js';
import { DATABASE_KEYS } from '../../src/record/databases.js';
import { parseRecord } from '../../src/record/load.js';
import type { GeneRecord } from '../../src/record/schema.js';

const LABELS = [
  'alias',
  ...DATABASE_KEYS.map((key) => `id:${key}`),
  'id:all',
  'function',
  'citation',
  'location',
  'species',
  'summary',
  'help',
  'none',
] as const;

/** One line of `data/understanding/genes/*.jsonl`. */
const labelled = z.strictObject({
  q: z.string().trim().min(1).max(300),
  after: z.string().trim().min(1).max(300).optional(),
  record: z.string(),
  expect: z.array(z.enum(LABELS)).min(1),
  facts: z.array(z.string()).min(1).optional(),
  verdict: z.enum(['yes', 'no', 'unsaid', 'none']).optional(),
});

type Labelled = z.infer<typeof labelled>;

const FOLDER = packagePath('data', 'understanding', 'genes');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));

function recordOf(command: string): GeneRecord {
  const file =
    command === 'il32'
      ? packagePath('data', 'il32.json')
      : packagePath('test', 'fixtures', 'genes', `${command}.json`);
  return parseRecord(readFileSync(file, 'utf8'), file);
}

function questionsOf(file: string): readonly Labelled[] {
  const lines = readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => labelled.parse(JSON.parse(line)));
}

/** The id of everything that a record can be asked for, taken from the record alone, without the code that answers. */
function idsOf(record: GeneRecord): ReadonlySet<string> {
  return new Set([
    'summary',
    ...record.names.map(({ name }) => `alias:${name}`),
    ...record.identifiers.map(({ database, species }) => `id:${database}:${species}`),
    ...record.statements.map(({ id }) => `function:${id}`),
    ...record.references.map(({ id }) => `citation:${id}`),
    ...record.locations.map(({ species }) => `location:${species}`),
    ...record.species.map(({ id }) => `species:${id}`),
  ]);
}

test('there is a file of questions for each made-up gene', () => {
  const records = readdirSync(packagePath('test', 'fixtures', 'genes')).filter((name) =>
    name.endsWith('.json'),
  );
  const asked = FILES.map((name) => basename(name, '.jsonl')).filter((command) => command !== 'il32');
  expect(asked.sort()).toEqual(records.map((name) => basename(name, '.json')).sort());
});

describe.each(FILES)('the labelled questions in %s', (file) => {
  const command = basename(file, '.jsonl');
  const questions = questionsOf(file);

  test('are about the record that the file is named after, each asked once', () => {
    expect(questions.filter(({ record }) => record !== command)).toEqual([]);
    const asked = questions.map(({ q, after }) => JSON.stringify([after, q]));
    expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
  });

  test('name facts that the record has', () => {
    const known = idsOf(recordOf(command));
    expect(questions.filter(({ facts = [] }) => facts.some((id) => !known.has(id)))).toEqual([]);
  });

  test('expect the kinds that their facts are of', () => {
    const kinds = (expected: Labelled['expect']): readonly string[] =>
      expected.map((label) => label.replace(/^id:.*$/u, 'id'));
    const strays = questions.filter(({ expect: expected, facts = [] }) =>
      facts.some((id) => !kinds(expected).includes(id.replace(/:.*$/u, ''))),
    );
    expect(strays).toEqual([]);
  });

  test('answer neither Yes nor No where the record does not say', () => {
    const refused = questions.filter(({ expect: expected }) => expected.join() === 'none');
    expect(refused.filter(({ verdict }) => verdict === 'yes' || verdict === 'no')).toEqual([]);
  });
});
