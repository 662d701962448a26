import { ENTITY_KINDS, type Entity } from '../record/schema.js';
import { indexOf } from '../search/record-index.js';
import { root, stem } from '../search/stem.js';
import type { Claim } from '../understand/claim.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { is } from '../understand/items.js';
import { acts, covers, sensesAsked } from './bearing.js';
import type { Hit, Weighed } from './claim-verdict.js';
import type { Fact } from './facts.js';

/** Statements whose score is this share of the best are shown beside it. */
const NEAR = 0.8;

/** Where one of these is asked for ("which receptor"), nothing else stands in for it. */
const ALONE: ReadonlySet<string> = new Set(['disease', 'drug', 'variant', 'receptor', 'tissue']);

/** The kinds of things that a question names ("which tissues"), and the facts that speak of such. */
export function ofKindAsked(
  { focus, record }: Frame,
  facts: readonly Fact[],
): { readonly kinds: readonly Entity['kind'][]; readonly ofKind: readonly Fact[] } {
  const kinds = ENTITY_KINDS.filter((kind) => focus.some(({ text }) => isIn(`kind ${kind}`, text)));
  const asked = record.entities.filter(({ kind }) => kinds.includes(kind));
  const ofKind = facts.filter(({ objects, where }) =>
    asked.some(({ id }) => objects.has(id) || where.has(id)),
  );
  return { kinds, ofKind };
}

/**
 * The statements that answer a frame, the best first; empty where none does.
 * @param before statements that were shown before and that a follow-up may mean
 */
export function chooseStatements(
  frame: Frame,
  { facts, hits }: Weighed,
  before: readonly string[],
): readonly string[] {
  const { claim } = frame.clause;
  if (hits.some((each) => each.length > 0)) return byObjects(claim, hits);
  const { kinds, ofKind } = ofKindAsked(frame, facts);
  if (acts(claim) && claim.objects.length === 0) {
    const lost = facts.filter(({ perturbed }) => perturbed !== null && perturbed === claim.perturbed);
    const all = (lost.length > 0 ? lost : facts).filter((fact) =>
      sensesAsked(claim, fact).some(
        ({ family, sign }) => family === claim.family || claim.sign === 0 || sign === claim.sign,
      ),
    );
    const fitting = ofClass(claim, all);
    // A record may have its drugs among what it calls stimuli.
    const isDrug = (fact: Fact): boolean =>
      kinds.includes('drug') && [...fact.kinds.values()].includes('stimulus');
    const both = fitting.filter((fact) => ofKind.includes(fact) || isDrug(fact));
    const named = frame.clause.items.some((item) => item.verb !== null && is(item, 'kind drug'));
    if (both.length === 0 && !named && kinds.some((kind) => ALONE.has(kind)) && claim.perturbed === null)
      return [];
    if (fitting.length > 0) return ids(both.length > 0 ? both : fitting);
    if (lost.length > 0) return ids(lost);
  }
  return byTopic(frame, facts, ofKind, before);
}

const ids = (facts: readonly Fact[]): readonly string[] => facts.map(({ statement }) => statement.id);

/** The facts that settle each object: those that affirm it, else those that deny it, else those that only speak of it. */
function byObjects(claim: Claim, hits: Weighed['hits']): readonly string[] {
  const settled = hits.map(decisive);
  const sure = settled.filter((each) => each.some(({ ruling }) => ruling.says !== 'unsaid'));
  const used = (sure.length > 0 ? sure : settled).map((each) => each.map(({ fact }) => fact));
  const all = [...new Set(used.flat())];
  const joint = all.filter((fact) => used.every((each) => each.includes(fact)));
  const kept = joint.length > 0 ? joint : all;
  const placed = kept.filter((fact) => covers(fact, claim));
  return ids(placed.length > 0 ? placed : kept);
}

function decisive(hits: readonly Hit[]): readonly Hit[] {
  const said = ['yes', 'no'].map((says) => hits.filter(({ ruling }) => ruling.says === says));
  return said.find((each) => each.length > 0) ?? hits;
}

/** "which kinase phosphorylates it": of the facts those whose sentences name what is asked for, else those about other genes. */
function ofClass({ asked }: Claim, facts: readonly Fact[]): readonly Fact[] {
  if (asked.length === 0) return facts;
  const named = facts.filter(({ words }) => asked.every((word) => words.has(root(word))));
  const genes = facts.filter(({ kinds }) => [...kinds.values()].includes('gene'));
  return [named, genes, facts].find((some) => some.length > 0) ?? [];
}

/** "motifs": a word for a kind of thing, which a sentence has or not. */
function isKindWord(text: string): boolean {
  return ENTITY_KINDS.some((kind) => isIn(`kind ${kind}`, text));
}

/** What the words speak of: things, the fewer statements mention them the more, then words of the sentences. */
function byTopic(
  { focus, record, clause }: Frame,
  facts: readonly Fact[],
  ofKind: readonly Fact[],
  before: readonly string[],
): readonly string[] {
  const index = indexOf(record);
  const scores = new Map<string, number>();
  const add = (id: string, score: number): void => {
    scores.set(id, (scores.get(id) ?? 0) + score);
  };
  for (const id of new Set(focus.flatMap(({ entities }) => entities))) {
    const mentioned = record.statements.filter(({ mentions }) => mentions.includes(id));
    for (const one of mentioned) add(one.id, 1 + Math.log(record.statements.length / mentioned.length));
  }
  const aspects: string[] = [];
  for (const { terms, entities, kind, text } of focus) {
    if (entities.length > 0 || kind === 'own' || kind === 'everyday' || kind === 'number') continue;
    for (const word of ofKind.length > 0 && isKindWord(text) ? [] : text.split(' '))
      for (const one of index.statementWords.get(stem(word)) ?? []) add(one.id, 0.7);
    for (const term of terms) if (term.kind === 'aspect') aspects.push(term.aspect);
  }
  const timesAsked = (aspect: string): number => aspects.filter((one) => one === aspect).length;
  const [motifs, families] = [timesAsked('motifs'), timesAsked('family')];
  for (const { statement, senses, perturbed } of facts) {
    if (statement.claim?.relation === 'contains') add(statement.id, motifs);
    if (senses.some(({ family }) => family === 'be')) add(statement.id, families);
    if (perturbed !== null && perturbed === clause.claim.perturbed) add(statement.id, 1);
  }
  for (const { statement } of ofKind) add(statement.id, 1);
  for (const id of before) add(id, 1.2);
  const best = Math.max(0, ...scores.values());
  const score = (id: string): number => scores.get(id) ?? 0;
  return ids(facts)
    .filter((id) => score(id) > 0 && score(id) >= best * NEAR)
    .sort((a, b) => score(b) - score(a));
}
