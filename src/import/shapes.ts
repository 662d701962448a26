import { z } from 'zod';

/** One value or a list of them: services send whichever they have. */
export function oneOrMany<T extends z.ZodType>(item: T) {
  return z
    .union([z.array(item), item])
    .transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]))
    .optional()
    .transform((value) => value ?? []);
}

/** A text, or a number that stands for one: ids come as both. */
export const textOrNumber = z.union([z.string(), z.number()]).transform(String);

/** A field that is worth nothing when it has another form than expected: the rest of the answer is kept. */
export function whereRight<T extends z.ZodType>(item: T) {
  return item.optional().catch(undefined);
}
