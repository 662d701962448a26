import { packagePath } from '../package-path.js';
import { loadRecords, RecordError } from '../record/load.js';
import { runAsk } from './ask-main.js';

try {
  process.exitCode = await runAsk(process.argv.slice(2), {
    input: process.stdin,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    records: () => loadRecords(process.env.RECORDS_DIR ?? packagePath('data')),
  });
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
