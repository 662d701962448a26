import type { GeneRecord, Statement } from '../record/schema.js';
import { everyday } from './everyday.js';
import { LEXICON, longestPhrase, nearWords } from './lexicon.js';
import { readable } from './normalise.js';
import { geneKey, indexOf, type RecordIndex } from './record-index.js';
import { type Token, tokenise } from './tokens.js';
import type { Term } from './vocabulary.js';

/** Relations of claims that an everyday verb can mean. */
const RELATIONS_OF: Readonly<Record<string, readonly string[] | undefined>> = {
  raise: ['induces', 'increased-by'],
  make: ['induces'],
  secrete: ['induces'],
  support: ['supports'],
  regulate: ['regulates'],
};

const MAX_WORDS = 6;
/** Words that never begin a name, so that "my R code" is not read as one. */
const SMALL_WORD = /^(?:a|an|the|my|our|your|i|it|is|be|or|so|do|of|to|in|on|at)$/u;

/** Only names with a number or a Greek letter are written in several ways that a phrase does not catch. */
const SPELT_NUMBER = /\d|(?:alpha|beta|gamma|delta)$/u;

/** Entities of the record that a phrase starting at a word names, and how many words it takes. */
export function entitiesAt(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
): { length: number; entities: readonly string[] } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const most = SMALL_WORD.test(first.text) ? 1 : MAX_WORDS;
  let key = '';
  let raw = '';
  let best: { length: number; entities: readonly string[] } | null = null;
  for (let length = 1; length <= most; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined || token.segment !== first.segment) break;
    key += token.stem;
    raw += token.text;
    const entities =
      index.phrases.get(key) ??
      (length <= 4 && SPELT_NUMBER.test(raw) ? index.genes.get(geneKey(raw)) : undefined);
    if (entities !== undefined) best = { length, entities };
  }
  return best;
}

function fuzzyEntities(index: RecordIndex, token: Token): readonly string[] {
  if (everyday(token.text, token.stem) !== null) return [];
  const known = [...nearWords(token.stem, index.fuzzy), ...nearWords(token.stem, LEXICON.words)];
  const best = known.sort((a, b) => a.score - b.score)[0];
  return best === undefined ? [] : (index.phrases.get(best.key) ?? []);
}

/** How telling an entity is: the fewer statements mention it, the more. */
export function entityWeight(index: RecordIndex, entity: string): number {
  const mentioned = index.mentions.get(entity)?.length ?? 0;
  return mentioned === 0 ? 0 : 1 + Math.log(index.record.statements.length / mentioned);
}

/** Statements with the weights that entities give them, best first, the record's order for equals. */
function rankStatements(
  index: RecordIndex,
  weights: ReadonlyMap<string, number>,
): readonly { statement: Statement; score: number }[] {
  return index.record.statements
    .map((statement) => ({
      statement,
      score: statement.mentions.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function addRelations(index: RecordIndex, terms: readonly Term[], extra: Map<string, number>): void {
  for (const term of terms) {
    if (term.kind !== 'action') continue;
    for (const relation of RELATIONS_OF[term.action] ?? []) {
      for (const statement of index.record.statements) {
        if (statement.claim?.relation === relation)
          extra.set(statement.id, Math.max(extra.get(statement.id) ?? 0, 0.6));
      }
    }
  }
}

/**
 * The statements that fit typed words, best first: things by any of their names, misspelt or not, then words of the
 * sentences, then verbs.
 * @param typed a topic such as `osteoclst`, `IL-8`, `bone eating cells`
 */
export function findStatements(record: GeneRecord, typed: string): readonly Statement[] {
  const index = indexOf(record);
  const tokens = tokenise(readable(typed)).list;
  const weights = new Map<string, number>();
  const extra = new Map<string, number>();
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const found = entitiesAt(index, tokens, at);
    const phrase = longestPhrase(tokens, at);
    const entities = found?.entities ?? fuzzyEntities(index, token);
    for (const id of entities) weights.set(id, entityWeight(index, id));
    if (phrase !== null) addRelations(index, phrase.terms, extra);
    if (entities.length === 0)
      for (const statement of wordStatements(index, token))
        extra.set(statement.id, (extra.get(statement.id) ?? 0) + 1);
    at += Math.max(found?.length ?? 1, 1);
  }
  const scored = new Map(rankStatements(index, weights).map(({ statement, score }) => [statement.id, score]));
  for (const [id, score] of extra) scored.set(id, (scored.get(id) ?? 0) + score);
  const best = Math.max(0, ...scored.values());
  return record.statements
    .filter(({ id }) => (scored.get(id) ?? 0) > 0 && (scored.get(id) ?? 0) >= best * 0.4)
    .sort((a, b) => (scored.get(b.id) ?? 0) - (scored.get(a.id) ?? 0));
}

function wordStatements(index: RecordIndex, token: Token): readonly Statement[] {
  if (token.text.length < 2) return [];
  const exact = index.statementWords.get(token.stem);
  if (exact !== undefined) return exact;
  if (token.text.length < 3 || everyday(token.text, token.stem) !== null) return [];
  const starting = [...index.statementWords]
    .filter(([word]) => word.startsWith(token.stem))
    .flatMap(([, list]) => list);
  return [...new Set(starting)];
}
