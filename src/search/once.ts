const tables: (() => unknown)[] = [];

/**
 * A table of the whole program: made when it is first asked for, and kept. Tables take long to build and must not hold up the start.
 * For what stands in a module, never for what comes and goes: it is kept for `makeTables`.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  const table = () => {
    made ??= { value: make() };
    return made.value;
  };
  tables.push(table);
  return table;
}

/** Makes every table that nobody has asked for yet, one a step. */
export function* makeTables(): Generator<void, void> {
  for (const table of tables) yield void table();
}

/** What is made of an object, such as a record, at the first call, and kept as long as that is. */
export function kept<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    const made = known.get(of) ?? make(of);
    known.set(of, made);
    return made;
  };
}

/** More words than this are not remembered, and none of more letters: a longer piece of a text would keep all of it in memory. */
const MOST_REMEMBERED = 10_000;
const MOST_LETTERS = 12;

/** A function of one word that remembers its answers, for people say the same words again and again: a question is read a sixth faster. */
export function remembered<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    let made = known.get(word);
    if (made === undefined) {
      made = make(word);
      if (known.size === MOST_REMEMBERED) known.clear();
      if (word.length <= MOST_LETTERS) known.set(word, made);
    }
    return made;
  };
}
