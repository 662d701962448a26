import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packagePath } from '../../src/package-path.js';
import { parseRecord } from '../../src/record/load.js';
import { upgradeRecord } from '../../src/record/upgrade.js';

/** A file of version 1, which the project keeps for this. */
const written = JSON.parse(readFileSync(packagePath('test', 'fixtures', 'il31.json'), 'utf8'));

describe('a record of version 1', () => {
  test('gets species with names and taxonomy ids; a column without an entry is a counterpart of which there is none', () => {
    expect(parseRecord(JSON.stringify(written), 'il31.json').species).toEqual([
      { id: 'human', name: 'Human', taxon: 9606 },
      { id: 'mouse', name: 'Mouse', taxon: 10090, counterpart: { kind: 'none' } },
    ]);
  });

  test('keeps its source as the only one, and its statements with what version 1 took for granted', () => {
    const { sources, statements, cytobands } = parseRecord(JSON.stringify(written), 'il31.json');
    expect(sources).toEqual([{ id: 'source', ...written.source }]);
    expect(cytobands).toEqual([]);
    expect(statements.map(({ certainty, importance }) => `${certainty} ${importance}`)).toEqual(
      written.statements.map(() => 'stated 2'),
    );
    expect(statements.map(({ mentions }) => mentions)).toEqual(
      written.statements.map(({ mentions }: { mentions: string[] }) => mentions),
    );
  });

  test('an unsound one is told about in the words of its own file', () => {
    const bad = {
      ...written,
      species: ['human', 'mouse', 'dragon'],
      source: { ...written.source, url: 'ftp://a' },
    };
    expect(() => parseRecord(JSON.stringify(bad), 'bad.json')).toThrow(
      [
        'bad.json: species[2]: Invalid input: expected object, received string',
        'bad.json: source.url: expected an https:// address',
      ].join('\n'),
    );
  });
});

test('a record of the present version, and what is none, come back as they are', () => {
  for (const json of [{ schemaVersion: 2, command: 'x' }, { schemaVersion: 3 }, [1], 'text', null])
    expect(upgradeRecord(json).json).toBe(json);
});
