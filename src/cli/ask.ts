import { loadRecords, RecordError } from '../record/load.js';
import { runAsk } from './ask-main.js';
import { recordsFolder } from './records-folder.js';

try {
  process.exitCode = await runAsk(process.argv.slice(2), {
    input: process.stdin,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    records: () => loadRecords(recordsFolder()),
  });
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
