import { expect, test } from 'vitest';
import { respond } from '../../src/answer/respond.js';
import { il31, il32 } from '../fixtures/records.js';

const ENSEMBL = { do: 'id', databases: ['ensembl'], species: null } as const;

test('the same facts are the same answer', () => {
  expect(respond(il32, { ...ENSEMBL })).toBe(respond(il32, { ...ENSEMBL }));
});

test('another record, verdict, species or note makes another answer', () => {
  const answer = respond(il32, ENSEMBL);
  const yes = respond(il32, ENSEMBL, { verdict: 'yes' });
  const noted = respond(il32, ENSEMBL, { notes: ['A note.'] });
  expect(respond(il31, ENSEMBL)).not.toBe(answer);
  expect([answer.verdict, yes.verdict]).toEqual([null, 'yes']);
  expect(respond(il32, { ...ENSEMBL, species: 'mouse' })).not.toBe(answer);
  expect([answer.notes, noted.notes]).toEqual([[], ['A note.']]);
  expect(respond(il32, ENSEMBL)).toBe(answer);
});

test('what somebody puts into a format cannot pass for a verdict', () => {
  const [reference] = il32.references;
  const references = [reference?.id ?? ''];
  const yes = respond(il32, { do: 'cite', references, format: 'apa' }, { verdict: 'yes' });
  const forged = respond(il32, { do: 'cite', references, format: 'apa\nyes' });
  expect([yes.verdict, forged.verdict]).toEqual(['yes', null]);
});

test('stays right when more was asked than is kept', () => {
  const ids = il32.statements.map(({ id }) => id);
  const sets = Array.from({ length: 1_200 }, (_, n) => ids.filter((_id, bit) => ((n >> bit) & 1) === 1));
  const asked = sets.filter((statements) => statements.length > 0);
  for (const statements of [...asked, ...asked]) {
    const answer = respond(il32, { do: 'function', statements });
    expect(answer.kind === 'function' ? answer.statements.map(({ id }) => id) : null).toEqual(statements);
  }
});

test('nothing asked with an empty name or a joined id passes for all, or for several', () => {
  const ids = il32.references.map(({ id }) => id);
  const kinds = [
    respond(il32, { do: 'alias', name: null }),
    respond(il32, { do: 'alias', name: '' }),
    respond(il32, { do: 'cite', references: [], format: null }),
    respond(il32, { do: 'cite', references: [''], format: null }),
    respond(il32, { do: 'cite', references: ids, format: null }),
    respond(il32, { do: 'cite', references: [ids.join(',')], format: null }),
  ].map(({ kind }) => kind);
  expect(kinds).toEqual(['alias', 'none', 'citation', 'none', 'citation', 'none']);
});
