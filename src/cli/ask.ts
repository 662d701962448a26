import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { explain } from '../answer/ask.js';
import { answerText } from '../answer/text.js';
import { packagePath } from '../package-path.js';
import { loadRecords, RecordError } from '../record/load.js';
import type { GeneRecord } from '../record/schema.js';
import { answerOf, LineError, readLine, toLine } from './jsonl.js';
import { whyText } from './why.js';

const USAGE = `Usage: npm run --silent ask -- "what is NK4?"
  --json   one JSON object: q, kind, text, facts, suggestions
  --jsonl  reads lines {"q": "...", "after": "question before, optional"} and writes one line each, in order
  --why    how the answer was found`;

/** Writes one line for each line of standard input. A line that cannot be read gives an error line, and the rest goes on. */
async function answerLines(records: readonly GeneRecord[]): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${await answerLine(records, line)}\n`);
  }
}

async function answerLine(records: readonly GeneRecord[], line: string): Promise<string> {
  try {
    const question = readLine(line);
    return JSON.stringify(await toLine(question.q, answerOf(records, question)));
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    return JSON.stringify({ error: error.message, line: line.slice(0, 200) });
  }
}

async function answerOne(
  records: readonly GeneRecord[],
  question: string,
  form: { json: boolean; why: boolean },
): Promise<void> {
  const explanation = explain(records, question);
  if (form.json) console.log(JSON.stringify(await toLine(question, explanation.answer)));
  else console.log(await answerText(explanation.answer));
  if (form.why) console.log(`\n${whyText(explanation)}`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      why: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || (!values.jsonl && positionals.length === 0)) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  const records = await loadRecords(process.env.RECORDS_DIR ?? packagePath('data'));
  if (values.jsonl) await answerLines(records);
  else await answerOne(records, positionals.join(' '), values);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
