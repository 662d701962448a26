import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord-api-types/v10';

/** An application that is installed here, with the bot user that posts for it. */
export interface App {
  id: string;
  name: string;
  botUser: APIUser;
  online: boolean;
}

/** A channel that the person can read; `with` is the application at the other end of a DM. */
export interface Channel {
  id: string;
  name: string;
  kind: 'guild' | 'dm';
  with?: string;
}

/** What one person sees of this place: themselves, the other people, the channels and the apps. */
export interface State {
  me: APIUser;
  users: APIUser[];
  guild: { id: string; name: string };
  channels: Channel[];
  apps: App[];
}

export type Message = APIMessage;
export type Command = APIApplicationCommand;
export type Modal = APIModalInteractionResponseCallbackData;
export type User = APIUser;

/** A suggestion for an option: `name` is read, `value` is sent. */
export interface Choice {
  name: string;
  value: string | number;
}

/** What the server pushes to the page. */
export type LocalEvent =
  | { type: 'message' | 'message-update'; message: Message }
  | { type: 'message-delete'; channel_id: string; id: string }
  | { type: 'interaction-failed'; interaction_id: string; text: string }
  | { type: 'modal'; interaction_id: string; application_id: string; modal: Modal }
  | { type: 'commands' }
  | { type: 'state' };

/** Bits of a message's `flags` that change how it looks (Discord: resources/message, message flags). */
export const flag = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 };

/** True where the message carries the flag. */
export function hasFlag(message: Message, bit: number): boolean {
  return ((message.flags ?? 0) & bit) !== 0;
}

/** The name that others read: the display name, or the user name where there is none. */
export function displayName(user: { username: string; global_name?: string | null }): string {
  return user.global_name || user.username;
}

/** Orders two snowflakes by age, the older first; digits only, so the longer number is the larger one. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}
