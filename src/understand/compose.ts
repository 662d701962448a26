import type { GeneRecord } from '../record/schema.js';
import { indexOf } from '../search/record-index.js';
import { root } from '../search/stem.js';
import { isIn, type Verb } from './grammar.js';
import { type Item, isVerbForm, kindOf, type Thing } from './items.js';

/** Things whose parts stand apart in a clause. */

/**
 * Parts of one entity that stand apart ("activates osteoclasts", "differentiation of osteoclasts") become that entity; so does
 * the second of two that share a part ("osteoclast differentiation and activation").
 */
export function compose(record: GeneRecord, items: Item[]): void {
  const { composed } = indexOf(record);
  if (composed.size === 0) return;
  const roots = items.map((item) => (item.own || item.text.includes(' ') ? '' : root(item.text)));
  for (const [id, parts] of composed) {
    const at = parts.map((part) => roots.indexOf(part));
    const thing: Thing = { entities: [id], names: [], kinds: [kindOf(record, id)], text: parts.join(' ') };
    const apart =
      at.every((one) => one >= 0) && items.some((item, n) => at.includes(n) && item.thing !== null);
    if (apart) assign(items, at, thing);
    else joinPart(record, items, at, id, thing);
  }
}

/** The verb of a process that is named by it ("osteoclasts differentiate"): there is more of the process. */
const HAPPENS: Verb = { family: 'raise', sign: 1, use: 'transitive' };

function assign(items: Item[], at: readonly number[], thing: Thing): void {
  const noun = at.findLast((n) => items[n] !== undefined && !isVerbForm(items[n]?.text ?? ''));
  const head =
    noun ??
    at.find((n) => items[n]?.thing !== null && items[n]?.verb === null) ??
    at.find((n) => items[n]?.thing !== null);
  for (const n of at) {
    const item = items[n];
    if (item === undefined) continue;
    const happens = isVerbForm(item.text) && item.thing === null ? HAPPENS : null;
    items[n] = {
      ...item,
      thing: n === head ? thing : null,
      verb: n === head ? null : (item.verb ?? happens),
    };
  }
}

function joinPart(record: GeneRecord, items: Item[], at: readonly number[], id: string, thing: Thing): void {
  const { composed } = indexOf(record);
  const [part] = at.filter((n) => n >= 0);
  const item = items[part ?? -1];
  if (part === undefined || item === undefined || at.filter((n) => n >= 0).length > 1) return;
  const link = [items[part - 1], items[part - 2]].some(
    (one) => isIn('and', one?.text) || isIn('or', one?.text),
  );
  const shared = items
    .slice(0, part)
    .some(({ thing: other }) =>
      other?.entities.some(
        (one) => one !== id && composed.get(one)?.some((word) => composed.get(id)?.includes(word)),
      ),
    );
  if (link && shared) items[part] = { ...item, thing, verb: null };
}
