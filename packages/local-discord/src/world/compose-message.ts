import { type APIAttachment, type APIMessage, type APIUser, EmbedType } from 'discord-api-types/v10';
import { ApiError, refusals } from '../rules/api-error.js';
import { displayedText, eachComponent } from '../rules/component-tree.js';
import { FLAG, MESSAGE } from '../rules/discord-limits.js';
import { isObject } from '../rules/form.js';
import { type AllowedMentions, pingedBy } from '../rules/mention-rules.js';
import { type AttachmentEntry, isEmpty, isV2, type MessageBody } from '../rules/message-rules.js';
import { safeFilename } from '../rules/request-rules.js';
import type { StoredFile, World } from './world.js';

/** A file of a multipart request: its index in `files[n]`, name, type and content. */
export interface IncomingFile {
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

type Files = readonly IncomingFile[];

function storeFile(world: World, file: IncomingFile, filename: string): StoredFile {
  const stored: StoredFile = {
    id: world.newId(),
    filename,
    contentType: file.contentType,
    bytes: file.bytes,
  };
  world.files.set(stored.id, stored);
  world.fileBytes += stored.bytes.length;
  for (const [id, oldest] of world.files) {
    if (world.fileBytes <= world.limits.fileBytes || id === stored.id) break;
    world.files.delete(id);
    world.fileBytes -= oldest.bytes.length;
  }
  return stored;
}

/** An uploaded file as a message shows it, with its address on this server. */
export function attachmentObject(world: World, file: StoredFile, description?: string | null): APIAttachment {
  const address = `${world.origin}/attachments/${file.id}/${encodeURIComponent(file.filename)}`;
  const base = {
    id: file.id,
    filename: file.filename,
    size: file.bytes.length,
    url: address,
    proxy_url: address,
    content_type: file.contentType,
  };
  return typeof description === 'string' ? { ...base, description } : base;
}

function checkFiles(files: Files): void {
  if (files.length > MESSAGE.attachmentsMax) throw refusals.tooManyAttachments(MESSAGE.attachmentsMax);
  if (files.some((file) => file.bytes.length > MESSAGE.fileBytesMax)) throw refusals.tooLarge();
}

function missingFile(id: string): ApiError {
  const message = `No attachment data found for id ${id}`;
  return new ApiError(400, 50035, 'Invalid Form Body', {
    attachments: { _errors: [{ code: 'ATTACHMENT_NOT_FOUND', message }] },
  });
}

/** New files of a message; `attachments` gives them names and alt text. */
function upload(world: World, files: Files, entries: readonly AttachmentEntry[]): APIAttachment[] {
  checkFiles(files);
  const byIndex = new Map(entries.map((entry) => [String(entry.id), entry]));
  return files.map((file) => {
    const entry = byIndex.get(file.index);
    return attachmentObject(
      world,
      storeFile(world, file, safeFilename(entry?.filename ?? file.filename)),
      entry?.description,
    );
  });
}

/** The old files that an edit keeps: all, unless `attachments` lists them. Throws 50035 for one that is unknown. */
function keptFiles(body: MessageBody, files: Files, before: readonly APIAttachment[]): APIAttachment[] {
  if (body.attachments === undefined) return [...before];
  const old = new Map(before.map((attachment) => [attachment.id, attachment]));
  const fresh = new Set(files.map((file) => file.index));
  const kept: APIAttachment[] = [];
  for (const entry of body.attachments ?? []) {
    const known = old.get(String(entry.id));
    if (known !== undefined) {
      kept.push(typeof entry.description === 'string' ? { ...known, description: entry.description } : known);
    } else if (!fresh.has(String(entry.id))) throw missingFile(String(entry.id));
  }
  return kept;
}

function eachLink(
  value: unknown,
  visit: (holder: Record<string, unknown>, key: string, link: string) => void,
): void {
  if (Array.isArray(value)) for (const item of value) eachLink(item, visit);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') eachLink(inner, visit);
      else if (inner.startsWith('attachment://')) visit(value, key, inner.slice('attachment://'.length));
    }
  }
}

/** Replaces `attachment://name` by the file's address. @returns the ids of the files that were shown so */
function linkFiles(value: unknown, attachments: readonly APIAttachment[]): Set<string> {
  const shown = new Set<string>();
  eachLink(value, (holder, key, name) => {
    const file = attachments.find((attachment) => attachment.filename === safeFilename(name));
    if (file === undefined) return;
    holder[key] = file.url;
    if (key === 'url') holder['proxy_url'] = file.url;
    if (key === 'url' && file.description !== undefined) holder['description'] = file.description;
    shown.add(file.id);
  });
  return shown;
}

/** Discord numbers the components that came without an id. */
function numberComponents(components: unknown): void {
  const taken = new Set<unknown>();
  eachComponent(components, (component) => void taken.add(component['id']));
  let next = 1;
  eachComponent(components, (component) => {
    if (typeof component['id'] === 'number' && component['id'] !== 0) return;
    while (taken.has(next)) next += 1;
    component['id'] = next;
    next += 1;
  });
}

type Embed = APIMessage['embeds'][number];

function richEmbed(embed: Embed): Embed {
  const copy = structuredClone(embed);
  for (const key of ['title', 'description'] as const) {
    const value = copy[key];
    if (typeof value === 'string') copy[key] = value.trim();
  }
  return { ...copy, type: copy.type ?? EmbedType.Rich };
}

/** The parts of a message that its body decides. */
export type Parts = Pick<
  APIMessage,
  | 'content'
  | 'embeds'
  | 'components'
  | 'attachments'
  | 'mentions'
  | 'mention_roles'
  | 'mention_everyone'
  | 'flags'
>;

function pings(world: World, texts: readonly string[], allowed: AllowedMentions, replied?: APIUser) {
  const pinged = pingedBy(texts, allowed);
  const users = pinged.users.flatMap((id) => world.users.get(id) ?? []);
  const reply =
    replied !== undefined && allowed.replied_user === true && !users.includes(replied) ? [replied] : [];
  return {
    mentions: [...users, ...reply],
    mention_roles: [...pinged.roles],
    mention_everyone: pinged.everyone,
  };
}

/** A message that becomes one of the V2 kind must have its older parts emptied. Source: resources/message. */
function checkConversion(merged: MessageBody, before: APIMessage | undefined, body: MessageBody): void {
  if (before === undefined || !isV2(body.flags)) return;
  for (const field of ['content', 'embeds'] as const) {
    if ((merged[field]?.length ?? 0) === 0) continue;
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      [field]: { _errors: [{ code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message }] },
    });
  }
}

/** What else decides how a body becomes a message. */
export interface ComposeOptions {
  /** The defaults of the route when the body says nothing about mentions. */
  readonly mentions: AllowedMentions;
  /** Flags the message already has and keeps. */
  readonly flags: number;
  /** The message that is edited. */
  readonly before?: APIMessage;
  /** Whom a reply answers. */
  readonly replied?: APIUser;
}

function mergedBody(body: MessageBody, before: APIMessage | undefined): MessageBody {
  if (before === undefined) return body;
  const pick = <T>(next: T | null | undefined, old: T): T | null => (next === undefined ? old : next);
  return {
    ...body,
    content: pick(body.content, before.content),
    embeds: pick(body.embeds, before.embeds),
    components: pick(body.components, before.components ?? []),
  };
}

/**
 * Makes a message's parts of a judged body and its files; stores the files.
 * Throws 50006 when nothing would be left, 30015 or 40005 for too many or too large files, 50035 for unknown ones.
 */
export function compose(world: World, body: MessageBody, files: Files, options: ComposeOptions): Parts {
  const merged = mergedBody(body, options.before);
  const kept = keptFiles(body, files, options.before?.attachments ?? []);
  checkConversion(merged, options.before, body);
  if (isEmpty(merged, files.length + kept.length)) throw refusals.emptyMessage();
  const attachments = [...kept, ...upload(world, files, body.attachments ?? [])];
  const embeds = (merged.embeds ?? []).map(richEmbed);
  const components = structuredClone(merged.components ?? []);
  const inEmbeds = linkFiles(embeds, attachments);
  linkFiles(components, attachments);
  numberComponents(components);
  const content = (merged.content ?? '').trim();
  const flags =
    options.flags |
    ((body.flags ?? 0) & (FLAG.suppressEmbeds | FLAG.componentsV2 | FLAG.suppressNotifications));
  const texts = isV2(flags) ? displayedText(components) : [content];
  return {
    content,
    embeds,
    components,
    attachments: attachments.filter((attachment) => !inEmbeds.has(attachment.id)),
    flags,
    ...pings(world, texts, mentionRules(body, options.mentions), options.replied),
  };
}

function mentionRules(body: MessageBody, fallback: AllowedMentions): AllowedMentions {
  const given = body.allowed_mentions;
  return given === undefined || given === null ? fallback : given;
}
