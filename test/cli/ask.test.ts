import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runAsk } from '../../src/cli/ask-main.js';
import { LineError, readLine } from '../../src/cli/jsonl.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { cxcl8, g6pd, il32 } from '../fixtures/records.js';

async function run(
  args: readonly string[],
  input = '',
  records: readonly GeneRecord[] = [il32],
): Promise<{ code: number; out: string; err: string }> {
  const written: string[] = [];
  const errors: string[] = [];
  const code = await runAsk(args, {
    input: Readable.from([input]),
    write: (text) => written.push(text),
    writeError: (text) => errors.push(text),
    records: () => Promise.resolve(records),
    catalogue: () => Promise.resolve(null),
  });
  return { code, out: written.join(''), err: errors.join('') };
}

const lineOut = z.strictObject({
  q: z.string(),
  kind: z.string(),
  text: z.string().min(1),
  facts: z.array(z.string()),
  verdict: z.enum(['yes', 'no', 'not-said']).nullable(),
  suggestions: z.array(z.object({ label: z.string(), request: z.object({ do: z.string() }) })),
});

describe('ask', () => {
  it('prints the answer as text', async () => {
    const { code, out, err } = await run(['what', 'is', 'NK4?']);
    expect([code, err, out.split('\n').slice(0, 3)]).toEqual([
      0,
      '',
      ['Names of IL32', '', 'NK4 is an alias of IL32 (Interleukin 32).'],
    ]);
  });

  it('prints one object with --json', async () => {
    const { out } = await run(['--json', 'omim number']);
    const line = lineOut.parse(JSON.parse(out));
    expect([line.q, line.kind, line.facts]).toEqual(['omim number', 'identifier', ['id:omim:human']]);
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('answers lines in order and goes on after a bad one', async () => {
    const input =
      '{"q":"refseq mrna?"}\nnot json\n\n{"q":"and the protein one?","after":"refseq mrna?"}\r\n{"x":1}\n{"q":"IL-33"}';
    const { code, out } = await run(['--jsonl'], input);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
    expect(code).toBe(0);
    expect(lines.map((line) => line['error'] ?? line['facts'])).toEqual([
      ['id:refseq_mrna:human', 'id:refseq_mrna:mouse'],
      'not JSON; expected {"q": "a question", "after": "the question before, optional"}',
      ['id:refseq_protein:human', 'id:refseq_protein:mouse'],
      'expected an object with a string "q" and, if there is one, a string "after"',
      [],
    ]);
    expect(lines[1]?.['line']).toBe('not json');
  });

  it('says with --why why there is no Yes or No', async () => {
    const { out } = await run(['--why', 'does IL-32 induce TNF and lower IL-8?']);
    expect(out).toContain('\nNo Yes or No: two deeds in one\n');
  });

  it('says how the answer was found with --why', async () => {
    const { out } = await run(['--why', 'uniport id of IL-32']);
    const lines = out.slice(out.indexOf('Recognised')).trim().split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'Recognised in what asks:',
      '  known     uniport id (misspelt, score 0.14): database uniprot',
      '  own       IL-32: name IL32 (symbol)',
      'Asked about: gene; open',
      'Read as: uniprot id | of | il 32 (the gene)',
      'Claim: verb none, sign none, gene neither acts nor is acted upon; objects: none',
    ]);
    expect(lines.filter((line) => /^(?:Intents|What pushed|Decided|Kind|Nearest)/u.test(line))).toEqual([
      'Intents:',
      'What pushed towards id (+) or none (-):',
      expect.stringMatching(/^Decided: answer \(id, \d+%\)$/u),
      'Kind: identifier',
      'Nearest labelled questions:',
    ]);
  });

  it('explains its use, and fails on wrong arguments', async () => {
    expect((await run(['--help'])).out).toMatch(/^Usage: npm run --silent ask/u);
    expect([(await run([])).code, (await run(['  '])).code, (await run(['--nope', 'x'])).code]).toEqual([
      1, 1, 1,
    ]);
    expect((await run(['--nope', 'x'])).err).toMatch(/^Unknown option '--nope'/u);
  });
});

describe('ask with several records', () => {
  const ALL = [il32, cxcl8, g6pd];
  const lineOf = async (...args: string[]) => {
    const { out } = await run(['--json', ...args], '', ALL);
    return z.looseObject({ kind: z.string(), facts: z.array(z.string()) }).parse(JSON.parse(out));
  };

  it('the question says which gene it is about', async () => {
    expect(await lineOf('omim number of G6PD')).toMatchObject({ facts: ['id:omim:human'] });
    expect((await run(['P10145'], '', ALL)).out).toContain('CXCL8');
  });

  it('--gene asks under the command of one, by any of its names', async () => {
    for (const name of ['g6pd', '/g6pd', 'G6PDH']) {
      const { out } = await run(['--gene', name, 'omim number'], '', ALL);
      expect(out).toContain('305900');
    }
    expect(await lineOf('--gene', 'IL32', 'uniprot id of G6PD')).toMatchObject({
      kind: 'none',
      suggestions: [{ label: 'Ask about G6PD', gene: 'g6pd' }],
    });
  });

  it('lines are asked under it too, and what is not named is asked back without it', async () => {
    const input = '{"q":"omim number"}\n';
    const [under] = (await run(['--jsonl', '--gene', 'cxcl8'], input, ALL)).out.split('\n');
    expect(JSON.parse(under ?? '')).toMatchObject({ kind: 'identifier', facts: ['id:omim:human'] });
    const [open] = (await run(['--jsonl'], input, ALL)).out.split('\n');
    expect(JSON.parse(open ?? '')).toMatchObject({
      kind: 'clarify',
      facts: [],
      suggestions: [{ gene: 'il32' }, { gene: 'cxcl8' }, { gene: 'g6pd' }],
    });
  });

  it('a gene that nobody knows', async () => {
    expect(await run(['--gene', 'IL33', 'omim'], '', ALL)).toEqual({
      code: 1,
      out: '',
      err: '--gene: no record has the name "IL33"; expected a name of IL32, CXCL8, G6PD\n',
    });
  });
});

describe('readLine', () => {
  it.each(['', '[]', '"q"', '{"q":1}', '{"q":"a","after":2}', '{"q":'])('refuses %s', (line) => {
    expect(() => readLine(line)).toThrow(LineError);
  });

  it('ignores what else stands on a line', () => {
    expect(readLine('{"q":"a","note":"b"}')).toEqual({ q: 'a' });
  });
});
