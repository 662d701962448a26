import { ENTITY_KINDS } from '../record/schema.js';
import { indexOf } from '../search/record-index.js';
import { entityWeight } from '../search/topics.js';
import type { Claim } from '../understand/claim.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { EFFECTS, type Fact } from './facts.js';
import { covers, type Hit, hitsOf } from './verdict.js';

/** Statements whose score is this share of the best are shown beside it. */
const NEAR = 0.8;

/**
 * The statements that answer a frame, the best first; empty where none does.
 * @param before statements that were shown before and that a follow-up may mean
 */
export function chooseStatements(
  frame: Frame,
  facts: readonly Fact[],
  before: readonly string[],
): readonly string[] {
  const { claim, mood } = frame.clause;
  const hits = hitsOf(claim, facts);
  if (hits.some((each) => each.length > 0)) return byObjects(claim, hits, mood.kind === 'open');
  const recorded = claim.where.some(({ entities }) => entities.length > 0);
  const acts = claim.verb !== null && claim.verb.use !== 'static' && claim.objects.length === 0;
  if (acts && (claim.where.length === 0 || recorded)) {
    const fitting = facts.filter((fact) => fits(claim, fact));
    const kinds = kindsAsked(frame);
    const ofKind = fitting.filter((fact) => isOfKind(frame, fact, kinds));
    if (ofKind.length === 0 && kinds.some((kind) => ALONE.has(kind))) return [];
    if (fitting.length > 0) return ids(kinds.length > 0 && ofKind.length > 0 ? ofKind : fitting);
  }
  return byTopic(frame, facts, before);
}

const ids = (facts: readonly Fact[]): readonly string[] => [
  ...new Set(facts.map(({ statement }) => statement.id)),
];

/** The facts that settle each object: those that affirm it, else those that deny it, else those that only speak of it. */
function byObjects(claim: Claim, hits: readonly (readonly Hit[])[], open: boolean): readonly string[] {
  const settled = hits.map((each) => decisive(each, open));
  const sure = settled.filter((each) => each.some(({ ruling }) => ruling.says !== 'unsaid'));
  const used = sure.length > 0 ? sure : settled;
  const counts = new Map<Fact, number>();
  for (const each of used) for (const { fact } of each) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const joint = [...counts].filter(([, count]) => count === most).map(([fact]) => fact);
  const kept =
    most > 1 && used.every((each) => each.some(({ fact }) => joint.includes(fact)))
      ? joint
      : [...counts.keys()];
  const placed = kept.filter((fact) => covers(fact, claim));
  return ids(claim.where.length > 0 && placed.length > 0 ? placed : kept);
}

function decisive(hits: readonly Hit[], open: boolean): readonly Hit[] {
  const said = (says: string): readonly Hit[] => hits.filter(({ ruling }) => ruling.says === says);
  if (said('yes').length > 0) return said('yes');
  return said('no').length > 0 && !open ? said('no') : hits;
}

/** Facts of the asked verb, direction and place, where no object is named: "what raises it", "which receptors does it bind". */
function fits(claim: Claim, fact: Fact): boolean {
  if (!covers(fact, claim)) return false;
  return fact.readings.some(({ family, sign, direction }) => {
    if (claim.direction !== null && direction !== claim.direction && direction !== 'static') return false;
    if (family === claim.family) return true;
    const effect =
      claim.family !== null && EFFECTS.has(claim.family) && EFFECTS.has(family) && direction !== 'static';
    return effect && (claim.sign === 0 || sign === claim.sign || claim.where.length > 0);
  });
}

/** What the words speak of: things by how telling they are, then words of the sentences. */
function byTopic(frame: Frame, facts: readonly Fact[], before: readonly string[]): readonly string[] {
  const { focus, record, clause } = frame;
  const index = indexOf(record);
  const scores = new Map<string, number>();
  const add = (id: string, score: number): void => {
    scores.set(id, (scores.get(id) ?? 0) + score);
  };
  const things = new Set(focus.flatMap(({ entities }) => entities));
  for (const id of things)
    for (const one of index.mentions.get(id) ?? []) add(one.id, entityWeight(index, id));
  for (const { terms, entities, kind, text } of focus) {
    if (entities.length > 0 || kind === 'own' || kind === 'everyday') continue;
    for (const word of text.split(' '))
      for (const one of index.statementWords.get(word) ?? []) add(one.id, 0.7);
    for (const term of terms)
      if (term.kind === 'aspect')
        for (const fact of facts) add(fact.statement.id, aspectScore(term.aspect, fact));
  }
  const { claim } = clause;
  const kinds = kindsAsked(frame);
  if (things.size === 0 && kinds.length > 0)
    for (const fact of facts) if (isOfKind(frame, fact, kinds)) add(fact.statement.id, 1);
  if (claim.verb !== null)
    for (const fact of facts)
      if (fact.readings.some(({ family }) => family === claim.family)) add(fact.statement.id, 0.4);
  if (things.size === 0) for (const id of before) add(id, 1.2);
  const best = Math.max(0, ...scores.values());
  if (best <= 0.4) return [];
  return facts
    .map(({ statement }) => statement.id)
    .filter((id) => (scores.get(id) ?? 0) >= best * NEAR)
    .sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** Where one of these is asked for, nothing else stands in for it. */
const ALONE: ReadonlySet<string> = new Set(['disease', 'drug', 'variant', 'receptor']);

/** The kinds of things that a frame asks for ("which pathway", "diseases?"). */
function kindsAsked({ focus }: Frame): readonly string[] {
  return ENTITY_KINDS.filter((kind) => focus.some(({ text }) => isIn(`kind ${kind}`, text)));
}

function isOfKind({ record }: Frame, { objects, where, subject }: Fact, kinds: readonly string[]): boolean {
  return record.entities.some(
    ({ id, kind }) => kinds.includes(kind) && (objects.has(id) || where.has(id) || subject === id),
  );
}

function aspectScore(aspect: string, { readings, statement }: Fact): number {
  const relation = statement.claim?.relation;
  if (aspect === 'motifs' && relation === 'contains') return 1;
  if (aspect === 'family' && readings.some(({ family }) => family === 'be')) return 1;
  return aspect === 'isoform' && relation === 'has' ? 0.8 : 0;
}
