import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runAsk } from '../../src/cli/ask-main.js';
import { LineError, readLine } from '../../src/cli/jsonl.js';
import { il32 } from '../fixtures/records.js';

async function run(args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const written: string[] = [];
  const errors: string[] = [];
  const code = await runAsk(args, {
    input: Readable.from([input]),
    write: (text) => written.push(text),
    writeError: (text) => errors.push(text),
    records: () => Promise.resolve([il32]),
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

  it('says how the answer was found with --why', async () => {
    const { out } = await run(['--why', 'uniport id of IL-32']);
    const lines = out.slice(out.indexOf('Recognised')).trim().split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'Recognised in what asks:',
      '  known     uniport (misspelt, score 0.10): database uniprot',
      '  known     id: generic',
      '  own       IL-32: name IL32 (symbol)',
      'Asked about: gene; open',
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

describe('readLine', () => {
  it.each(['', '[]', '"q"', '{"q":1}', '{"q":"a","after":2}', '{"q":'])('refuses %s', (line) => {
    expect(() => readLine(line)).toThrow(LineError);
  });

  it('ignores what else stands on a line', () => {
    expect(readLine('{"q":"a","note":"b"}')).toEqual({ q: 'a' });
  });
});
