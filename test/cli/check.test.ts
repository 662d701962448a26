import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCheck } from '../../src/cli/check-main.js';
import { packagePath } from '../../src/package-path.js';
import { loadRecord } from '../../src/record/load.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await runCheck(args, {
    folder,
    write: (text) => output.push(text),
    writeError: (text) => errors.push(text),
  });
  return { code, output: output.join(''), errors: errors.join('') };
}

/** Writes a record with some of its text replaced. */
async function put(name: string, ...changes: readonly (readonly [string, string])[]): Promise<string> {
  const file = join(folder, name);
  const text = changes.reduce(
    (all, [from, to]) => {
      if (!all.includes(from)) throw new Error(`the record has no ${from}`);
      return all.replace(from, to);
    },
    await readFile(packagePath('data', 'il32.json'), 'utf8'),
  );
  await writeFile(file, text);
  return file;
}

describe('a records folder', () => {
  test('the records of the project read well', async () => {
    expect(await run(packagePath('data'))).toEqual({
      code: 0,
      output: 'data/il32.json: sound: /il32, 12 names, 16 cross-references, 15 statements, 3 references\n',
      errors: '',
    });
  });

  test('warnings do not fail; every file and every problem is named', async () => {
    const long = 'IL32 encodes a member of the cytokine family'.padEnd(161, '.');
    const warned = await put(
      'a.json',
      ['"text": "IL32 encodes a member of the cytokine family."', `"text": "${long}"`],
      ['        "assembly": "GRCh37",\n        "assemblyBasis": "inferred",\n', ''],
    );
    const shown = relative(process.cwd(), warned);
    expect(await run()).toEqual({
      code: 0,
      output: [
        `${shown}: sound: /il32, 12 names, 16 cross-references, 15 statements, 3 references`,
        `${shown}: locations[0].place: warning: no assembly: readers cannot find the place in a browser. Name it, or say that you infer it.`,
        `${shown}: statements[0].text: warning: 161 characters; up to 160 read well on a phone.`,
        '',
      ].join('\n'),
      errors: '',
    });
    const one = await put('b.json', ['"9235"', '"9235x"'], ['"606001"', '"6O6001"']);
    const two = await put('c.json', ['P24001', 'P2400']);
    const { code, errors } = await run();
    expect(code).toBe(1);
    expect(errors).toBe(
      [
        `${one}: identifiers[0].accession: "6O6001" has not the form of OMIM for human: expected 6 digits`,
        `${one}: identifiers[3].accession: "9235x" has not the form of NCBI Gene for human: expected a number of up to 10 digits`,
        `${two}: identifiers[7].accession: "P2400" has not the form of UniProtKB for human: expected 6 or 10 letters and digits, and for one isoform a hyphen and its number`,
        '',
      ].join('\n'),
    );
  });

  test('two files with one command and one symbol', async () => {
    const a = await put('a.json');
    const b = await put('b.json');
    expect((await run()).errors).toBe(
      [
        `${b}: command: "il32" is the command of ${a} already; expected one command for each record`,
        `${b}: symbol: "IL32" is the symbol of ${a} already; expected one record for each gene`,
        '',
      ].join('\n'),
    );
  });

  test('no statement of first importance', async () => {
    const file = await put('a.json');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('"importance": 1,', ''));
    expect((await run(file)).output).toContain(
      'statements: warning: none has "importance": 1, so nobody knows what to say first of this gene.',
    );
  });
});

describe('what a file may not have', () => {
  test.each<[string, readonly [string, string], string]>([
    [
      "a mouse's accession in the human column",
      ['ENSG00000008517', 'ENSMUSG00000008517'],
      'identifiers[5].accession: "ENSMUSG00000008517" has not the form of Ensembl for human: expected ENSG and 11 digits',
    ],
    [
      'an entry of a database that has no such species',
      [
        '"database": "uniprot", "species": "mouse", "accession": null',
        '"database": "omim", "species": "mouse", "accession": "606002"',
      ],
      'identifiers[8].database: OMIM has no genes of mouse (taxon 10090); it has those of taxon 9606',
    ],
    [
      'chromosome 20 of the mouse',
      [
        '{ "species": "mouse", "place": null }',
        '{ "species": "mouse", "place": { "chromosome": "20", "start": 1, "end": 2, "rounding": 1, "assembly": "GRCm39" } }',
      ],
      'locations[1].place.chromosome: expected a chromosome of mouse (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, X, Y, MT), found "20"',
    ],
    [
      'an end beyond the chromosome',
      ['"end": 3130000', '"end": 90354754'],
      'locations[0].place.end: expected at most 90354753 bp, the end of chromosome 16 on GRCh37, found 90354754 bp',
    ],
    [
      'an assembly of another species',
      ['"assembly": "GRCh37"', '"assembly": "GRCm39"'],
      'locations[0].place.assembly: expected an assembly of human (GRCh37, GRCh38), found "GRCm39"',
    ],
    [
      'a band of another chromosome than the place',
      ['16p13.3', '17p13.3'],
      'cytobands[0].band: expected a band of chromosome 16, where the record\'s place is, found "17p13.3"',
    ],
    [
      'a mark that turns the direction of text',
      ['"name": "NK4"', '"name": "NK\u202E4"'],
      'names[6].name: expected only characters that can be seen, found U+202E',
    ],
    [
      'an address whose site is another than it seems',
      ['https://en.wikipedia.org/wiki', 'https://en.wikipedia.org@evil.example/wiki'],
      'sources[0].url: expected an address without a user name: what stands before the @ is not the site',
    ],
    [
      'a key twice',
      ['"command": "il32",', '"command": "il32",\n  "command": "il33",'],
      'line 5, column 3: "command" stands in this object already; expected it once',
    ],
    [
      'a comma too many',
      ['"command": "il32",', '"command": "il32",,'],
      'line 4, column 21: not JSON: property name expected',
    ],
    [
      'a date that no calendar has',
      ['"date-parts": [[2005, 1]]', '"date-parts": [[2005, 2, 31]]'],
      'references[1].issued.date-parts[0]: expected a real date: year, year and month, or year, month and day',
    ],
    [
      'a relation that is not in the table',
      ['"relation": "is"', '"relation": "teleports"'],
      'statements[0].claim.relation: Invalid option: expected one of "is"|"has"|"contains"',
    ],
    [
      'a source that is not there',
      ['"kind": "alias", "source": "hgnc"', '"kind": "alias", "source": "hearsay"'],
      'names[6].source: expected the id of a source, found "hearsay"',
    ],
    [
      'a second entry of a database without a label',
      [
        '{ "database": "refseq_mrna", "species": "human", "accession": "NM_001012631" }',
        '{ "database": "refseq_mrna", "species": "human", "accession": "NM_001012631", "label": "variant 1" }, { "database": "refseq_mrna", "species": "human", "accession": "NM_004221" }',
      ],
      'identifiers[10]: expected a label that sets it apart: RefSeq (mRNA) of human has 2 entries',
    ],
  ])('%s', async (_what, change, expected) => {
    const file = await put('bad.json', change);
    const { code, errors } = await run(file);
    expect(code).toBe(1);
    expect(errors).toContain(`${file}: ${expected}`);
  });

  test('bytes that are no UTF-8, with the line where they are', async () => {
    const file = await put('bad.json');
    const bytes = await readFile(file);
    bytes[bytes.indexOf('NK4')] = 0xff;
    await writeFile(file, bytes);
    expect((await run(file)).errors).toMatch(
      new RegExp(`^${file}: line 16, column \\d+: expected UTF-8 text; save the file as UTF-8\n$`, 'u'),
    );
  });
});

describe('an older file', () => {
  test('is written in the present version, and means the same', async () => {
    const file = join(folder, 'il31.json');
    await writeFile(file, await readFile(packagePath('test', 'fixtures', 'il31.json')));
    const before = await loadRecord(file);
    expect(await run('--upgrade', file)).toEqual({
      code: 0,
      output: `${file}: written in the present version\n`,
      errors: '',
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ schemaVersion: 2 });
    expect(await loadRecord(file)).toEqual(before);
    expect((await run('--upgrade', file)).output).toBe(`${file}: is in the present version already\n`);
  });

  test('an unsound one is left as it is', async () => {
    const file = await put('bad.json', ['"schemaVersion": 2', '"schemaVersion": 1'], ['P24001', 'P2400']);
    const text = await readFile(file, 'utf8');
    expect(await run('--upgrade', file)).toMatchObject({ code: 1, output: '' });
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

test('--help says how it is used, and what is wrong with other arguments', async () => {
  expect((await run('--help')).output).toMatch(/^Usage: npm run check/u);
  const { code, errors } = await run('--faster');
  expect([code, errors.includes('--faster'), errors.includes('Usage: npm run check')]).toEqual([
    1,
    true,
    true,
  ]);
});
