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
