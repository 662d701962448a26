import { readFile, writeFile } from 'node:fs/promises';
import { packagePath } from '../package-path.js';
import { recordJsonSchema } from '../record/json-schema.js';
import { endWithReader } from './terminal.js';

endWithReader();

/** Writes `data/record.schema.json`; with `--check` only says whether the file is up to date (exit 1 when stale). */
const file = packagePath('data', 'record.schema.json');
const wanted = recordJsonSchema();

if (process.argv.includes('--check')) {
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present === wanted) console.log(`${file} is up to date`);
  else {
    console.error(`${file} is stale: run "npm run schema" and commit the file`);
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
  console.log(`${file} written`);
}
