import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { factIdsOf, type Labelled, LabelledError, readLabelled } from '../measure/labelled.js';
import { packagePath } from '../package-path.js';
import { loadRecord } from '../record/load.js';
import type { GeneRecord } from '../record/schema.js';
import type { Lesson } from './learn.js';

/** The labelled questions that the intent model learns from; the last file is what labs teach. */
const FILES = ['questions.jsonl', 'questions-blind.jsonl', 'questions-lab.jsonl', 'taught.jsonl'] as const;
const FOLDER = packagePath('data', 'understanding');
const OWN = 'il32';

/** Where the trained model stands. */
export const MODEL_FILE = join(FOLDER, 'model.tsv');

/** A labelled question and the record that it is about. */
export interface LabelledLesson extends Lesson {
  readonly question: Labelled;
}

/** The record of a labelled question: IL32's, or that of a made-up gene. */
function recordFile(command: string): string {
  return command === OWN
    ? packagePath('data', `${OWN}.json`)
    : packagePath('test', 'fixtures', 'genes', `${command}.json`);
}

/**
 * All labelled questions with their records, in the order of the files.
 * @throws LabelledError naming the file and the line that cannot be used
 */
export async function lessons(): Promise<readonly LabelledLesson[]> {
  const genes = (await readdir(join(FOLDER, 'genes'))).filter((name) => name.endsWith('.jsonl')).sort();
  const own = await loadRecord(recordFile(OWN));
  const lists = [
    ...FILES.map((name) => lessonsIn(name, own)),
    ...genes.map(async (name) =>
      lessonsIn(join('genes', name), await loadRecord(recordFile(name.replace('.jsonl', '')))),
    ),
  ];
  return (await Promise.all(lists)).flat();
}

async function lessonsIn(name: string, record: GeneRecord): Promise<readonly LabelledLesson[]> {
  const text = await readFile(join(FOLDER, name), 'utf8');
  return text.trim() === ''
    ? []
    : questionsIn(text, name, record).map((question) => lessonOf(question, record));
}

function questionsIn(text: string, name: string, record: GeneRecord): readonly Labelled[] {
  try {
    return readLabelled(text, factIdsOf(record));
  } catch (error) {
    if (!(error instanceof LabelledError)) throw error;
    throw new LabelledError(error.message.replaceAll(/^/gmu, `${name}: `));
  }
}

function lessonOf(question: Labelled, record: GeneRecord): LabelledLesson {
  const { q, after, expect, facts } = question;
  return { record, question, q, after, expect, facts };
}

/**
 * Reads one new labelled question about IL32.
 * @throws LabelledError when its label or a fact does not exist
 */
export async function newLesson(question: Labelled): Promise<LabelledLesson> {
  const record = await loadRecord(recordFile(OWN));
  const [read = question] = questionsIn(JSON.stringify(question), 'the question', record);
  return lessonOf(read, record);
}

/** Adds one labelled question to those that were taught. */
export async function addTaught({ question }: LabelledLesson): Promise<void> {
  await appendFile(join(FOLDER, 'taught.jsonl'), `${JSON.stringify(question)}\n`);
}
