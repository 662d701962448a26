import { LabelledError } from '../measure/labelled.js';
import { TEACH_USAGE, teach } from './teach-main.js';
import { endWithReader } from './terminal.js';

endWithReader();

const args = process.argv.slice(2);
if (args.length < 2 || args.includes('--help')) {
  process.stdout.write(TEACH_USAGE);
  process.exitCode = args.includes('--help') ? 0 : 1;
} else {
  try {
    console.log((await teach(args)).join('\n'));
  } catch (error) {
    if (!(error instanceof LabelledError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
