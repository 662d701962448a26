import { setImmediate as turn } from 'node:timers/promises';

/** What is asked, how often, and what ends it early. */
interface Rehearsal {
  readonly questions: readonly string[];
  readonly rounds: number;
  readonly signal: AbortSignal;
}

/**
 * Asks a list of questions and throws the answers away, so that tables are built and code is compiled before the first person
 * waits for them. One question each turn of the event loop: whatever arrives meanwhile comes first.
 */
export async function rehearse(
  answer: (question: string) => unknown,
  { questions, rounds, signal }: Rehearsal,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      await turn();
      if (signal.aborted) return;
      answer(question);
    }
  }
}
