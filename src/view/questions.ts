import { DATABASES } from '../record/databases.js';
import { relationEntry } from '../record/relations.js';
import type { Entity, GeneRecord, Relation, Statement } from '../record/schema.js';
import { geneSymbol, referenceLabel } from '../record/words.js';
import { putOnce } from '../search/lexicon.js';
import { readable } from '../search/normalise.js';
import { kept } from '../search/once.js';
import { readText } from '../search/reading.js';
import { stemOf, stemsOf } from '../search/tokens.js';
import { vocabulary } from '../search/vocabulary.js';

/** Whether the record has what a statement says, as a question; null where it has no claim of the gene itself. */
function statementQuestion(record: GeneRecord, { claim }: Statement): string | null {
  if (claim === undefined || claim.subject !== undefined || claim.perturbed !== undefined) return null;
  const { key, asks } = relationEntry(claim.relation);
  const objects = claim.objects
    .flatMap((id) => record.entities.find((entity) => entity.id === id) ?? [])
    .slice(0, 2)
    .map((entity, index) => (index === 0 ? withArticle(entity, key) : entity.name));
  return asks.polar.replace('{gene}', geneSymbol(record)).replace('{object}', objects.join(' and '));
}

/** "a cytokine", "an RGD sequence", "the MAPK pathway": with the article that a thing of its kind has in a question. */
function withArticle({ kind, name }: Entity, relation: Relation): string {
  if (kind === 'pathway' || kind === 'structure') return `the ${name}`;
  const counted = kind === 'class' ? relation === 'is' : kind === 'motif' || kind === 'domain';
  if (!counted) return name;
  return `${/^(?:[aeiou]|[AEFHILMNORSX](?:-|[A-Z]))/u.test(name) ? 'an' : 'a'} ${name}`;
}

/** What a record can be asked, each with more words that it can be found by. */
function* questionsOf(record: GeneRecord): Generator<readonly [question: string, more: string]> {
  const symbol = geneSymbol(record);
  yield [`What is ${symbol}?`, 'summary overview'];
  yield [`What does ${symbol} do?`, 'function role'];
  yield [`What are the other names of ${symbol}?`, 'alias synonyms symbols isoforms'];
  yield [`What are all the database IDs of ${symbol}?`, 'accession identifiers cross references'];
  yield [`Where in the genome is ${symbol}?`, 'location chromosome coordinates locus ucsc'];
  yield ['Which references does the record have?', 'papers citations literature sources bibtex'];
  for (const statement of record.statements) {
    const polar = statementQuestion(record, statement);
    if (polar !== null) yield [polar, statement.text];
  }
  for (const key of new Set(record.identifiers.map(({ database }) => database))) {
    const terms = vocabulary().filter((term) => term.kind === 'database' && term.database === key);
    const { name, noun } = DATABASES[key];
    yield [`What is the ${name} ${noun} of ${symbol}?`, terms.flatMap(({ forms }) => forms).join(' ')];
  }
  for (const reference of record.references)
    yield [`Cite ${referenceLabel(reference)}`, `${reference.title} paper reference doi pmid`];
  for (const reference of record.references)
    if (reference.DOI !== undefined)
      yield [`BibTeX for ${referenceLabel(reference)}`, `${reference.title} citation`];
  for (const { name, kind } of record.names)
    if (kind === 'alias' || kind === 'isoform') yield [`What is ${name}?`, 'alias isoform name'];
  for (const { name } of record.species.slice(1))
    yield [`Is there a ${name.toLowerCase()} ortholog of ${symbol}?`, 'species homolog counterpart'];
  yield ['What can I ask?', 'help commands'];
}

const indexOf = kept((record: GeneRecord) => {
  /** stem -> the questions that are found by it */
  const words = new Map<string, string[]>();
  const questions = new Set<string>();
  for (const [question, more] of questionsOf(record)) {
    if (questions.has(question)) continue;
    questions.add(question);
    for (const stem of stemsOf(readable(`${question} ${more}`))) putOnce(words, stem, question);
  }
  return { questions: [...questions], words };
});

/** Three questions of different kinds that the record answers: a name, something that it does, a citation. */
export function exampleQuestions(record: GeneRecord): readonly string[] {
  const acts = ({ claim }: Statement): boolean => {
    const relation = claim === undefined ? null : relationEntry(claim.relation);
    return relation?.direction === 'out' && relation.sign !== '0';
  };
  const statements = [...record.statements.filter(acts), ...record.statements];
  const alias = record.names.find(({ kind }) => kind === 'alias') ?? record.names[0];
  const paper = record.references.find(({ author }) => author !== undefined);
  return [
    ...(alias === undefined ? [] : [`What is ${alias.name}?`]),
    ...statements.flatMap((one) => statementQuestion(record, one) ?? []).slice(0, 1),
    ...(paper === undefined ? [] : [`Cite ${referenceLabel(paper)} in APA`]),
  ];
}

/** The questions that have a word that begins so. */
function begunBy(words: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] {
  const found: string[] = [];
  for (const [word, questions] of words) if (word.startsWith(start)) found.push(...questions);
  return found;
}

/**
 * Questions that the record can answer, ranked by what was typed so far: a word counts the more, the fewer of them have it.
 * @param typed may stop in the middle of a word; empty gives a selection of everything
 * @param limit at most so many
 */
export function completeQuestions(record: GeneRecord, typed: string, limit: number): readonly string[] {
  const { questions, words } = indexOf(record);
  const scores = new Map<string, number>();
  const said = readText(record, typed.slice(0, 300)).marks.flatMap(({ text }) => text.split(' '));
  for (const [at, word] of said.entries()) {
    const isBegun = at === said.length - 1 || word.length >= 4;
    const known = words.get(stemOf(word)) ?? words.get(word) ?? (isBegun ? begunBy(words, word) : []);
    const found = new Set(known);
    for (const one of found) scores.set(one, (scores.get(one) ?? 0) + 1 / found.size);
  }
  return (scores.size === 0 ? questions : [...scores.keys()])
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
    .slice(0, limit);
}
