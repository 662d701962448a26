import { z } from 'zod';

const row = z.looseObject({ components: z.array(z.looseObject({ custom_id: z.string().optional() })) });

/**
 * The rows of a message with the pressed button turned off: it says that the answer was shared.
 * @param rows as Discord sends them; what is no row of components stays as it is
 */
export function withSharedButton(rows: readonly unknown[], customId: string): readonly unknown[] {
  return rows.map((each) => {
    const parsed = row.safeParse(each);
    if (!parsed.success) return each;
    const components = parsed.data.components.map((component) =>
      component.custom_id === customId ? { ...component, label: 'Shared', disabled: true } : component,
    );
    return { ...parsed.data, components };
  });
}
