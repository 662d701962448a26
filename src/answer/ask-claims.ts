import { relationEntry } from '../record/relations.js';
import type { Statement } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { firstWord } from '../search/tokens.js';
import type { Action } from '../search/vocabulary.js';
import { PRONOUNS } from './ask-words.js';

/** Which way an effect is asked about: of the gene product on something (`out`), of something on it (`in`), or neither said. */
export type Direction = 'out' | 'in' | null;

/** What a statement's claim is about, seen from the gene: it acts, it is acted upon, or it has a property. */
export function claimDirection(statement: Statement): 'out' | 'in' | 'property' {
  if (statement.claim === undefined) return 'property';
  const { direction } = relationEntry(statement.claim.relation);
  return direction === 'none' ? 'property' : direction;
}

const VERBS: ReadonlySet<Action> = new Set(['raise', 'lower', 'support', 'regulate', 'produce', 'activate']);
const INTRANSITIVE =
  /^(?:go(?:es|ing|ne)? up|went up|comes? out|coming out|go(?:es|ing)? down|went down|rises?|rose|increases?|increased|up|down|higher|lower|more|less|decreases?|falls?|drops?|jumps?|spikes?|changes?|becomes?|happens?|be up|elevated|responds?|stays? flat|flat|unchanged|unaffected|gets up|climbs?|climbed|surges?|soars?|swells?|skyrockets?|ramps? up|shoots? up|down ?regulated|up ?regulated|level|levels|reduced|huge|bigger|massive|stronger|got stronger|gets stronger|get stronger|brighter|got brighter|weaker|got weaker|fainter|more intense|worse)$/u;
const CAUSES =
  /^(?:after|upon|because|becuase|becasue|beacuse|bc|cuz|cos|due|with|w|when|once|following|through|thanks|via|from|if|under|during)$/u;

/** What stands behind these makes something else happen. */
const OCCASIONS = /^(?:after|upon|because|becuase|becasue|beacuse|bc|cuz|cos|due|when|once|following|if)$/u;

/** The verbs of a question, first meaning first. */
export function actionsOf(mark: Mark): readonly Action[] {
  return mark.terms.flatMap((term) => (term.kind === 'action' ? [term.action] : []));
}

interface Positions {
  readonly own: readonly number[];
  readonly things: readonly number[];
  readonly verb: number;
}

function isOwn(mark: Mark, explicit: boolean): boolean {
  return mark.kind === 'own' || (!explicit && (mark.text === 'it' || mark.text === 'its'));
}

function isThing(mark: Mark): boolean {
  if (mark.kind === 'other') return true;
  return (
    mark.entities.length > 0 &&
    !mark.terms.some((term) => term.kind === 'thing' && term.thing === 'expression')
  );
}

function positionsOf(marks: readonly Mark[]): Positions {
  const explicit = marks.some((mark) => mark.kind === 'own');
  const own: number[] = [];
  const things: number[] = [];
  let verb = -1;
  marks.forEach((mark, at) => {
    if (isOwn(mark, explicit)) own.push(at);
    else if (isThing(mark)) things.push(at);
    if (verb < 0 && actionsOf(mark).some((action) => VERBS.has(action)) && !isModifier(marks, at)) verb = at;
  });
  return { own, things, verb };
}

/** "activated T cells", "IL-2 stimulation of", "expression": words of doing that do not carry the sentence. */
function isModifier(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  const next = marks[at + 1];
  if (mark === undefined) return true;
  if (
    /pathway|mechanism|cascade|signal|which|^(?:expression|levels?|production|secretion|release|via|use|using|regulation|control|transduction)$/u.test(
      mark.text,
    )
  )
    return true;
  return (
    /(?:ed|ing)$/u.test(mark.text) &&
    next?.terms.some((term) => term.kind === 'thing' && term.group === 'cell') === true
  );
}

function after(marks: readonly Mark[], words: RegExp, positions: readonly number[]): boolean {
  return positions.some((at) => {
    for (let back = at - 1; back >= 0 && back >= at - 5; back -= 1) {
      const text = marks[back]?.text ?? '';
      if (words.test(text) && !/^(?:so|that|and|to)$/u.test(marks[back + 1]?.text ?? '')) return true;
      if (positions.includes(back)) return false;
    }
    return false;
  });
}

/** "in our IL-2 wells": what was given. */
const TREATED =
  /^(?:wells?|treated|condition|conditions|group|arm|dish|dishes|plates?|samples?|treatment|stimulation|stimulated|exposed)$/u;

/** "the cytokine that X induces", "whose production X can drive": what stands before is what it acts on. */
function isRelativeActor(marks: readonly Mark[], own: number): boolean {
  const relative = /^(?:that|which|whose)$/u;
  const led = relative.test(marks[own - 1]?.text ?? '') || relative.test(marks[own - 2]?.text ?? '');
  const next = /^(?:can|does|may|could|also|will)$/u.test(marks[own + 1]?.text ?? '') ? own + 2 : own + 1;
  const verb = marks[next];
  const acts =
    verb !== undefined &&
    actionsOf(verb).some((action) => VERBS.has(action)) &&
    !isParticiple(verb) &&
    !INTRANSITIVE.test(verb.text);
  return led && own > 1 && acts && !hasObject(marks, next);
}

function isParticiple(mark: Mark): boolean {
  return /(?:ed|ing)$/u.test(mark.text);
}

/** "OWN -> X", "X <- OWN" (out) and "X -> OWN" (in). */
function arrowDirection(
  marks: readonly Mark[],
  own: readonly number[],
  things: readonly number[],
): Direction {
  for (const [at, { before }] of marks.entries()) {
    const right = /(?:->|=>|→|⟶)/u.test(before);
    if (!right && !/(?:<-|←)/u.test(before)) continue;
    const [from, to] = right ? [at - 1, at] : [at, at - 1];
    if (own.includes(from) && things.includes(to)) return 'out';
    if (things.includes(from) && own.includes(to)) return 'in';
  }
  return null;
}

/** "X drives OWN": a thing, an active verb, and the gene right behind it. */
function isDirectObject(marks: readonly Mark[], things: readonly number[], own: number): boolean {
  const verb = marks[own - 1];
  if (verb === undefined || !things.includes(own - 2) || !/s$/u.test(verb.text)) return false;
  return actionsOf(verb).some((action) => VERBS.has(action)) && !INTRANSITIVE.test(verb.text);
}

/** Subject and object by the order of words, passives and causes included. */
export function directionOf(marks: readonly Mark[]): Direction {
  const { own, things, verb } = positionsOf(marks);
  const texts = marks.map((mark) => mark.text);
  if (own.some((at) => texts[at - 1] === 'about' && at === marks.length - 1 && things.length > 0))
    return null;
  const arrow = arrowDirection(marks, own, things);
  if (arrow !== null) return arrow;
  if (own.some((at) => isDirectObject(marks, things, at))) return 'in';
  const firstOwn = own[0] ?? -1;
  const firstThing = things[0] ?? -1;
  const byOwn = own.some(
    (at) => texts[at - 1] === 'by' || (texts[at - 1] === 'the' && texts[at - 2] === 'by'),
  );
  if (byOwn || own.some((at) => isRelativeActor(marks, at))) return 'out';
  if (
    own.some((at) => texts[at + 1] === 'on' && texts[at + 2] !== 'in' && things.some((thing) => thing > at))
  )
    return 'out';
  if (own.some((at) => TREATED.test(texts[at + 1] ?? ''))) return 'out';
  if (own.some((at) => things.includes(at - 1) && /\sactivates?$/u.test(texts[at - 1] ?? ''))) return 'in';
  if (firstOwn >= 0 && things.some((at) => isAgent(marks, things, at))) return 'in';
  const effect = effectOf(texts, firstOwn, firstThing);
  if (effect !== null) return effect;
  if (own.some((at) => /^(?:to|with)$/u.test(texts[at - 1] ?? '') && /^happen/u.test(texts[at - 2] ?? '')))
    return 'in';
  if (own.some((at) => texts[at - 1] === 'to' && /^(?:exposed|exposure)/u.test(texts[at - 2] ?? '')))
    return 'out';
  if (own.some((at) => /^exposed to/u.test(texts[at - 1] ?? ''))) return 'out';
  if (firstOwn < 0) return null;
  const given = own.some(
    (at) =>
      /^(?:with|w|after|add|adding|added|giving|of)$/u.test(texts[at - 1] ?? '') &&
      after(marks, CAUSES, [at]),
  );
  if (firstThing >= 0 && after(marks, CAUSES, own) && (given || !after(marks, CAUSES, things))) return 'out';
  if (
    firstThing >= 0 &&
    after(marks, OCCASIONS, things) &&
    !after(marks, CAUSES, own) &&
    verbOf(marks, own) !== 'object' &&
    !(verb > firstOwn && hasObject(marks, verb))
  )
    return 'in';
  const reply = texts.findIndex((text) =>
    /^(?:in response|response|respond|responds|downstream)$/u.test(text),
  );
  if (reply >= 0 && firstThing >= 0) {
    if (own.some((at) => at > reply) && firstThing < reply) return 'out';
    if (firstOwn < reply && things.some((at) => at > reply)) return 'in';
  }
  if (texts.some((text, at) => text === 'do' && texts[at + 1] === 'to' && own.includes(at + 2))) return 'in';
  return byOrder(marks, { own, things, verb }, firstOwn, firstThing);
}

/** What stands behind "by" does something, unless it is the cell that something else comes from ("IL-6 secretion by monocytes"). */
function isAgent(marks: readonly Mark[], things: readonly number[], at: number): boolean {
  const before = marks.slice(Math.max(0, at - 3), at).map((mark) => mark.text);
  if (!before.includes('by')) return false;
  const isCell = marks[at]?.terms.some((term) => term.kind === 'thing' && term.group === 'cell') === true;
  return !isCell || !things.some((other) => other < at);
}

/** "with" behind an acting gene product ("does it act with...") is no cause of it. */
function verbOf(marks: readonly Mark[], own: readonly number[]): 'object' | null {
  const next = marks[(own[0] ?? -1) + 1];
  if (next === undefined) return null;
  const transitive = actionsOf(next).some((action) => VERBS.has(action)) && !INTRANSITIVE.test(next.text);
  return transitive ? 'object' : null;
}

function effectOf(texts: readonly string[], own: number, thing: number): Direction {
  const at = texts.findIndex((text) =>
    /^(?:effects?|impact|influence|action|role|effect of|response)$/u.test(text),
  );
  if (at < 0 || own < 0 || thing < 0) return null;
  if (texts[at] === 'response') return null;
  const of = texts.indexOf('of', at);
  if (of === at + 1 && own > of && (thing < at || thing > own)) return 'out';
  if (own === at - 1) return 'out';
  if (thing === at - 1) return 'in';
  if (texts[at + 1] === 'of' || texts[at] === 'effect of') return own < thing ? 'out' : 'in';
  return own < at && at < thing ? 'out' : thing < at && at < own ? 'in' : null;
}

function byOrder(
  marks: readonly Mark[],
  { own, verb }: Positions,
  firstOwn: number,
  firstThing: number,
): Direction {
  const ownText = marks[firstOwn + 1]?.text ?? '';
  const asTarget =
    /^(?:expression|levels?|production|secretion|mrna|amount|synthesis|transcription|release)$/u.test(
      ownText,
    );
  if (verb < 0) {
    const moves = marks.some((mark) => actionsOf(mark).includes('change'));
    if (asTarget || (moves && firstThing >= 0 && firstThing < firstOwn)) return 'in';
    return null;
  }
  const verbText = marks[verb]?.text ?? '';
  const verbFirst = /[^\p{Script=Latin}\p{N}\s-]/u.test(verbText) && firstThing > firstOwn;
  if (verb < firstOwn && verbFirst) return 'out';
  if (verb < firstOwn)
    return firstThing >= 0 && firstThing < verb ? 'in' : asWhat(marks, verb, firstThing, firstOwn);
  if (asTarget) return 'in';
  if (isPassive(marks, firstOwn, verb)) return 'in';
  const thingAfterVerb = hasObject(marks, verb);
  if (INTRANSITIVE.test(verbText) && !thingAfterVerb && risesItself(marks, verb, firstOwn)) return 'out';
  if (INTRANSITIVE.test(verbText) && !thingAfterVerb) return asksForObject(marks, own) ? 'out' : 'in';
  return 'out';
}

/** "with OWN, X comes out": the thing right before the verb rises, no cell and no place. */
function risesItself(marks: readonly Mark[], verb: number, own: number): boolean {
  let at = verb - 1;
  while (/^(?:is|are|was|will|does|do|levels?|also|then|expression|production)$/u.test(marks[at]?.text ?? ''))
    at -= 1;
  const mark = marks[at];
  if (mark === undefined || at <= own || !isThing(mark) || PLACES.test(marks[at - 1]?.text ?? ''))
    return false;
  return !mark.terms.some(
    (term) => term.kind === 'thing' && (term.group === 'cell' || term.group === 'stimulus'),
  );
}

/** "what induces it" (in) against "does it make X secrete Y" where the verb is found late. */
function asWhat(marks: readonly Mark[], verb: number, firstThing: number, firstOwn: number): Direction {
  if (
    firstThing > firstOwn &&
    /^(?:induction|production|secretion|activation|stimulation|inducer)$/u.test(marks[verb]?.text ?? '')
  )
    return 'out';
  return 'in';
}

/** "is it induced", "when does it get upregulated": done to the gene, whoever does it. */
function isPassive(marks: readonly Mark[], own: number, verb: number): boolean {
  const participle = /(?:ed|d|ible|able)$/u.test(marks[verb]?.text ?? '');
  const around = marks.slice(Math.max(0, own - 1), verb).map((mark) => mark.text);
  return participle && around.some((text) => /^(?:is|are|was|were|be|get|gets|got|being|been)$/u.test(text));
}

const PLACES =
  /^(?:in|within|on|after|upon|with|by|from|following|during|via|through|when|once|if|inside|under|at|for)$/u;

/** Whether something stands behind the verb as its object: a thing with no preposition between. */
function hasObject(marks: readonly Mark[], verb: number): boolean {
  for (const mark of marks.slice(verb + 1)) {
    if (PLACES.test(mark.text)) return false;
    if (isThing(mark) || mark.kind === 'unknown') return true;
  }
  return false;
}

function asksForObject(marks: readonly Mark[], own: readonly number[]): boolean {
  const first = own[0] ?? 0;
  return marks.slice(0, first).some((mark) => /^(?:what|which|whats|wich|who)$/u.test(firstWord(mark.text)));
}

/** Whether the gene itself is spoken of, by name or as "it". */
export function speaksOfGene(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark) => mark.kind === 'own' || mark.accession?.found === 'identifier' || PRONOUNS.has(mark.text),
  );
}
