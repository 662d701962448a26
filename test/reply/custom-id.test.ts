import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Request } from '../../src/answer/request.js';
import { decodeStep, encodeStep } from '../../src/reply/custom-id.js';
import { il31, il32 } from '../fixtures/records.js';

const RECORDS = [il32, il31];

describe('a custom_id carries its step through a restart', () => {
  test.each<Request>([
    { do: 'ask', question: 'what: is "NK4"? 100%' },
    { do: 'alias', name: null },
    { do: 'alias', name: 'IL-32γ' },
    { do: 'id', databases: [], species: null },
    { do: 'id', databases: ['ensembl', 'refseq_protein'], species: 'mouse' },
    { do: 'accession', accession: 'NM_001012631.4' },
    { do: 'function', statements: [] },
    { do: 'function', statements: ['osteoclast-activation', 'chemokines'] },
    { do: 'function', statements: [], page: 2 },
    { do: 'cite', references: [], format: null },
    { do: 'cite', references: ['kim-2005', 'mabilleau-2009'], format: 'csl-json' },
    { do: 'cite', references: [], format: 'apa', page: 1 },
    { do: 'locate', species: null },
    { do: 'species', species: 'mouse' },
    { do: 'card' },
    { do: 'help' },
    {
      do: 'several',
      requests: [
        { do: 'alias', name: null },
        { do: 'id', databases: ['uniprot'], species: 'mouse' },
        { do: 'cite', references: [], format: 'apa' },
        { do: 'card' },
      ],
    },
  ])('%j', (request) => {
    for (const action of ['ask', 'share', 'format'] as const) {
      for (const verdict of [null, 'yes', 'no', 'not-said'] as const) {
        const text = encodeStep({ action, record: il32, request, verdict });
        expect(text?.length).toBeLessThanOrEqual(100);
        expect(decodeStep(text ?? '', RECORDS)).toEqual({ action, record: il32, request, verdict });
      }
    }
  });

  test('text that would have to be cut is not encoded', () => {
    expect(
      encodeStep({
        action: 'ask',
        record: il32,
        request: { do: 'ask', question: 'x'.repeat(90) },
        verdict: null,
      }),
    ).toBeNull();
  });

  test('half a character does not make it throw', () => {
    const request: Request = { do: 'ask', question: 'a\ud83d b' };
    expect(encodeStep({ action: 'ask', record: il32, request, verdict: null })).toBe(
      '1:a:il32::ask:a%EF%BF%BD%20b',
    );
  });

  test('its form is fixed: what stands in old messages must keep working', () => {
    const request: Request = { do: 'id', databases: ['ensembl'], species: 'mouse' };
    expect(encodeStep({ action: 'share', record: il32, request, verdict: 'yes' })).toBe(
      '1:s:il32:y:id:ensembl:mouse',
    );
    expect(
      encodeStep({
        action: 'ask',
        record: il32,
        request: { do: 'function', statements: ['chemokines'] },
        verdict: null,
      }),
    ).toBe('1:a:il32::function:xkML');
  });
});

describe('a custom_id of nobody’s making is refused', () => {
  test.each([
    '',
    'x',
    '2:a:il32::card',
    '1:z:il32::card',
    '1:a:il99::card',
    '1:a:il32:maybe:card',
    '1:a:il32::dance',
    '1:a:il32::alias:%E0%A4%A',
    '1:a:il32::function:zzzz',
    '1:a:il32::cite:zzzz:',
  ])('%s', (text) => {
    expect(decodeStep(text, RECORDS)).toBeNull();
  });

  test('no text makes decoding throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        decodeStep(text, RECORDS);
        decodeStep(`1:a:il32::${text}`, RECORDS);
      }),
    );
  });
});
