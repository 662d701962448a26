import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LabelledError } from '../measure/labelled.js';
import { modelText } from '../understand/model.js';
import { learn } from './learn.js';
import { lessons, MODEL_FILE } from './lessons.js';
import { endWithReader } from './terminal.js';

endWithReader();

const USAGE = `Usage: npm run --silent train [-- --check]
Makes data/understanding/model.tsv from the labelled questions beside it, the same each time.
  --check  writes nothing; ends with 1 when the file is not what training makes
`;

/** @returns the exit code */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const questions = await lessons();
  const text = modelText(learn(questions));
  if (values.check) {
    const isSame = text === (await readFile(MODEL_FILE, 'utf8'));
    console.log(
      isSame ? 'The model is what training makes.' : 'The model is not what training makes: npm run train',
    );
    return isSame ? 0 : 1;
  }
  await writeFile(MODEL_FILE, text);
  console.log(`Learned from ${questions.length} questions; ${text.split('\n').length - 3} features.`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof LabelledError) && !(error instanceof TypeError && 'code' in error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
