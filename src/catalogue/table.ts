/**
 * Sorted keys in one run of bytes: found by halving, without an object for each. `starts` has one entry more than there are keys.
 */
export interface KeyTable {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** A run of neighbouring keys: from `from`, before `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const encoder = new TextEncoder();

/** Makes a table of keys that are sorted by their UTF-8 bytes. */
export function makeTable(keys: readonly Uint8Array[]): KeyTable {
  const starts = new Uint32Array(keys.length + 1);
  keys.forEach((key, at) => {
    starts[at + 1] = (starts[at] ?? 0) + key.length;
  });
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  keys.forEach((key, at) => {
    bytes.set(key, starts[at]);
  });
  return { bytes, starts };
}

export function keyBytes(key: string): Uint8Array {
  return encoder.encode(key);
}

/** Bytes of the key at a place of the table. */
export function keyAt({ bytes, starts }: KeyTable, at: number): Uint8Array {
  return bytes.subarray(starts[at], starts[at + 1]);
}

export function keyLength({ starts }: KeyTable, at: number): number {
  return (starts[at + 1] ?? 0) - (starts[at] ?? 0);
}

/** The keys that are the same as `key`. */
export function equalRun(table: KeyTable, key: Uint8Array): Run {
  const size = table.starts.length - 1;
  return {
    from: firstWhere(size, (at) => compareStart(table, at, key, true) >= 0),
    to: firstWhere(size, (at) => compareStart(table, at, key, true) > 0),
  };
}

/** The keys that begin with `prefix`. */
export function prefixRun(table: KeyTable, prefix: Uint8Array): Run {
  const size = table.starts.length - 1;
  return {
    from: firstWhere(size, (at) => compareStart(table, at, prefix, false) >= 0),
    to: firstWhere(size, (at) => compareStart(table, at, prefix, false) > 0),
  };
}

/** The keys that end with `suffix`, as a run of `order`: the places of the table sorted by their keys read backwards. */
export function suffixRun(table: KeyTable, order: Uint32Array, suffix: Uint8Array): Run {
  return {
    from: firstWhere(order.length, (at) => compareEnd(table, order[at] ?? 0, suffix) >= 0),
    to: firstWhere(order.length, (at) => compareEnd(table, order[at] ?? 0, suffix) > 0),
  };
}

/** The first of `size` places for which `holds` is true, where it is true for all behind it as well. */
function firstWhere(size: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The key at a place against `wanted`: its whole, or (`whole` false) no more of it than `wanted` is long. */
function compareStart({ bytes, starts }: KeyTable, at: number, wanted: Uint8Array, whole: boolean): number {
  const start = starts[at] ?? 0;
  const length = (starts[at + 1] ?? 0) - start;
  const shared = Math.min(length, wanted.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (bytes[start + i] ?? 0) - (wanted[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return whole ? length - wanted.length : Math.min(0, length - wanted.length);
}

function compareEnd({ bytes, starts }: KeyTable, at: number, wanted: Uint8Array): number {
  const start = starts[at] ?? 0;
  const end = starts[at + 1] ?? 0;
  const shared = Math.min(end - start, wanted.length);
  for (let i = 1; i <= shared; i += 1) {
    const difference = (bytes[end - i] ?? 0) - (wanted[wanted.length - i] ?? 0);
    if (difference !== 0) return difference;
  }
  return Math.min(0, end - start - wanted.length);
}

/** Two keys in the order of their bytes read backwards. */
export function compareBackwards(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 1; i <= shared; i += 1) {
    const difference = (a[a.length - i] ?? 0) - (b[b.length - i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
