import { type Item, is, isCell, isParticipant, isVerbForm, type Thing, thingOf } from './items.js';
import type { Mood } from './mood.js';
import { type Roles, rolesOf } from './roles.js';

/** What a claim is told of besides its own clause: words that nobody knows, what stands before it, the class that is asked for. */

const STRANGE: ReadonlySet<string> = new Set(['unknown', 'common']);

/** A word that nobody knows or that only a title has, or of something that no record has: it may be what a claim is about. */
export function isStrange({ mark, own, pronoun, thing, verb, lists }: Item): boolean {
  if (own || pronoun || thing !== null || verb !== null || lists.has('plain')) return false;
  const titled = mark.reference?.by === 'title' && mark.terms.length === 0;
  return titled || STRANGE.has(mark.kind) || mark.terms.some(({ kind }) => kind === 'beyond');
}

/** "does it transport calcium": what a verb acts on may be a word that nobody knows. */
function withUnknownObject(roles: Roles, body: readonly Item[]): Roles {
  if (roles.objects.length > 0 || roles.verb === null) return roles;
  const from = body.findIndex(({ verb }) => verb === roles.verb);
  const object = body.slice(from + 1).find(isStrange);
  if (object === undefined) return roles;
  return { ...roles, objects: [thingOf(object.text, ['process'])], direction: roles.direction ?? 'out' };
}

/** "and X, does GENE bind that", "X - does GENE help?": what stands before the claim is meant, or it is not told what. */
function withMeant(roles: Roles, items: readonly Item[], body: readonly Item[], { from }: Mood): Roles {
  const main = body.find(({ verb }) => verb !== null && verb === roles.verb);
  if (main === undefined || roles.objects.length > 0 || !body.some(({ own }) => own)) return roles;
  const meant = body.slice(main.at + 1).find((item) => item.pronoun);
  if (roles.where.length > 0 && meant?.text === 'them') return roles;
  if (is(meant, 'possessive')) return roles;
  const before = items.slice(0, from).findLast(({ thing }) => thing !== null && !thing.isPlace)?.thing;
  if (meant === undefined && (roles.direction !== 'out' || roles.where.length > 0)) return roles;
  const object = before ?? (meant === undefined ? undefined : thingOf(meant.text, ['class']));
  return object === undefined ? roles : { ...roles, objects: [object] };
}

/** "in elephants": a place that nobody knows, behind what is claimed. */
function unknownPlace(body: readonly Item[]): readonly Thing[] {
  const at = body.findIndex((item, n) => is(item, 'inside') && body.slice(0, n).some(isParticipant));
  const place = at < 0 ? undefined : body.slice(at + 1, at + 3).find((item) => !is(item, 'plain'));
  return place !== undefined && !is(place, 'grammar') && isStrange(place)
    ? [thingOf(place.text, ['cell'])]
    : [];
}

/** "In HeLa cells, does it ...", "neutrophils - does it": the place that stands before the claim. */
function leadingPlace(items: readonly Item[], { from }: Mood): readonly Thing[] {
  const lead = items.slice(0, from);
  const named = lead.every((item) => isCell(item) || is(item, 'grammar'));
  const at = named ? 0 : lead.findIndex((item) => is(item, 'inside') || item.text === 'on');
  if (at < 0) return [];
  const cells = lead.slice(at).flatMap(({ thing }) => (thing?.isPlace === true ? [thing] : []));
  const next = lead[at + 1];
  return cells.length > 0 || next === undefined || !isStrange(next) ? cells : [thingOf(next.text, ['cell'])];
}

/** "which T cell cytokine": the items between a question word and what is asked of them. */
function askedFor(body: readonly Item[]): readonly Item[] {
  return body.flatMap((item) => {
    if (!is(item, 'question word')) return [];
    const behind = body.slice(item.at + 1);
    const end = behind.findIndex(
      (one) => is(one, 'grammar') || one.own || one.pronoun || (one.verb !== null && isVerbForm(one)),
    );
    return end < 0 ? behind : behind.slice(0, end);
  });
}

/** The roles of an open claim, without the class that is asked for: "which cytokine raises it". */
function openRoles(roles: Roles, body: readonly Item[]): Roles {
  const asked = askedFor(body).flatMap(({ thing }) => (thing?.kinds.includes('class') === true ? thing : []));
  const named = roles.objects.filter(
    (one) => !asked.includes(one) || (one.entities.length > 0 && roles.direction !== 'in'),
  );
  // "what raises GENE expression": the cause is asked for, and what is said with the gene is no other thing.
  const cause = body.some((item) => is(item, 'question word') && body[item.at + 1]?.verb === roles.verb);
  const open = cause && roles.verb !== null && roles.named && roles.direction === null;
  const said = body.flatMap(({ thing, verb }) => (thing !== null && verb !== null ? thing : []));
  return {
    ...roles,
    direction: open ? 'in' : roles.direction,
    objects: named.filter((one) => !(open && said.includes(one))),
    asked: asked.flatMap(({ text, entities }) => (entities.length === 0 ? text.split(' ') : [])),
  };
}

/** The roles of a claim; of a yes/no question with what nobody knows and what stands before it. */
export function told(items: readonly Item[], body: readonly Item[], mood: Mood): Roles {
  const roles = rolesOf(body);
  if (mood.kind === 'open') return openRoles(roles, body);
  const where = roles.where.length > 0 ? roles.where : unknownPlace(body);
  return {
    ...withMeant(withUnknownObject(roles, body), items, body, mood),
    where: [...where, ...leadingPlace(items, mood)],
  };
}
