import { readFile, writeFile } from 'node:fs/promises';
import { packagePath } from '../package-path.js';
import { recordJsonSchema } from '../record/json-schema.js';
import { endWithReader } from './terminal.js';

endWithReader();

const USAGE = `Usage: npm run schema [-- --check]
  Writes data/record.schema.json, the JSON schema of a record file.
  --check  writes nothing: exit code 1 when the file is stale
`;

const file = packagePath('data', 'record.schema.json');
const wanted = recordJsonSchema();
const [option, ...others] = process.argv.slice(2);

if (option !== undefined && (option !== '--check' || others.length > 0)) {
  process.stdout.write(USAGE);
  process.exitCode = option === '--help' ? 0 : 1;
} else if (option === '--check') {
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
