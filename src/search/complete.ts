import { DATABASES } from '../record/databases.js';
import { relationEntry } from '../record/relations.js';
import type { Entity, GeneRecord, Relation, Statement } from '../record/schema.js';
import { geneSymbol, referenceLabel } from '../record/words.js';
import { readable } from './normalise.js';
import { readText } from './reading.js';
import { stemOf, tokenise } from './tokens.js';
import { vocabulary } from './vocabulary.js';

/** A question that the record can answer, with the stems of the words that it can be found by. */
interface Question {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

const made = new WeakMap<GeneRecord, readonly Question[]>();

function question(text: string, more = ''): Question {
  return { text, words: new Set(tokenise(readable(`${text} ${more}`)).list.map(({ stem }) => stem)) };
}

function statementQuestion(record: GeneRecord, { claim, text }: Statement): readonly Question[] {
  if (claim === undefined || claim.subject !== undefined || claim.perturbed !== undefined) return [];
  const { key, asks } = relationEntry(claim.relation);
  const objects = claim.objects
    .flatMap((id) => record.entities.find((entity) => entity.id === id) ?? [])
    .slice(0, 2)
    .map((entity, index) => (index === 0 ? withArticle(entity, key) : entity.name));
  const polar = asks.polar.replace('{gene}', geneSymbol(record)).replace('{object}', objects.join(' and '));
  return [question(polar, text)];
}

/** "a cytokine", "an RGD sequence", "the MAPK pathway": with the article that a thing of its kind has in a question. */
function withArticle({ kind, name }: Entity, relation: Relation): string {
  if (kind === 'pathway' || kind === 'structure') return `the ${name}`;
  const counted = kind === 'class' ? relation === 'is' : kind === 'motif' || kind === 'domain';
  if (!counted) return name;
  return `${/^(?:[aeiou]|[AEFHILMNORSX](?:-|[A-Z]))/u.test(name) ? 'an' : 'a'} ${name}`;
}

function questionsOf(record: GeneRecord): readonly Question[] {
  const symbol = geneSymbol(record);
  const databases = [...new Set(record.identifiers.map(({ database }) => database))];
  const cited = record.references.map((reference) => [referenceLabel(reference), reference] as const);
  const list = [
    question(`What is ${symbol}?`, 'summary overview'),
    question(`What does ${symbol} do?`, 'function role'),
    question(`What are the other names of ${symbol}?`, 'alias synonyms symbols isoforms'),
    question(`What are all the database IDs of ${symbol}?`, 'accession identifiers cross references'),
    question(`Where in the genome is ${symbol}?`, 'location chromosome coordinates locus ucsc'),
    question('Which references does the record have?', 'papers citations literature sources bibtex'),
    ...record.statements.flatMap((statement) => statementQuestion(record, statement)),
    ...databases.map((key) => {
      const forms = vocabulary().flatMap((term) =>
        term.kind === 'database' && term.database === key ? term.forms : [],
      );
      return question(
        `What is the ${DATABASES[key].name} ${DATABASES[key].noun} of ${symbol}?`,
        forms.join(' '),
      );
    }),
    ...cited.map(([label, { title }]) => question(`Cite ${label}`, `${title} paper reference doi pmid`)),
    ...cited.flatMap(([label, { title, DOI }]) =>
      DOI === undefined ? [] : [question(`BibTeX for ${label}`, `${title} citation`)],
    ),
    ...record.names
      .filter(({ kind }) => kind === 'alias' || kind === 'isoform')
      .map(({ name }) => question(`What is ${name}?`, 'alias isoform name')),
    ...record.species
      .slice(1)
      .map(({ name }) =>
        question(`Is there a ${name.toLowerCase()} ortholog of ${symbol}?`, 'species homolog counterpart'),
      ),
    question('What can I ask?', 'help commands'),
  ];
  return list.filter(({ text }, at) => list.findIndex((other) => other.text === text) === at);
}

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
    ...statements.flatMap((one) => statementQuestion(record, one).map(({ text }) => text)).slice(0, 1),
    ...(paper === undefined ? [] : [`Cite ${referenceLabel(paper)} in APA`]),
  ];
}

/**
 * Questions that the record can answer, ranked by what was typed so far: a word counts the more, the fewer of them have it.
 * @param typed may stop in the middle of a word; empty gives a selection of everything
 * @param limit at most so many
 */
export function completeQuestions(record: GeneRecord, typed: string, limit: number): readonly string[] {
  const questions = made.get(record) ?? questionsOf(record);
  made.set(record, questions);
  const scores = new Map<Question, number>();
  const words = readText(record, typed.slice(0, 300)).marks.flatMap(({ text }) => text.split(' '));
  for (const [at, word] of words.entries()) {
    const whole = questions.filter((one) => one.words.has(stemOf(word)));
    const begun = at === words.length - 1 || word.length >= 4;
    const fitting =
      whole.length > 0 || !begun
        ? whole
        : questions.filter((one) => [...one.words].some((other) => other.startsWith(word)));
    for (const one of fitting) scores.set(one, (scores.get(one) ?? 0) + 1 / fitting.length);
  }
  return (scores.size === 0 ? [...questions] : [...scores.keys()])
    .sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
    .slice(0, limit)
    .map(({ text }) => text);
}
