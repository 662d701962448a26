import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEval } from '../../src/cli/eval-main.js';
import { packagePath } from '../../src/package-path.js';

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runEval(args, {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'));
  await writeFile(
    file('good.jsonl'),
    [
      '{"q":"omim number","expect":["id:omim"]}',
      '{"q":"IL-33 receptor","expect":["none"]}',
      '{"q":"what is NK4","expect":["id:omim"]}',
    ].join('\n'),
  );
  await writeFile(file('empty.jsonl'), '\n');
  await writeFile(file('bad.jsonl'), '{"q":"a","expect":["alias"]}\n{"q":"b"}');
  await writeFile(file('cxcl8.jsonl'), '{"q":"uniprot accession","expect":["id:uniprot"]}');
});

afterAll(() => rm(folder, { recursive: true }));

describe('eval', () => {
  it('scores a file of questions and shows what did not come out right', async () => {
    const { code, out, err } = await run(file('good.jsonl'));
    expect([code, err, out.split('\n')]).toEqual([
      0,
      '',
      [
        `${file('good.jsonl')}: 3 questions`,
        '  right kind, of the answerable        50.0%          1 of 2',
        '  abstained, of the others            100.0%          1 of 1',
        '  wrong kind, of all                   33.3%          1 of 3',
        '  right facts, where labelled         100.0%          1 of 1',
        '  right lead, where labelled               -          0 of 0',
        '  wrong Yes or No, of these                -          0 of 0',
        '  right in all of these, of all        66.7%          2 of 3',
        'Failures (1):',
        '  kind wrong: "what is NK4"',
        '    expected id:omim',
        '    got alias alias:NK4: Names of IL32 / NK4 is an alias of IL32 (Interleukin 32).',
        '',
      ],
    ]);
  });

  it('asks about another record', async () => {
    const record = packagePath('test', 'fixtures', 'cxcl8.json');
    expect((await run('--record', record, file('cxcl8.jsonl'))).out).toContain('No failures.');
  });

  it('makes questions from a record', async () => {
    const record = packagePath('test', 'fixtures', 'il31.json');
    const { code, out } = await run('--record', record, '--seed', '0');
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^grid of il31, seed 0: \d+ questions$/u),
    ]);
    expect(out).toMatch(/^ {4}wrong accessions +\d/mu);
  }, 30_000);

  it('says what labels are', async () => {
    const { code, out } = await run('--help');
    expect([code, out]).toEqual([0, expect.stringContaining('id:DATABASE  the accession in one database')]);
  });

  it.each([
    [
      'an empty file',
      ['empty.jsonl'],
      'empty.jsonl: no question found; expected one on each line: {"q": "...", "expect": ["alias"]}',
    ],
    ['a bad line', ['bad.jsonl'], 'bad.jsonl: line 2: expect: expected a list of labels'],
    ['two files', ['good.jsonl', 'bad.jsonl'], 'expected one file of questions'],
  ])('refuses %s', async (_, names, message) => {
    const { code, out, err } = await run(...names.map(file));
    expect([code, out, err.replaceAll(`${folder}/`, '')]).toEqual([1, '', `${message}\n`]);
  });

  it.each([
    [['--seed', 'x'], '--seed: expected a whole number such as 1, found "x"'],
    [
      ['--record', 'r.json'],
      '--record: expected a file of questions beside it, or --seed NUMBER for questions made from it',
    ],
    [['--nope'], "Unknown option '--nope'"],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
  });

  it('names a file that is not there', async () => {
    const { code, err } = await run(file('none.jsonl'));
    expect([code, err]).toEqual([1, expect.stringContaining('none.jsonl: cannot read the file')]);
  });
});
