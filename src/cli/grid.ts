import { parseArgs } from 'node:util';
import { DEVELOPMENT_SEED, gridOf } from '../measure/grid/grid.js';
import { loadRecord, loadRecords, RecordError } from '../record/load.js';
import type { GeneRecord } from '../record/schema.js';
import { recordsFolder } from './records-folder.js';
import { endWithReader } from './terminal.js';

endWithReader();

const USAGE = `Usage: npm run --silent grid -- [--record FILE] [--seed NUMBER]
Writes questions about a record with their truth, computed from the record alone, one JSON object a line.
  --record FILE  the record (default: the first of the records folder)
  --seed NUMBER  ${DEVELOPMENT_SEED} (default): the questions to develop against; any other whole number: other verbs and forms
`;

async function recordOf(file: string | undefined): Promise<GeneRecord> {
  if (file !== undefined) return loadRecord(file);
  const [first] = await loadRecords(recordsFolder());
  if (first === undefined) throw new RecordError('there is no record');
  return first;
}

/** @returns the exit code */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      record: { type: 'string' },
      seed: { type: 'string', default: String(DEVELOPMENT_SEED) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!/^\d{1,9}$/u.test(values.seed)) {
    process.stderr.write(`--seed: expected a whole number such as 1, found "${values.seed}"\n`);
    return 1;
  }
  const lines = gridOf(await recordOf(values.record), Number(values.seed)).map((each) =>
    JSON.stringify(each),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof RecordError) && !(error instanceof TypeError && 'code' in error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
