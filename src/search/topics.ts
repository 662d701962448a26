import type { GeneRecord, Statement } from '../record/schema.js';
import type { Mark } from './marks.js';
import { readText } from './reading.js';
import { indexOf, type RecordIndex } from './record-index.js';

/** How telling an entity is: the fewer statements mention it, the more. */
export function entityWeight({ mentions, record }: RecordIndex, entity: string): number {
  const mentioned = mentions.get(entity)?.length ?? 0;
  return mentioned === 0 ? 0 : 1 + Math.log(record.statements.length / mentioned);
}

/** Statements that have a word, or words that begin with it while it is being typed. */
function worded({ statementWords }: RecordIndex, { text, kind }: Mark): readonly Statement[] {
  const exact = statementWords.get(text);
  if (exact !== undefined || text.length < 3 || kind === 'everyday') return exact ?? [];
  return [...statementWords].flatMap(([word, list]) => (word.startsWith(text) ? list : []));
}

/**
 * The statements that fit typed words, best first: things by any of their names, misspelt or not, then words of the sentences.
 * @param typed a topic such as `osteoclst`, `IL-8`, `bone eating cells`
 */
export function findStatements(record: GeneRecord, typed: string): readonly Statement[] {
  const index = indexOf(record);
  const { marks } = readText(record, typed);
  const scores = new Map<string, number>();
  const add = (statements: readonly Statement[], score: number): void => {
    for (const { id } of statements) scores.set(id, (scores.get(id) ?? 0) + score);
  };
  for (const id of new Set(marks.flatMap(({ entities }) => entities)))
    add(index.mentions.get(id) ?? [], entityWeight(index, id));
  for (const mark of marks) if (mark.entities.length === 0) add([...new Set(worded(index, mark))], 1);
  const best = Math.max(0, ...scores.values());
  return record.statements
    .filter(({ id }) => (scores.get(id) ?? 0) > 0 && (scores.get(id) ?? 0) >= best * 0.4)
    .sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
}
