/** What can be asked for; `none` is everything else. Their order is that of the model's columns. */
export const INTENTS = [
  'none',
  'help',
  'alias',
  'id',
  'id:all',
  'id:search',
  'function',
  'function:all',
  'cite',
  'cite:all',
  'location',
  'species',
  'summary',
] as const;

export type Intent = (typeof INTENTS)[number];

/** So many statements that are all right are the whole of what is known. */
const MANY_STATEMENTS = 6;
/** References that are right together are all of them. */
const MANY_REFERENCES = 2;

/**
 * The intents that the labels of a question allow.
 * @param facts ids of the facts that a right answer shows
 */
export function intentsOf(labels: readonly string[], facts: readonly string[]): readonly Intent[] {
  const count = (kind: string): number => facts.filter((fact) => fact.startsWith(`${kind}:`)).length;
  const found = labels.map((label): Intent => {
    if (label === 'function') return count('function') >= MANY_STATEMENTS ? 'function:all' : 'function';
    if (label === 'citation') return count('citation') >= MANY_REFERENCES ? 'cite:all' : 'cite';
    if (label === 'id:pubmed_search') return 'id:search';
    if (label.startsWith('id:') && label !== 'id:all') return 'id';
    return INTENTS.find((intent) => intent === label) ?? 'none';
  });
  const broad = labels.includes('function') && count('function') === 0;
  return [...new Set(broad ? [...found, 'function:all' as const] : found)];
}
