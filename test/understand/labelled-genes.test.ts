import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { factIdsOf, readLabelled } from '../../src/measure/labelled.js';
import { packagePath } from '../../src/package-path.js';
import { parseRecord } from '../../src/record/load.js';
import type { GeneRecord } from '../../src/record/schema.js';

const FOLDER = packagePath('data', 'understanding', 'genes');
const COMMANDS = readdirSync(FOLDER).map((name) => basename(name, '.jsonl'));

function recordOf(command: string): GeneRecord {
  const folder = command === 'il32' ? ['data'] : ['test', 'fixtures', 'genes'];
  const file = packagePath(...folder, `${command}.json`);
  return parseRecord(readFileSync(file, 'utf8'), file);
}

test('there is a file of questions for each gene of the fixtures', () => {
  const genes = readdirSync(packagePath('test', 'fixtures', 'genes')).filter((name) =>
    name.endsWith('.json'),
  );
  expect(COMMANDS.filter((command) => command !== 'il32').sort()).toEqual(
    genes.map((name) => basename(name, '.json')).sort(),
  );
});

describe.each(COMMANDS)('the labelled questions about %s', (command) => {
  const text = readFileSync(`${FOLDER}/${command}.jsonl`, 'utf8');
  const questions = readLabelled(text, factIdsOf(recordOf(command)));

  test('name the record that their file is named after, and are asked once', () => {
    expect(questions.filter(({ record }) => record !== command)).toEqual([]);
    const asked = questions.map(({ q, after }) => JSON.stringify([after, q]));
    expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
  });

  test('expect the kinds that their facts are of', () => {
    const strays = questions.filter(({ expect: labels, facts = [] }) => {
      const kinds = labels.map((label) => label.replace(/:.*$/u, ''));
      return facts.some((id) => !kinds.includes(id.replace(/:.*$/u, '')));
    });
    expect(strays).toEqual([]);
  });

  test('have neither Yes nor No where the record says nothing', () => {
    const refused = questions.filter(({ expect: labels }) => labels.join() === 'none');
    expect(refused.filter(({ verdict }) => verdict === 'yes' || verdict === 'no')).toEqual([]);
  });
});
