import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRecords, parseRecord, RecordError, recordsReader } from '../../src/record/load.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { il31, il32 } from '../fixtures/records.js';

type Draft = { -readonly [Key in keyof GeneRecord]: GeneRecord[Key] };

function problemsOf(change: (draft: Draft) => void): string[] {
  const draft = structuredClone(il32);
  change(draft);
  try {
    parseRecord(JSON.stringify(draft), 'bad.json');
  } catch (error) {
    if (error instanceof RecordError) return error.message.split('\n');
    throw error;
  }
  return [];
}

function first<T>(entries: readonly T[]): T {
  const [entry] = entries;
  if (entry === undefined) throw new Error('expected an entry');
  return entry;
}

describe('a record is refused with file, path and what was expected', () => {
  test.each<[string, (draft: Draft) => void, string[]]>([
    [
      'an unknown key',
      (draft) => Object.assign(draft, { colour: 'red' }),
      ['bad.json: whole file: Unrecognized key: "colour"'],
    ],
    [
      'a name that is another one after normalising',
      (draft) => draft.names.push({ name: 'IL-32 α', kind: 'alias' }),
      ['bad.json: names[12]: "IL-32 α" is the same as names[2]; expected it once'],
    ],
    [
      'no gene symbol',
      (draft) => draft.names.shift(),
      ['bad.json: names: expected one name of kind "symbol", found 0'],
    ],
    [
      'an accession of another form',
      (draft) => {
        first(draft.identifiers).accession = '60601';
      },
      ['bad.json: identifiers[0].accession: "60601" has not the form of OMIM for human: expected 6 digits'],
    ],
    [
      'two accessions for one database and species that nothing sets apart',
      (draft) =>
        draft.identifiers.push({ database: 'omim', species: 'human', accession: '606002', label: 'second' }),
      ['bad.json: identifiers[0]: expected a label that sets it apart: OMIM of human has 2 entries'],
    ],
    [
      'coordinates in the wrong order',
      (draft) => {
        const { place } = first(draft.locations);
        if (place !== null) place.end = 3_110_000;
      },
      ['bad.json: locations[0].place.end: expected at least the start, 3120000 bp, found 3110000 bp'],
    ],
    [
      'a statement that cites what is not there',
      (draft) => first(draft.statements).references.push('nobody-1999'),
      ['bad.json: statements[0].references[1]: expected the id of a reference, found "nobody-1999"'],
    ],
    [
      'a statement that mentions what is not there',
      (draft) => first(draft.statements).mentions.push('unicorn'),
      ['bad.json: statements[0].mentions[1]: expected the id of an entity, found "unicorn"'],
    ],
    [
      'a claim about what is not there',
      (draft) => {
        Object.assign(first(draft.statements).claim ?? {}, { subject: 'dragon', where: ['lair'] });
      },
      [
        'bad.json: statements[0].claim.subject: expected the id of an entity or of an isoform, found "dragon"',
        'bad.json: statements[0].claim.where[0]: expected the id of an entity, found "lair"',
      ],
    ],
    [
      'a reference that nothing cites',
      (draft) =>
        draft.references.push({ id: 'spare', type: 'webpage', title: 'Spare', URL: 'https://example.org/' }),
      ['bad.json: references[3].id: expected a statement that cites "spare"'],
    ],
    [
      'a reference that nobody can reach',
      (draft) => {
        delete first(draft.references).URL;
      },
      ['bad.json: references[0]: expected a DOI, a PMID or a URL for "entrez-gene"'],
    ],
    [
      'initials that would print as one',
      (draft) => {
        for (const author of draft.references[1]?.author ?? []) Object.assign(author, { given: 'SH' });
      },
      Array.from(
        { length: 5 },
        (_, index) =>
          `bad.json: references[1].author[${index}].given: expected initials one by one, such as "S. H."`,
      ),
    ],
    [
      'an entity that no statement mentions',
      (draft) => draft.entities.push({ id: 'neutrophil', kind: 'cell', name: 'neutrophil', also: [] }),
      ['bad.json: entities[25].id: expected a statement that mentions "neutrophil"'],
    ],
    [
      'a species that the record does not have',
      (draft) => {
        draft.species = draft.species.slice(0, 1);
        draft.locations = [];
        draft.identifiers = draft.identifiers.filter((entry) => entry.species === 'human');
        draft.identifiers.push({ database: 'ensembl', species: 'mouse', accession: null });
      },
      ['bad.json: identifiers[10].species: expected a species of the record (human), found "mouse"'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  test('text that is not JSON', () => {
    expect(() => parseRecord('{"command": ', 'bad.json')).toThrow(
      'bad.json: line 1, column 13: not JSON: value expected',
    );
  });

  test('the sound record has no problem', () => {
    expect(problemsOf(() => undefined)).toEqual([]);
  });
});

describe('a records folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'records-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('each file is one gene, ordered by file name; other files are left alone', async () => {
    await writeFile(join(folder, 'b.json'), JSON.stringify(il31));
    await writeFile(join(folder, 'a.json'), `\uFEFF${JSON.stringify(il32)}`);
    await writeFile(join(folder, 'record.schema.json'), '{}');
    await writeFile(join(folder, 'README.md'), 'text');
    await mkdir(join(folder, 'styles.json'));
    expect((await loadRecords(folder)).map((record) => record.command)).toEqual(['il32', 'il31']);
  });

  test.each([
    '._a.json',
    '.a.json',
    '.#a.json',
    '#a.json',
    '~$a.json',
    'a~.json',
    'a.bak.json',
    'a.ORIG.json',
  ])('%s, which another program left there, is passed over', async (name) => {
    await writeFile(join(folder, 'a.json'), JSON.stringify(il32));
    await writeFile(join(folder, name), '\u0000\u0005\u0016\u0007');
    expect((await loadRecords(folder)).map((record) => record.command)).toEqual(['il32']);
  });

  test('a file that stands elsewhere and is linked here is a record', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'elsewhere', 'a'), JSON.stringify(il32));
    await symlink(join(folder, 'elsewhere', 'a'), join(folder, 'a.json'));
    expect((await loadRecords(folder)).map((record) => record.command)).toEqual(['il32']);
  });

  test('a changed file is read again, and no other', async () => {
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
    await writeFile(a, JSON.stringify(il32));
    await writeFile(b, JSON.stringify(il31));
    const read = recordsReader(folder);
    const [firstA, firstB] = await read();
    expect(await read()).toEqual([firstA, firstB]);
    await writeFile(
      b,
      JSON.stringify({ ...il31, definition: { ...il31.definition, text: 'A new sentence.' } }),
    );
    const [secondA, secondB] = await read();
    expect(secondA).toBe(firstA);
    expect([firstB?.definition.text === 'A new sentence.', secondB?.definition.text]).toEqual([
      false,
      'A new sentence.',
    ]);
  });

  test('two records cannot share a command', async () => {
    await writeFile(join(folder, 'a.json'), JSON.stringify(il32));
    await writeFile(join(folder, 'b.json'), JSON.stringify(il32));
    await expect(loadRecords(folder)).rejects.toThrow(
      `${join(folder, 'b.json')}: command: "il32" is the command of ${join(folder, 'a.json')} already; expected one command for each record`,
    );
  });

  test('an empty folder and a missing one say what was expected', async () => {
    await expect(loadRecords(folder)).rejects.toThrow(
      `${folder}: no record found; expected at least one JSON file, one for each gene`,
    );
    await expect(loadRecords(join(folder, 'none'))).rejects.toThrow(
      /none: cannot read the records folder \(ENOENT.*expected a folder with one JSON file for each gene/u,
    );
  });

  test('every bad file is named', async () => {
    await writeFile(join(folder, 'a.json'), '[]');
    await writeFile(join(folder, 'b.json'), '-');
    const error = await loadRecords(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RecordError);
    expect(String(error).split('\n').length).toBe(2);
  });
});
