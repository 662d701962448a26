import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SUBCOMMANDS } from '../commands/index.js';
import { LOOK_UP_NAME } from '../commands/look-up.js';
import { BUILT_IN_CATALOGUE } from '../src/citation/styles.js';
import { CONFIG_VARIABLES } from '../src/config.js';
import { packagePath } from '../src/package-path.js';
import { il32 } from './fixtures/records.js';

const README = readFileSync(packagePath('README.md'), 'utf8');
const CONTRIBUTING = readFileSync(packagePath('CONTRIBUTING.md'), 'utf8');
const PACKAGE = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    scripts: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(packagePath('package.json'), 'utf8')));

describe('the documents say what is so', () => {
  test('the table of commands is the list of commands', () => {
    const rows = SUBCOMMANDS.map(({ name, description, options }) => {
      const typed = options({ records: [il32], styles: BUILT_IN_CATALOGUE }).map(
        (option) => ` ${option.name}`,
      );
      return `| \`/il32 ${name}${typed.join('')}\` | ${description('IL32')} |`;
    });
    const table = README.split('\n').filter((line) => line.startsWith('| `/il32 '));
    expect(table).toEqual(rows);
    expect(README).toContain(`**${LOOK_UP_NAME}**`);
  });

  test('every setting is explained', () => {
    for (const name of CONFIG_VARIABLES) expect(README).toContain(`\`${name}\``);
  });

  test('every dependency has its reason', () => {
    const bare = Object.keys(PACKAGE.dependencies).filter((name) => !README.includes(name));
    expect(bare).toEqual([]);
  });

  test('every picture and file that is linked is there', () => {
    const linked = [...`${README}${CONTRIBUTING}`.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(
      (match) => match[1] ?? '',
    );
    expect(linked.length).toBeGreaterThan(5);
    expect(linked.filter((path) => !existsSync(packagePath(path)))).toEqual([]);
  });

  test('every npm command that is named exists', () => {
    const named = [...`${README}${CONTRIBUTING}`.matchAll(/npm run (?:--silent )?([a-z:]+)/gu)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => PACKAGE.scripts[name] === undefined)).toEqual([]);
  });
});
