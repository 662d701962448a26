import { nameKey } from '../record/names.js';
import type { GeneRecord } from '../record/schema.js';
import { findName } from './names.js';
import { readable } from './normalise.js';
import { indexOfAll } from './records-index.js';

/**
 * The records that somebody means with one name: that of the command, else those whose symbol it is, else those of which it is
 * any other name. Matched exactly after normalising.
 * @returns several where a name is shared; none where nobody has it
 */
export function recordsNamed(records: readonly GeneRecord[], typed: string): readonly GeneRecord[] {
  const text = typed.trim();
  const listed = records.filter(({ command }) => command === text.toLowerCase().replace(/^\//u, ''));
  if (listed.length > 0) return listed;
  const possible = indexOfAll(records).ownersOf(nameKey(readable(text)));
  const owners = possible.flatMap((record) => {
    const name = findName(record, text);
    return name === null ? [] : [{ record, isSymbol: name.kind === 'symbol' }];
  });
  const symbols = owners.filter(({ isSymbol }) => isSymbol);
  return (symbols.length > 0 ? symbols : owners).map(({ record }) => record);
}
