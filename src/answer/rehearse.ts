import { setImmediate as turn } from 'node:timers/promises';
import type { GeneRecord } from '../record/schema.js';
import { completeQuestions } from '../search/complete.js';
import { ask } from './ask.js';

/** After so many rounds the engine has compiled what nearly every question runs through. */
const ROUNDS = 20;
const MOST_QUESTIONS = 100;

/**
 * Asks what a record suggests and throws the answers away, so that tables are built and code is compiled before the first
 * person waits for them. One question each turn of the event loop: whatever arrives meanwhile comes first.
 * @param signal ends it early
 */
export async function rehearse(record: GeneRecord, signal: AbortSignal): Promise<void> {
  const questions = completeQuestions(record, '', MOST_QUESTIONS);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of questions) {
      await turn();
      if (signal.aborted) return;
      ask([record], question, { record });
    }
  }
}
