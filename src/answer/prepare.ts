import type { GeneRecord } from '../record/schema.js';
import { makeTables } from '../search/once.js';
import { indexOf } from '../search/record-index.js';
import { makeFacts } from './facts.js';

/**
 * Loads what answers are made from: vocabulary, model, and the index and facts of each record. Whoever takes the steps decides what
 * may happen between them; what is asked before the end waits for the rest of it alone. Nothing is asked here to practise.
 */
export function* prepare(records: readonly GeneRecord[]): Generator<void, void> {
  yield* makeTables();
  for (const record of records) {
    yield void indexOf(record);
    yield* makeFacts(record);
  }
}
