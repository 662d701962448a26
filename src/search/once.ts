/** Makes a value when it is first asked for, and keeps it. Tables that take long to build must not hold up the start. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
