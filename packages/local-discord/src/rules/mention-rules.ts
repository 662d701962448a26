import { MESSAGE } from './discord-limits.js';
import { all, boolean, fields, type Issues, list, oneOf, optional, type Rule, snowflake } from './form.js';

/** What a message may ping. Source: resources/message, "Allowed Mentions Object". */
export interface AllowedMentions {
  readonly parse?: readonly ('users' | 'roles' | 'everyone')[] | null;
  readonly users?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
  readonly replied_user?: boolean | null;
}

function checkExclusive(allowed: AllowedMentions, at: Issues): void {
  for (const kind of ['users', 'roles'] as const) {
    if (!allowed.parse?.includes(kind) || (allowed[kind]?.length ?? 0) === 0) continue;
    at.add(
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    );
  }
}

/** At most 100 users and 100 roles; a list excludes parsing of its kind. */
export const allowedMentions: Rule<AllowedMentions> = all(
  fields<AllowedMentions>({
    parse: optional(list(oneOf(['users', 'roles', 'everyone']))),
    users: optional(list(snowflake, { max: MESSAGE.allowedIdsMax })),
    roles: optional(list(snowflake, { max: MESSAGE.allowedIdsMax })),
    replied_user: optional(boolean),
  }),
  checkExclusive,
);

/** What applies when a message says nothing: everything in channels, users alone in interactions and webhooks. */
export const DEFAULT_MENTIONS = {
  channel: { parse: ['users', 'roles', 'everyone'], replied_user: true },
  webhook: { parse: ['users'], replied_user: true },
} as const satisfies Record<string, AllowedMentions>;

/** Whom a message pings. */
export interface Pinged {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

const CODE = /```[\s\S]*?```|``[\s\S]*?``|`[^`\n]*`/g;

function idsIn(texts: readonly string[], pattern: RegExp): string[] {
  const found = texts.flatMap((each) => [...each.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(found)];
}

function permitted(ids: readonly string[], kind: 'users' | 'roles', allowed: AllowedMentions): string[] {
  if (allowed.parse?.includes(kind)) return [...ids];
  const listed = new Set(allowed[kind] ?? []);
  return ids.filter((id) => listed.has(id));
}

/**
 * Whom texts ping under what is allowed. Mentions inside code ping nobody; those in embeds are not asked for here.
 * @param texts the content, or the text displays of a V2 message
 */
export function pingedBy(texts: readonly string[], allowed: AllowedMentions): Pinged {
  if (!texts.some((each) => each.includes('<@') || each.includes('@everyone') || each.includes('@here'))) {
    return { users: [], roles: [], everyone: false };
  }
  const plain = texts.map((each) => each.replace(CODE, ' '));
  return {
    users: permitted(idsIn(plain, /<@!?(\d{15,20})>/g), 'users', allowed),
    roles: permitted(idsIn(plain, /<@&(\d{15,20})>/g), 'roles', allowed),
    everyone:
      (allowed.parse?.includes('everyone') ?? false) && plain.some((each) => /@(everyone|here)/.test(each)),
  };
}
