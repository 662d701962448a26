import {
  contentWords,
  type EffectFact,
  type Gene,
  type GridEntity,
  type GridStatement,
  sayingsAbout,
} from './gene.js';
import { anyStatement, type GridQuestion, type Lead } from './question.js';
import { speaksOfLoss } from './sentence.js';
import { type Verb, verbsIn } from './verbs.js';

/** A claim as a question puts it, before any denial or framing. */
export interface Asked {
  readonly verb: Pick<Verb, 'effect' | 'base'> & Partial<Pick<Verb, 'stem'>>;
  readonly object: GridEntity;
  readonly direction: 'out' | 'in';
  /** the id of a cell, `elsewhere` for one that the record does not know, or null */
  readonly where: string | null;
  readonly perturbed: boolean;
}

/** What the record says to a claim: the right leads, and the statements that say it. */
export type Truth = Required<Pick<GridQuestion, 'expect' | 'facts'>> & { readonly leads: readonly Lead[] };

/**
 * Holds a claim against all statements of a record.
 * @returns null where the record leaves it to the reader, so that no honest label exists
 */
export function truthOf(gene: Gene, asked: Asked): Truth | null {
  const statements = gene.record.statements.filter(({ mentions }) => mentions.includes(asked.object.id));
  if (statements.some(({ text, claim }) => claim?.perturbed === undefined && speaksOfLoss(text))) return null;
  if (asked.verb.effect === 'own') return ownTruth(gene, asked);
  if (statements.some((statement) => isOpenToReading(gene, statement, asked))) return null;
  const facts = gene.effects.filter(
    ({ direction, objects }) => direction === asked.direction && objects.includes(asked.object.id),
  );
  const votes = facts.map((fact) => ({ fact, leads: vote(gene, fact, asked) }));
  if (votes.some(({ leads }) => leads === null)) return null;
  return count(
    gene,
    asked,
    votes.map(({ fact, leads }) => ({ statement: fact.statement, leads: leads ?? [] })),
  );
}

interface Vote {
  readonly statement: GridStatement;
  readonly leads: readonly Lead[];
}

/** A Yes for one cell makes a Yes where no cell is named; otherwise a Yes beside a No has no honest label. */
function count(gene: Gene, asked: Asked, votes: readonly Vote[]): Truth | null {
  const yes = votes.filter(({ leads }) => leads.includes('yes'));
  const no = votes.filter(({ leads }) => leads.includes('no'));
  if (yes.length > 0 && no.length > 0 && asked.where !== null) return null;
  const deciding = yes.length > 0 ? yes : no;
  const [first] = deciding;
  if (first === undefined) return unsaid(gene, asked.object);
  const sure = deciding.find(({ leads }) => leads.length === 1) ?? first;
  return {
    leads: sure.leads,
    expect: sure.leads.includes('unsaid') ? ['function', 'none'] : ['function'],
    facts: anyStatement(deciding.map(({ statement }) => statement.id)),
  };
}

/** What one effect says to a claim; empty: nothing; null: what it says depends on how it is read. */
function vote(gene: Gene, fact: EffectFact, asked: Asked): readonly Lead[] | null {
  if (fact.perturbed !== asked.perturbed) return [];
  if (asked.where !== null && !fact.where.includes(asked.where)) {
    return fact.statement.mentions.includes(asked.where) ? null : [];
  }
  const denied = fact.statement.polarity === 'negative';
  if (asked.verb.effect === 'touch') return touchVote(fact, asked.verb, denied);
  if (fact.sign === '0') return unsignedVote(fact.statement, asked.verb, denied);
  const same = (asked.verb.effect === 'raise') === (fact.sign === '+');
  const isSqueezed = saysItsOwnWay(gene, fact.statement, asked);
  if (!same) return denied ? [] : withDoubt('no', isSqueezed);
  if (!denied) return withDoubt('yes', isSqueezed);
  return withDoubt('no', asked.where === null && fact.where.length > 0);
}

function withDoubt(lead: Lead, isDoubtful: boolean): readonly Lead[] {
  return isDoubtful ? [lead, 'unsaid'] : [lead];
}

const REGULATING = ['regulate', 'modulate', 'control'];

/** "regulates" is said where it is recorded; whatever is raised or lowered is affected, and perhaps regulated. */
function touchVote({ sign }: EffectFact, { base }: Asked['verb'], denied: boolean): readonly Lead[] {
  if (denied) return ['no', 'unsaid'];
  return withDoubt('yes', REGULATING.includes(base) && sign !== '0');
}

/** "regulates" says neither up nor down, unless the sentence itself does. */
function unsignedVote({ text }: GridStatement, verb: Asked['verb'], denied: boolean): readonly Lead[] | null {
  const said = verbsIn(text);
  const has = (effect: Verb['effect']) => said.some((each) => each.effect === effect);
  if (!has('raise') && !has('lower')) return has('own') ? null : [];
  if ((has('raise') && has('lower')) || / by /u.test(text)) return null;
  const isWord = said.some(({ base }) => base === verb.base);
  if (denied) return isWord ? ['no'] : null;
  return withDoubt(has(verb.effect) ? 'yes' : 'no', !isWord);
}

/** A verb of its own kind is true only where a sentence has it, between the gene and the thing. */
function ownTruth(gene: Gene, asked: Asked): Truth | null {
  const saying = gene.record.statements.filter(({ text }) => asked.verb.stem?.test(text));
  const [only, ...more] = saying.filter(({ mentions }) => mentions.includes(asked.object.id));
  if (only === undefined) return unsaid(gene, asked.object);
  const said = sayingsAbout(gene, only, asked.object).find(({ verb }) => verb.base === asked.verb.base);
  if (said === undefined || more.length > 0 || asked.where !== null || asked.perturbed) return null;
  if (said.direction !== asked.direction) return unsaid(gene, asked.object);
  const lead: Lead = only.polarity === 'positive' ? 'yes' : 'no';
  return { leads: [lead], expect: ['function'], facts: anyStatement([only.id]) };
}

/**
 * Whether a verb of its own kind leaves it to the reader what else it amounts to: "degrades" lowers, perhaps, but nobody wrote
 * so. What is recorded as raised, lowered or regulated is that, too.
 */
function isOpenToReading(gene: Gene, statement: GridStatement, asked: Asked): boolean {
  if (!saysItsOwnWay(gene, statement, asked)) return false;
  const fact = gene.effects.find(
    (each) =>
      each.statement.id === statement.id &&
      each.direction === asked.direction &&
      each.objects.includes(asked.object.id),
  );
  return fact === undefined || (fact.sign === '0' && asked.verb.effect !== 'touch');
}

/** Whether a sentence has a verb of its own kind between the gene and a thing, in a direction. */
function saysItsOwnWay(gene: Gene, statement: GridStatement, { object, direction }: Asked): boolean {
  return sayingsAbout(gene, statement, object).some(
    (saying) => saying.direction === direction && saying.verb.effect === 'own',
  );
}

/** Nothing recorded: a refusal, or the statements that speak of the thing with neither Yes nor No. */
export function unsaid(gene: Gene, object: GridEntity): Truth {
  const related = gene.record.statements.filter(({ mentions }) => mentions.includes(object.id));
  return {
    leads: ['unsaid'],
    expect: related.length === 0 ? ['none'] : ['function', 'none'],
    facts: anyStatement(related.map(({ id }) => id)),
  };
}

const PLACES = ['cell', 'tissue'];

/**
 * The things that can be asked about as objects of an effect: the recorded ones, and those of other statements whose words
 * are no part of a recorded one (nobody can say whether "cytokines" covers "pro-inflammatory cytokines").
 */
export function askable(gene: Gene, direction: 'out' | 'in'): readonly GridEntity[] {
  const facts = gene.effects.filter((fact) => fact.direction === direction);
  const recorded = new Set(facts.flatMap(({ objects }) => objects));
  const anyway = new Set(gene.effects.flatMap(({ objects }) => objects));
  const touched = new Set(facts.flatMap(({ statement }) => statement.mentions));
  const mentioned = new Set(gene.effects.flatMap(({ statement }) => statement.mentions));
  const entities = [...gene.entities.values()].filter(({ kind }) => !PLACES.includes(kind));
  const words = new Set(
    entities
      .filter(({ id }) => touched.has(id))
      .flatMap(({ name, also }) => [name, ...also].flatMap(contentWords)),
  );
  return entities.filter(({ id, name, also }) => {
    if (recorded.has(id)) return true;
    if (touched.has(id) || (mentioned.has(id) && !anyway.has(id))) return false;
    return ![name, ...also].flatMap(contentWords).some((word) => words.has(word));
  });
}
