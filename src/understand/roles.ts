import { adjunctCause, governed, isActor } from './causes.js';
import type { Sign, Verb } from './grammar.js';
import {
  type Item,
  is,
  isActedUpon,
  isCell,
  isNominal,
  isParticipant,
  isParticiple,
  isSaidToDo,
  isVerbForm,
  moved,
  type Thing,
  thingOf,
} from './items.js';

/** Who acts on whom in a clause. */
export interface Roles {
  /** the verb that tells how, or null: nothing is done ("is a", "RGD motif?") */
  readonly verb: Verb | null;
  /** the product of the signs of all verbs and quantities; null where there is none */
  readonly sign: Sign | null;
  /** `out`: the gene acts; `in`: it is acted upon; `between`: others act on each other; null: not told */
  readonly direction: 'out' | 'in' | 'between' | null;
  /** whether the gene itself is named or pointed to */
  readonly named: boolean;
  /** the things that act on the gene, or that the gene acts on, is or has */
  readonly objects: readonly Thing[];
  /** the cells or places */
  readonly where: readonly Thing[];
  /** "via", "through" */
  readonly means: readonly Thing[];
  /** words of the class that is asked for: "which kinase" */
  readonly asked: readonly string[];
}

/** What a clause has parts of: its items, its verbs, and the one that tells how. */
interface Parts {
  readonly items: readonly Item[];
  readonly verbs: readonly Item[];
  readonly main: Item | null;
  readonly causes: Item[];
  readonly themes: Item[];
}

function isPassive(items: readonly Item[], { at, text }: Item): boolean {
  if (!isParticiple(text)) return false;
  const before = items.slice(0, at);
  const next = items[at + 1];
  return (
    is(next, 'agent') ||
    before.some((item) => is(item, 'auxiliary be')) ||
    (next === undefined && !before.some((item) => is(item, 'auxiliary')))
  );
}

/** Things joined by "and" or "or" with one that plays a part play the same part. */
function coordinated(items: readonly Item[], first: Item): readonly Item[] {
  const found = [first];
  for (const step of [-1, 1]) {
    let at = first.at + step;
    for (;;) {
      const link = is(items[at], 'linking');
      if (!link && !/[,/]/u.test(items[step > 0 ? at : at + 1]?.mark.before ?? '')) break;
      const other = items[link ? at + step : at];
      if (!isActor(other) || other.pronoun) break;
      found.push(other);
      at = other.at + step;
    }
  }
  return found;
}

/** The subject of an active verb: the nearest participant before it that is no place. */
function subjectBefore({ items }: Parts, verb: Item): Item | null {
  for (let at = verb.at - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item === undefined || (isCell(item) && is(items[at - 1], 'place word'))) continue;
    if (isParticipant(item)) return item;
  }
  return null;
}

function thingsOf(items: readonly Item[]): readonly Thing[] {
  return items.flatMap(({ thing }) => thing ?? []);
}

/** "X that raises it": the pronoun repeats what stands before it. */
function isRelative(items: readonly Item[], { text, at, mark }: Item): boolean {
  const before = items[at - 1];
  const next = items[at + 1];
  return (
    text === 'that' &&
    next?.verb != null &&
    before?.mark.segment === mark.segment &&
    !is(before, 'no antecedent')
  );
}

const CAUSED: Verb = { family: 'let', sign: 1, use: 'causative' };

/** Who acts on whom: the main verb, what stands before and behind it, and causes named elsewhere. */
export function rolesOf(read: readonly Item[]): Roles {
  const isRepeated = (item: Item): boolean => item.pronoun && isRelative(read, item);
  const items: Item[] = [];
  for (const item of read) items.push(isRepeated(item) ? moved(item, item.at, false) : item);
  let adjunct: { readonly by: Item; readonly cause: Item } | null = null;
  for (const by of items) {
    const cause = adjunctCause(items, by);
    if (cause === null) continue;
    adjunct = { by, cause };
    break;
  }
  const verbs = items.filter((item) => item.verb !== null && !isGift(items, item, adjunct?.by));
  const main = mainVerb(items, verbs);
  const parts: Parts = { items, verbs, main, causes: [], themes: [] };
  if (adjunct !== null) parts.causes.push(...coordinated(items, adjunct.cause));
  if (main !== null) attachMain(parts, main);
  const { causes, themes } = parts;
  const means = items.filter((item) => item.thing !== null && is(items[item.at - 1], 'through'));
  for (const item of items)
    if (
      !item.pronoun &&
      isActor(item) &&
      !isNounOf(items, item) &&
      !causes.includes(item) &&
      !themes.includes(item) &&
      !means.includes(item)
    )
      themes.push(item);
  // "monocytes are prompted by X to release Y": where they do it, not what they do.
  const acted = themes.some((item) => !isCell(item)) ? themes.filter((item) => !isCell(item)) : themes;
  const { direction, named, objects } = directed({ items, verbs, main, causes, themes: acted });
  const caused = main !== null && isCaused(parts, main, adjunct?.by ?? null);
  const sign = signOf(items, verbs, main);
  const amount = sign !== null && main?.verb?.use === 'static';
  return {
    verb: caused ? CAUSED : amount ? null : (main?.verb ?? null),
    sign,
    direction,
    named,
    objects,
    where: thingsOf(items.filter(isCell)),
    means: thingsOf(means),
    asked: [],
  };
}

/** "TNF expression": a noun that says what of another thing is meant is no thing beside it. */
function isNounOf(items: readonly Item[], { at, verb }: Item): boolean {
  const before = items[at - 1];
  return (
    verb !== null &&
    MAKING.has(verb.family) &&
    before?.thing != null &&
    !before.thing.isPlace &&
    before.verb === null
  );
}

/** "treated with X": the verb names the cause and tells nothing of the effect. */
function isGift(items: readonly Item[], item: Item, adjunct: Item | undefined): boolean {
  if (!is(item, 'giving')) return false;
  const cells = isCell(items[item.at + 1]);
  return adjunct === item ? item.mark.before !== '-' || cells : cells && isParticiple(item.text);
}

/** What cells make is theirs: with another cause it is an effect of that. */
export const MAKING: ReadonlySet<string> = new Set(['make', 'secrete', 'express']);

function isMaking({ verb }: Item): boolean {
  return verb !== null && MAKING.has(verb.family);
}

function isCaused(parts: Parts, main: Item, adjunct: Item | null): boolean {
  const { items, verbs, causes } = parts;
  if (!isMaking(main)) return false;
  if (verbs.some(({ verb, at }) => verb?.use === 'causative' && at < main.at)) return true;
  if (!isVerbForm(main) && !main.text.endsWith('ing')) return false;
  if (is(main, 'making') && verbs.some(({ at }) => at > main.at + 1)) return true;
  const makers = is(items[main.at + 1], 'agent')
    ? items.slice(main.at + 2, main.at + 4)
    : items.slice(0, main.at);
  if (adjunct !== null && (is(adjunct, 'response') || makers.some(isCell))) return true;
  const subject = subjectBefore(parts, main);
  return causes.length > 0 && subject !== null && !causes.includes(subject) && !isPassive(items, main);
}

function mainVerb(items: readonly Item[], verbs: readonly Item[]): Item | null {
  const done = verbs.filter(({ verb }) => verb?.use !== 'static');
  const passive = done.some((item) => isPassive(items, item));
  const others = done.filter((item) => !isMaking(item));
  const acting = passive && others.length > 0 ? others : done;
  return acting.find(({ verb }) => verb?.use !== 'causative') ?? acting.at(-1) ?? verbs[0] ?? null;
}

function attachMain(parts: Parts, main: Item): void {
  const { items, verbs, causes, themes } = parts;
  const acting = verbs.find((item) => item.verb?.use === 'causative' && item.at < main.at) ?? main;
  const subject = subjectBefore(parts, acting);
  if (subject === null) {
    const undergoes = items.slice(main.at + 1).find(isParticipant);
    if (causes.length === 0 && isActor(undergoes) && isVerbForm(main))
      themes.push(...coordinated(items, undergoes));
  } else if (isActedUpon(items, main)) attachActedUpon(parts, main, subject);
  else if (isNominal(items, main)) attachNominal(parts, main, subject);
  else if (main.verb?.use === 'intransitive' || isPassive(items, main))
    themes.push(...coordinated(items, subject));
  else if (causes.length === 0) {
    if (!isCell(subject)) causes.push(...coordinated(items, subject));
    const next = items.slice(main.at + 1).find((item) => item.pronoun || !is(item, 'determiner'));
    if (next?.pronoun === true && !causes.includes(next)) themes.push(next);
  }
}

function attachActedUpon({ items, causes, themes }: Parts, main: Item, subject: Item): void {
  const of = is(items[main.at + 1], 'noun of') ? governed(items, main.at + 1, isParticipant) : null;
  const acted = of === null ? items.slice(0, subject.at).findLast(isActor) : subject;
  if (causes.length === 0) causes.push(of ?? subject);
  if (acted !== undefined && !isCell(acted)) themes.push(acted);
}

/** "induction of Y by X", "Y induction", "an inhibitor of Y". */
function attachNominal({ items, causes, themes }: Parts, main: Item, subject: Item): void {
  const of = is(items[main.at + 1], 'noun of') ? governed(items, main.at + 1, isParticipant) : null;
  const left = items[main.at - 1];
  const theme = of ?? (left !== undefined && isParticipant(left) && !left.pronoun ? left : null);
  const actor = theme === null || of !== null ? subject : items.slice(0, theme.at).findLast(isActor);
  if (theme !== null) themes.push(theme);
  if (causes.length === 0 && actor !== undefined && actor !== theme && !isCell(actor)) causes.push(actor);
}

function isSame({ entities }: Thing, other: Thing | undefined): boolean {
  return entities.length > 0 && entities.every((id) => other?.entities.includes(id) === true);
}

function directed({ items, main, ...parts }: Parts): Pick<Roles, 'direction' | 'named' | 'objects'> {
  const gene = items.some(({ own }) => own);
  const named = gene || items.some(({ pronoun }) => pronoun);
  const own = (item: Item): boolean => item.own || (item.pronoun && !gene);
  const causes = thingsOf(parts.causes);
  const themes = thingsOf(parts.themes);
  if (parts.causes.some(own))
    return { direction: 'out', named, objects: thingsOf([...parts.themes, ...parts.causes]) };
  if (causes.length > 0) {
    const implied = main !== null && themes.length === 0 && isSaidToDo(items, main);
    const undergoes = implied || (named && (parts.themes.some(own) || themes.length === 0));
    // "do its splice variants encode isoforms": one and the same, which is the gene's.
    const same = themes.length > 0 && themes.every((one) => isSame(one, causes[0]));
    if (!named && same) return { direction: 'out', named: true, objects: themes };
    const strange = themes.filter(({ entities }) => entities.length === 0);
    const objects =
      undergoes && gene ? [...causes, ...strange] : thingsOf([...parts.causes, ...parts.themes]);
    return { direction: undergoes || gene ? 'in' : 'between', named, objects };
  }
  // "X - does it block GENE": what "it" is is not told.
  if (gene && parts.causes.some((item) => !is(item, 'possessive')))
    return { direction: 'in', named, objects: themes.length > 0 ? themes : [thingOf('it', ['class'])] };
  if (main === null) return { direction: null, named, objects: themes };
  if (parts.themes.some(own) && main.verb?.use === 'intransitive')
    return { direction: 'in', named, objects: themes };
  // "GENE is required for X": what is needed stands first, and is acted upon by what needs it.
  const first = items.slice(0, main.at).find((item) => parts.themes.includes(item));
  const needed = main.verb?.family === 'need' && (isPassive(items, main) || main.text.endsWith(' for'));
  if (needed && first !== undefined) return { direction: own(first) ? 'in' : 'out', named, objects: themes };
  const others = themes.filter((thing) => thing !== main.thing);
  if (parts.themes.some(own)) return { direction: others.length > 0 ? null : 'in', named, objects: themes };
  const implied = themes.length > 0 && isPassive(items, main);
  return { direction: implied ? 'out' : null, named, objects: themes };
}

/** The sign of a clause: the product of those of its verbs and of its amounts ("more", "less"). */
function signOf(items: readonly Item[], verbs: readonly Item[], main: Item | null): Sign | null {
  let sign: number | null = null;
  for (const item of verbs) {
    const { verb } = item;
    // "blocks the transport of X": what is blocked is no matter of more or less.
    const thing = item.thing !== null && item.thing.entities.length > 0;
    const named = item !== main && (thing || (verb?.sign === 0 && verb.family !== 'regulate'));
    // "inhibits or suppresses" says one thing twice.
    const last = items[is(items[item.at - 1], 'linking') ? item.at - 2 : item.at - 1];
    const apart = is(items[item.at - 1], 'linking') || /[,/]/u.test(item.mark.before);
    const again = apart && last?.verb?.sign === verb?.sign;
    if (verb !== null && verb.use !== 'static' && !named && !again) sign = (sign ?? 1) * verb.sign;
  }
  for (const item of items) {
    const next = items[item.at + 1];
    if (item.verb !== null || !is(item, 'quantity') || next?.text === 'than' || is(next, 'giving')) continue;
    sign = (sign ?? 1) * (is(item, 'quantity up') ? 1 : -1);
  }
  return sign === null ? null : sign > 0 ? 1 : sign < 0 ? -1 : 0;
}
