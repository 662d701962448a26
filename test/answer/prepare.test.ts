import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { factsOf, makeFacts } from '../../src/answer/facts.js';
import { prepare } from '../../src/answer/prepare.js';
import { packagePath } from '../../src/package-path.js';
import { loadRecords } from '../../src/record/load.js';

test('loads in steps what answers are made from, and facts no second time', async () => {
  const records = await loadRecords(packagePath('data'));
  const [record] = records;
  if (record === undefined) throw new Error('there is no record');
  expect([...prepare(records)].length).toBeGreaterThan(record.statements.length);
  expect(factsOf(record).map(({ statement }) => statement)).toEqual(record.statements);
  expect([...makeFacts(record)]).toEqual([]);
});

test('a question in the middle of it is answered all the same', async () => {
  const records = await loadRecords(packagePath('data'));
  const [record] = records;
  if (record === undefined) throw new Error('there is no record');
  for (const _step of prepare(records)) {
    const { kind } = ask(records, 'What is NK4?', { record });
    expect(kind).toBe('alias');
  }
});
