import { z } from 'zod';

/** All that a person can read in a message of Discord's, whatever it is made of. Nothing is trusted: what is not as documented is left out. */

const text = z.string().nullish().catch(null);
function list<T extends z.ZodType>(item: T) {
  return z.array(item.nullish().catch(null)).nullish().catch(null);
}

const embed = z.object({
  author: z.object({ name: text }).nullish().catch(null),
  title: text,
  description: text,
  fields: list(z.object({ name: text, value: text })),
  footer: z.object({ text }).nullish().catch(null),
});

const attachment = z.object({ filename: text, title: text, description: text });

const poll = z.object({
  question: z.object({ text }).nullish().catch(null),
  answers: list(z.object({ poll_media: z.object({ text }).nullish().catch(null) })),
});

const plainMessage = z.object({
  content: text,
  embeds: list(embed),
  attachments: list(attachment),
  components: z.array(z.unknown()).nullish().catch(null),
  poll: poll.nullish().catch(null),
});

const message = plainMessage.extend({
  message_snapshots: list(z.object({ message: plainMessage.nullish().catch(null) })),
});

/** Containers in sections in containers: Discord nests four deep; what is deeper is not read. */
const DEEPEST = 6;

/** The parts of a component that are read; every kind has some of them. */
const component = z.object({
  content: text,
  label: text,
  placeholder: text,
  description: text,
  name: text,
  components: z.array(z.unknown()).nullish().catch(null),
  accessory: z.unknown().optional(),
  items: z.array(z.unknown()).nullish().catch(null),
  options: z.array(z.unknown()).nullish().catch(null),
});

/**
 * The text of a message, one part a line: what was written, embeds with author and footer, components (version 2 too), a poll, names
 * and descriptions of files, and what was forwarded with it.
 * @param value a message object as Discord sends it; anything else gives an empty text
 */
export function messageText(value: unknown): string {
  const parsed = message.safeParse(value);
  if (!parsed.success) return '';
  const forwarded = parsed.data.message_snapshots ?? [];
  const parts = [...partsOf(parsed.data), ...forwarded.flatMap((each) => partsOf(each?.message ?? null))];
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n');
}

type Parts = readonly (string | null | undefined)[];

function partsOf(from: z.infer<typeof plainMessage> | null): Parts {
  if (from === null) return [];
  const { content, embeds, attachments, components, poll: asked } = from;
  return [
    content,
    ...(embeds ?? []).flatMap((each) => [
      each?.author?.name,
      each?.title,
      each?.description,
      ...(each?.fields ?? []).flatMap((field) => [field?.name, field?.value]),
      each?.footer?.text,
    ]),
    ...(components ?? []).flatMap((each) => componentParts(each, 1)),
    asked?.question?.text,
    ...(asked?.answers ?? []).map((each) => each?.poll_media?.text),
    ...(attachments ?? []).flatMap((each) => [each?.title, each?.filename, each?.description]),
  ];
}

function componentParts(value: unknown, depth: number): Parts {
  const parsed = component.safeParse(value);
  if (!parsed.success || depth > DEEPEST) return [];
  const { content, label, placeholder, name, description, components, accessory, items, options } =
    parsed.data;
  const inner = [...(components ?? []), ...(items ?? []), ...(options ?? []), accessory];
  return [
    content,
    label,
    placeholder,
    name,
    description,
    ...inner.flatMap((each) => componentParts(each, depth + 1)),
  ];
}
