import { packagePath } from '../package-path.js';
import { allSentences } from './sentences-main.js';
import { endWithReader } from './terminal.js';

endWithReader();

const USAGE =
  'Usage: npm run --silent sentences   prints every sentence and label that the bot can say, with its place';

if (process.argv.length > 2) {
  console.log(USAGE);
  process.exitCode = process.argv[2] === '--help' ? 0 : 1;
} else {
  for (const { file, line, text } of allSentences(packagePath())) console.log(`${file}:${line}: ${text}`);
}
