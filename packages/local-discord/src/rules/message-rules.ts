import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { FLAG, MESSAGE } from './discord-limits.js';
import { embedList } from './embed-rules.js';
import {
  all,
  boolean,
  fields,
  type Issues,
  integer,
  isAbsent,
  isObject,
  list,
  optional,
  type Rule,
  rule,
  snowflake,
  text,
} from './form.js';
import { layout, rows } from './layout-rules.js';
import { type AllowedMentions, allowedMentions } from './mention-rules.js';

/** An entry of `attachments`: a new file (id is its index) or one that an edit keeps. */
export interface AttachmentEntry {
  readonly id: string | number;
  readonly filename?: string | null;
  readonly description?: string | null;
}

/** What a bot sends to make or edit a message; null is read as "empty" on an edit and as absent otherwise. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: APIEmbed[] | null;
  readonly components?: APIMessageTopLevelComponent[] | null;
  readonly attachments?: AttachmentEntry[] | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly flags?: number | null;
  readonly tts?: boolean | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: MessageReference | null;
  readonly sticker_ids?: string[] | null;
  readonly poll?: object | null;
}

/** What a reply answers. */
export interface MessageReference {
  readonly type?: number | null;
  readonly message_id?: string | null;
  readonly channel_id?: string | null;
  readonly fail_if_not_exists?: boolean | null;
}

const nonce: Rule<string | number> = rule((value, at) => {
  if (typeof value === 'number' && Number.isInteger(value)) return;
  text({ max: MESSAGE.nonceMax })(value, at);
});

const attachment = fields<AttachmentEntry>({
  id: snowflake,
  filename: optional(text({ min: 1, max: 1024 })),
  description: optional(text({ max: MESSAGE.altTextMax })),
});

const shape = {
  content: optional(text({ max: MESSAGE.contentMax, trim: true })),
  embeds: optional(embedList),
  allowed_mentions: optional(allowedMentions),
  attachments: optional(list(attachment, { max: MESSAGE.attachmentsMax })),
  flags: optional(integer(0, 2 ** 31 - 1)),
  tts: optional(boolean),
  nonce: optional(nonce),
  enforce_nonce: optional(boolean),
  message_reference: optional(
    fields<MessageReference>({
      type: optional(integer(0, 1)),
      message_id: optional(snowflake),
      channel_id: optional(snowflake),
      fail_if_not_exists: optional(boolean),
    }),
  ),
  sticker_ids: optional(list(snowflake, { max: MESSAGE.stickersMax })),
};

/** With IS_COMPONENTS_V2 the older parts are refused. Source: components/reference. */
function checkNoLegacy(body: MessageBody, at: Issues): void {
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
    const value = body[field];
    if (isAbsent(value) || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    at.at(field).add(
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

const ordinary: Rule<MessageBody> = fields<MessageBody>({ ...shape, components: optional(rows) });
const v2: Rule<MessageBody> = all(
  fields<MessageBody>({ ...shape, components: optional(layout) }),
  checkNoLegacy,
);

/** Whether flags ask for, or a message has, components of the V2 kind. */
export function isV2(flags: unknown): boolean {
  return typeof flags === 'number' && (flags & FLAG.componentsV2) !== 0;
}

/**
 * The body of a message.
 * @param already whether the message that is edited is of the V2 kind; the flag cannot be removed
 */
export function messageBody(already = false): Rule<MessageBody> {
  return rule((value, at) => {
    const flags = isObject(value) ? value['flags'] : undefined;
    if (already || isV2(flags)) v2(value, at);
    else ordinary(value, at);
  });
}

/** Which flags a bot may set when it makes a message. Source: resources/message; receiving-and-responding. */
export const SETTABLE = {
  channel: FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.voiceMessage | FLAG.componentsV2,
  interaction:
    FLAG.suppressEmbeds | FLAG.ephemeral | FLAG.suppressNotifications | FLAG.voiceMessage | FLAG.componentsV2,
  defer: FLAG.ephemeral,
  edit: FLAG.suppressEmbeds | FLAG.componentsV2,
} as const;

/** Complains about flags that may not be set here. The documentation names the flags, not the code. */
export function checkFlags(flags: number | null | undefined, settable: number, at: Issues): void {
  if (isAbsent(flags) || (flags & ~settable) === 0) return;
  at.add('MESSAGE_FLAGS_INVALID', `Only these message flags can be set here: ${settable}.`);
}

/** Whether a message would show nothing at all. Source: resources/message, "Create Message". */
export function isEmpty(body: MessageBody, fileCount: number): boolean {
  if ((body.content ?? '').trim() !== '' || fileCount > 0) return false;
  const lists = [body.embeds, body.components, body.sticker_ids];
  return lists.every((each) => (each?.length ?? 0) === 0) && isAbsent(body.poll);
}
