import { DATABASES, type DatabaseKey } from '../record/databases.js';
import { nameKey } from '../record/names.js';
import { relationEntry } from '../record/relations.js';
import type { Entity, GeneRecord, Relation, Statement } from '../record/schema.js';
import { geneSymbol, referenceLabel } from '../record/words.js';
import { findStatements } from './find.js';
import { readable } from './normalise.js';
import { readText } from './reading.js';
import { type Token, tokenise } from './tokens.js';
import { everyday } from './words.js';

/** A question that the record can answer, with the words it can be found by. */
interface Question {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly statement: string | null;
  readonly database: DatabaseKey | null;
}

const made = new WeakMap<GeneRecord, readonly Question[]>();

function question(
  text: string,
  more = '',
  of: Partial<Pick<Question, 'statement' | 'database'>> = {},
): Question {
  const words = new Set(tokenise(readable(`${text} ${more}`)).list.map((token) => token.stem));
  return { text, words, statement: of.statement ?? null, database: of.database ?? null };
}

function statementQuestion(record: GeneRecord, statement: Statement): Question | null {
  const { claim } = statement;
  if (claim === undefined || claim.subject !== undefined || claim.perturbed !== undefined) return null;
  const { key, asks } = relationEntry(claim.relation);
  const objects = claim.objects
    .flatMap((id) => record.entities.find((entity) => entity.id === id) ?? [])
    .slice(0, 2)
    .map((entity, index) => (index === 0 ? withArticle(entity, key) : entity.name));
  const text = asks.polar.replace('{gene}', geneSymbol(record)).replace('{object}', objects.join(' and '));
  return question(text, statement.text, { statement: statement.id });
}

/** "a cytokine", "an RGD sequence", "the MAPK pathway": with the article that a thing of its kind has in a question. */
function withArticle({ kind, name }: Entity, relation: Relation): string {
  if (kind === 'pathway' || kind === 'structure') return `the ${name}`;
  const counted = kind === 'class' ? relation === 'is' : kind === 'motif' || kind === 'domain';
  if (!counted) return name;
  return `${/^(?:[aeiou]|[AEFHILMNORSX](?:-|[A-Z]))/u.test(name) ? 'an' : 'a'} ${name}`;
}

function questionsOf(record: GeneRecord): readonly Question[] {
  const known = made.get(record);
  if (known !== undefined) return known;
  const symbol = geneSymbol(record);
  const databases = [...new Set(record.identifiers.map((identifier) => identifier.database))];
  const [firstDatabase] = databases;
  const list = [
    question(`What is ${symbol}?`, 'summary overview'),
    question(`What does ${symbol} do?`, 'function role'),
    question(`What are the other names of ${symbol}?`, 'alias synonyms symbols isoforms'),
    question(`What are all the database IDs of ${symbol}?`, 'accession identifiers cross references'),
    question(`Where in the genome is ${symbol}?`, 'location chromosome coordinates locus ucsc'),
    question(`Which references does the record have?`, 'papers citations literature sources bibtex'),
    ...statementQuestions(record),
    ...databases.map((database) =>
      question(
        `What is the ${DATABASES[database].name} ${DATABASES[database].noun} of ${symbol}?`,
        database,
        { database },
      ),
    ),
    ...record.references.map((reference) =>
      question(`Cite ${referenceLabel(reference)}`, `${reference.title} paper reference doi pmid`),
    ),
    ...record.references
      .filter((reference) => reference.DOI !== undefined)
      .map((reference) => question(`BibTeX for ${referenceLabel(reference)}`, `${reference.title} citation`)),
    ...record.names
      .filter(({ kind }) => kind === 'alias' || kind === 'isoform')
      .map(({ name }) => question(`What is ${name}?`, 'alias isoform name')),
    ...record.species
      .slice(1)
      .map((species) =>
        question(
          `Is there a ${species.name.toLowerCase()} ortholog of ${symbol}?`,
          'species homolog counterpart',
        ),
      ),
    ...(firstDatabase === undefined ? [] : [question('What can I ask?', 'help commands')]),
  ];
  made.set(record, list);
  return list;
}

/** Three questions of different kinds that the record answers: a name, something that it does, a citation. */
export function exampleQuestions(record: GeneRecord): readonly string[] {
  const effects = record.statements.flatMap((statement) => {
    const relation = statement.claim === undefined ? null : relationEntry(statement.claim.relation);
    if (relation?.direction !== 'out' || relation.sign === '0') return [];
    return statementQuestion(record, statement)?.text ?? [];
  });
  const any = statementQuestions(record).map(({ text }) => text);
  const alias = record.names.find(({ kind }) => kind === 'alias') ?? record.names[0];
  return [
    alias === undefined ? undefined : `What is ${alias.name}?`,
    effects[0] ?? any[0],
    record.references.flatMap((reference) =>
      reference.author === undefined ? [] : [`Cite ${referenceLabel(reference)} in APA`],
    )[0],
  ].filter((question) => question !== undefined);
}

function statementQuestions(record: GeneRecord): readonly Question[] {
  const all = record.statements.flatMap((statement) => statementQuestion(record, statement) ?? []);
  return all.filter((one, at) => all.findIndex((other) => other.text === one.text) === at);
}

/** How well one typed word fits a question: whole, as a beginning (the word may still be being typed), or not. */
function wordFit(token: Token, last: boolean, words: ReadonlySet<string>): number {
  if (words.has(token.stem)) return everyday(token.text, token.stem) === 'glue' ? 0.2 : 2;
  if (last || token.text.length >= 4) {
    for (const word of words)
      if (word.startsWith(token.text)) return everyday(token.text, token.stem) === 'glue' ? 0.1 : 1.5;
  }
  return 0;
}

/**
 * Questions that the record can answer, ranked by what was typed so far.
 * @param typed may stop in the middle of a word; empty gives a selection of everything
 * @param limit at most so many
 */
export function completeQuestions(record: GeneRecord, typed: string, limit: number): readonly string[] {
  const questions = questionsOf(record);
  const tokens = tokenise(readable(typed.slice(0, 300))).list;
  if (tokens.length === 0) return questions.slice(0, limit).map(({ text }) => text);
  const statements = findStatements(record, typed).map(({ id }) => id);
  const terms = readText(record, typed).marks.flatMap((mark) => mark.terms);
  const databases = new Set(terms.flatMap((term) => (term.kind === 'database' ? [term.database] : [])));
  const symbol = nameKey(geneSymbol(record));
  const scored = questions.map((one, order) => {
    let score = 0;
    tokens.forEach((token, at) => {
      if (token.text !== symbol) score += wordFit(token, at === tokens.length - 1, one.words);
    });
    if (one.statement !== null && statements.includes(one.statement))
      score += 3 - statements.indexOf(one.statement) * 0.2;
    if (one.database !== null && databases.has(one.database)) score += 4;
    return { text: one.text, score, order };
  });
  const fitting = scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order);
  const list = fitting.length > 0 ? fitting : scored;
  return list.slice(0, limit).map(({ text }) => text);
}
