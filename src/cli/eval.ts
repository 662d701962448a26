import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { packagePath } from '../package-path.js';
import { loadRecords, RecordError } from '../record/load.js';
import { reportText, scoreBaseline, scoreProject } from './eval-report.js';
import { recordsFolder } from './records-folder.js';
import { readLabels, readQuestions, ScoreError } from './score.js';

/** Scores labelled questions (default test/questions.jsonl): this project's answers, and plain Fuse.js beside them. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { labels: { type: 'string' } },
  });
  const labels = readLabels(await readFile(values.labels ?? packagePath('test', 'labels.json'), 'utf8'));
  const file = positionals[0] ?? packagePath('test', 'questions.jsonl');
  const questions = readQuestions(await readFile(file, 'utf8'), labels);
  const records = await loadRecords(recordsFolder());
  const [first] = records;
  if (first === undefined) throw new ScoreError('there is no record to ask');
  console.log(
    reportText(await scoreProject(records, questions, labels), scoreBaseline(first, questions, labels)),
  );
}

try {
  await main();
} catch (error) {
  const isMistake = error instanceof ScoreError || error instanceof RecordError;
  if (!isMistake && !(error instanceof Error && 'code' in error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
