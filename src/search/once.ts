/** Makes a value when it is first asked for, and keeps it. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const tables: (() => unknown)[] = [];

/** A table of the whole program, as `lazy`: tables take long to build and must not hold up the start. */
export function once<T>(make: () => T): () => T {
  const table = lazy(make);
  tables.push(table);
  return table;
}

/** Makes every table that nobody has asked for yet, one a step. */
export function* makeTables(): Generator<void, void> {
  for (const table of tables) yield void table();
}
