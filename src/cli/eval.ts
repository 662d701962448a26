import { RecordError } from '../record/load.js';
import { runEval } from './eval-main.js';
import { endWithReader } from './terminal.js';

endWithReader();

try {
  process.exitCode = await runEval(process.argv.slice(2), {
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  });
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
