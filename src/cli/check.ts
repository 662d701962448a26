import { runCheck } from './check-main.js';
import { recordsFolder } from './records-folder.js';
import { endWithReader } from './terminal.js';

endWithReader();

process.exitCode = await runCheck(process.argv.slice(2), {
  folder: recordsFolder(),
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
