import { readFile } from 'node:fs/promises';
import type { LocalDiscord } from 'local-discord';
import { readLine } from '../src/cli/jsonl.js';
import { packagePath } from '../src/package-path.js';
import { loadRecords } from '../src/record/load.js';
import type { Actor } from './actors.js';
import { seeded } from './random.js';

/** One way to ask. What is asked differs from one index to the next. */
export interface Way {
  readonly name: string;
  /** Resolves with the ms from the person's action to the first answer. */
  ask(discord: LocalDiscord, actor: Actor, index: number): Promise<number>;
}

/** People enough that none of them meets the limit, not even in the largest burst. */
const PEOPLE = 3_000;

export function personName(index: number): string {
  return `person ${index % PEOPLE}`;
}

/** A slash command whose only option is filled in with another text each time. */
function slash(subcommand: string, option: string | null, texts: readonly string[]): Way {
  return {
    name: subcommand,
    async ask(discord, { appId }, index) {
      const text = texts[index % texts.length] ?? '';
      const options = option === null ? {} : { [option]: text };
      const call = { command: 'il32', subcommand, options };
      const { ackMs, outcome } = await discord.person(personName(index)).run(call, { app: appId });
      if (outcome !== 'message') throw new Error(`/il32 ${subcommand} "${text}" ended in ${outcome}`);
      return ackMs;
    },
  };
}

/** Suggestions for what somebody has typed so far. */
function typing(texts: readonly string[]): Way {
  return {
    name: 'autocomplete',
    async ask(discord, { appId }, index) {
      const text = texts[index % texts.length] ?? '';
      const call = { command: 'il32', subcommand: 'ask', options: { question: text }, focused: 'question' };
      const started = performance.now();
      await discord.person(personName(index)).autocomplete(call, { app: appId });
      return performance.now() - started;
    },
  };
}

function shuffled<T>(things: readonly T[]): readonly T[] {
  const random = seeded(1);
  return things
    .map((thing) => ({ thing, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

/** Every way to ask: questions of data/understanding/questions.jsonl, and names, numbers, topics and references of the record. */
export async function waysToAsk(): Promise<readonly Way[]> {
  const [record] = await loadRecords(packagePath('data'));
  if (record === undefined) throw new Error('there is no record');
  const lines = (await readFile(packagePath('data', 'understanding', 'questions.jsonl'), 'utf8')).split('\n');
  const read = lines.filter((line) => line !== '').map(readLine);
  const questions = shuffled([...new Set(read.filter(({ after }) => after === undefined).map(({ q }) => q))])
    .map((q) => q.slice(0, 1_000).trim())
    .filter((q) => q !== '');
  const names = record.names.flatMap(({ name }) => [name, name.toLowerCase(), name.replace('-', ' ')]);
  const numbers = record.identifiers.flatMap(({ accession, database }) => [accession ?? database, database]);
  const references = record.references.flatMap(({ id, title, PMID }) => [id, title.slice(0, 60), PMID ?? id]);
  const starts = questions.map((q, index) => q.slice(0, 1 + (index % 12)));
  return [
    slash('ask', 'question', questions),
    slash('alias', 'name', shuffled([...names, 'IL33', 'TNF', 'nk5'])),
    slash('id', 'database', shuffled(numbers)),
    slash('function', 'topic', shuffled(record.entities.flatMap(({ name, id }) => [name, id]))),
    slash('cite', 'reference', shuffled(references)),
    slash('locate', null, ['']),
    slash('card', null, ['']),
    typing(starts),
  ];
}
