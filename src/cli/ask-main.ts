import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { explain } from '../answer/ask.js';
import type { GeneCatalogue } from '../catalogue/catalogue.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { recordsNamed } from '../search/terms.js';
import { trainedModel } from '../understand/model.js';
import { withOtherGenes } from '../view/other-genes.js';
import { answerText } from '../view/text.js';
import { answerOf, LineError, readLine, toLine } from './jsonl.js';
import { lessons } from './lessons.js';
import { whyText } from './why.js';

/** Where the program reads and writes, and how it gets its records. */
export interface AskTerminal {
  readonly input: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly records: () => Promise<readonly GeneRecord[]>;
  /** all human genes; null where there is no catalogue */
  readonly catalogue: () => Promise<GeneCatalogue | null>;
}

/** What questions are answered from. */
interface Known {
  readonly records: readonly GeneRecord[];
  /** the one whose command they are asked under; undefined: the question says which it is about */
  readonly record: GeneRecord | undefined;
  readonly catalogue: GeneCatalogue | null;
}

const USAGE = `Usage: npm run --silent ask -- "what is NK4?"
  --json   one JSON object: q, kind, text, facts, suggestions
  --jsonl  reads lines {"q": "...", "after": "question before, optional"} and writes one line each, in order
  --why    how the answer was found
  --gene   the gene whose command it is asked under, by any of its names; without it the question says which
`;

/** At most so many characters of a line that cannot be read are shown with the error. */
const SHOWN_LINE = 200;

/**
 * Runs the terminal's `ask`.
 * @param args the arguments behind the program's name
 * @returns the exit code: 0, or 1 for wrong arguments
 * @throws RecordError when the records cannot be loaded
 */
export async function runAsk(args: readonly string[], terminal: AskTerminal): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') {
    terminal.writeError(`${parsed}\n${USAGE}`);
    return 1;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    terminal.write(USAGE);
    return 0;
  }
  if (!values.jsonl && positionals.join('').trim() === '') {
    terminal.writeError(USAGE);
    return 1;
  }
  const records = await terminal.records();
  const record = values.gene === undefined ? undefined : chosenGene(records, values.gene);
  if (typeof record === 'string') {
    terminal.writeError(`${record}\n`);
    return 1;
  }
  const known: Known = { records, record, catalogue: await terminal.catalogue() };
  if (values.jsonl) await answerLines(known, terminal);
  else terminal.write(await answerOne(known, positionals.join(' '), values));
  return 0;
}

/** The record that --gene means, or what is wrong with it. */
function chosenGene(records: readonly GeneRecord[], typed: string): GeneRecord | string {
  const [only, ...more] = recordsNamed(records, typed);
  if (only === undefined)
    return `--gene: no record has the name "${typed}"; expected a name of ${records.map(geneSymbol).join(', ')}`;
  if (more.length === 0) return only;
  return `--gene: "${typed}" is a name of ${[only, ...more].map(geneSymbol).join(' and ')}; expected one of these symbols`;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        why: { type: 'boolean', default: false },
        gene: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message;
  }
}

/** Writes one line for each line that is read. A line that cannot be read gives an error line, and the rest goes on. */
async function answerLines(known: Known, { input, write }: AskTerminal): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') write(`${await answerLine(known, line)}\n`);
  }
}

async function answerLine({ records, record, catalogue }: Known, line: string): Promise<string> {
  try {
    const question = readLine(line);
    const answer = withOtherGenes(answerOf(records, question, record), question.q, catalogue);
    return JSON.stringify(await toLine(question.q, answer));
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    return JSON.stringify({ error: error.message, line: line.slice(0, SHOWN_LINE) });
  }
}

async function answerOne(
  { records, record, catalogue }: Known,
  question: string,
  form: { readonly json: boolean; readonly why: boolean },
): Promise<string> {
  const asked = record === undefined ? {} : { record };
  const explanation = explain(records, question, asked);
  const answer = withOtherGenes(explanation.answer, question, catalogue);
  const shown = form.json ? JSON.stringify(await toLine(question, answer)) : await answerText(answer);
  if (!form.why) return `${shown}\n`;
  return `${shown}\n\n${whyText(explanation, trainedModel(), await lessons())}\n`;
}
