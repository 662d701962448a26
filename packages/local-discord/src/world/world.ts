import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord-api-types/v10';
import type { Choice, Invocation, RecordedRequest } from '../people/contract.js';
import type { Hub } from './hub.js';
import type { Snowflakes } from './snowflake.js';

/** Where an application may be invoked. */
export interface Installs {
  readonly guild: boolean;
  readonly user: boolean;
}

/** An application and its bot user: what one token stands for. */
export interface App {
  readonly id: string;
  readonly token: string;
  readonly user: APIUser;
  /** Whether it was added on purpose, and not by a token that came along. */
  announced: boolean;
  name: string;
  description: string;
  readonly installs: Installs;
  /** Privileged intents that are switched on, as bits. */
  privilegedIntents: number;
  readonly commands: Map<string, APIApplicationCommand>;
  /** How many command creations each scope has used (the id of a guild, or "global"). */
  readonly commandCreates: Map<string, number>;
  revoked: boolean;
  /** Shards that are connected now. */
  online: number;
  /** How many sessions it has begun. */
  identifies: number;
}

/** A server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly channelIds: string[];
  readonly createdAt: number;
}

/** A text channel of a guild, or the direct messages of one person and one bot. */
export interface Channel {
  readonly id: string;
  readonly kind: 'guild' | 'dm';
  readonly name: string;
  readonly guildId?: string;
  /** Of a DM: the application and the person. */
  readonly appId?: string;
  readonly userId?: string;
  /** In the order they were sent. */
  readonly messages: Map<string, StoredMessage>;
}

/** A message and who may see it. */
export interface StoredMessage {
  readonly message: APIMessage;
  /** How long it is as JSON. */
  readonly bytes: number;
  /** Of an ephemeral message: the only person who sees it. */
  readonly ownerId?: string;
  /** Who reacted, by emoji, in order. */
  readonly reactions?: ReadonlyMap<string, readonly string[]>;
  /** The owner took it out of view; the bot still has it. */
  readonly dismissed?: true;
}

/** A file that a bot uploaded. */
export interface StoredFile {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What the server keeps of one interaction. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly app: App;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly kind: 2 | 3 | 4 | 5;
  readonly user: APIUser;
  readonly channel: Channel;
  /** Unix ms at which the 3 seconds and the 15 minutes begin. */
  readonly createdAt: number;
  /** "il32 alias", "Look up gene terms"; of a component: nothing. */
  readonly name?: string;
  readonly commandType?: number;
  readonly targetMessageId?: string;
  /** The message whose component was used, also behind a modal. */
  readonly sourceMessageId?: string;
  /** The type of the option that is being typed. */
  readonly focusedType?: number;
  /** Dropped as soon as there is nothing more to tell. */
  answer: Answering;
  acknowledged?: number;
  expired: boolean;
  ephemeral: boolean;
  originalId?: string;
  followUps: number;
  modal?: APIModalInteractionResponseCallbackData;
}

/** What an answer brings, by its outcome. */
export interface AnswerParts {
  readonly message?: APIMessage;
  readonly choices?: Choice[];
  readonly modal?: APIModalInteractionResponseCallbackData;
  readonly error?: string;
}

/** The person's side of an interaction that waits for its answer. */
export interface Answering {
  /** The first callback came, or the time ran out. */
  first(outcome: Invocation['outcome'], extra?: AnswerParts): void;
  /** A deferral got its final answer. */
  final(message: APIMessage): void;
}

/** What happens in the local Discord; a test may wait for any of it. */
export interface LocalEvents {
  request: RecordedRequest;
  connect: { readonly path: string };
  identify: {
    readonly appId: string;
    readonly sessionId: string;
    readonly shard: readonly [number, number];
    readonly intents: number;
  };
  resume: { readonly appId: string; readonly sessionId: string; readonly replayed: number };
  heartbeat: { readonly appId: string; readonly sequence: number | null };
  disconnect: { readonly appId?: string; readonly sessionId?: string; readonly code: number };
  dispatch: { readonly appId: string; readonly event: string; readonly sequence: number };
  interaction: { readonly interactionId: string; readonly appId: string; readonly payload: object };
  callback: { readonly interactionId: string; readonly type: number; readonly message?: APIMessage };
  followup: { readonly interactionId: string; readonly message: APIMessage };
  edit: { readonly interactionId?: string; readonly message: APIMessage };
  'interaction-failed': { readonly interactionId: string; readonly userId: string; readonly text: string };
  modal: {
    readonly interactionId: string;
    readonly appId: string;
    readonly userId: string;
    readonly modal: APIModalInteractionResponseCallbackData;
  };
  message: StoredMessage;
  'message-update': StoredMessage;
  'message-delete': { readonly stored: StoredMessage };
  'message-dismiss': { readonly stored: StoredMessage };
  reaction: {
    readonly stored: StoredMessage;
    readonly userId: string;
    readonly emoji: string;
    readonly on: boolean;
  };
  typing: { readonly appId: string; readonly channelId: string };
  commands: { readonly appId: string; readonly guildId?: string };
  state: Record<string, never>;
}

/** Everything the local Discord knows. One per server; gone with it. */
export interface World {
  readonly now: () => number;
  readonly newId: Snowflakes;
  readonly hub: Hub<LocalEvents>;
  readonly limits: WorldLimits;
  /** `http://127.0.0.1:PORT`; known once the server listens. */
  origin: string;
  readonly users: Map<string, APIUser>;
  readonly peopleByName: Map<string, APIUser>;
  readonly apps: Map<string, App>;
  readonly appsByToken: Map<string, App>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Direct-message channels, by `appId:userId`. */
  readonly directChannels: Map<string, Channel>;
  readonly messages: Map<string, StoredMessage>;
  readonly files: Map<string, StoredFile>;
  fileBytes: number;
  /** The sum over all messages. */
  messageBytes: number;
  /** The modal that each person has open: a new one takes its place. */
  readonly openModals: Map<string, Interaction>;
  readonly interactions: Map<string, Interaction>;
  readonly interactionsByToken: Map<string, Interaction>;
  readonly nonces: Map<string, string>;
  /** Channels in which bots may not send. */
  readonly muted: Set<string>;
}

/** How much is kept. */
export interface WorldLimits {
  readonly messagesPerChannel: number;
  readonly interactions: number;
  readonly fileBytes: number;
  /** Requests of bots: how many, and how many bytes of bodies and responses. */
  readonly requests: number;
  readonly requestBytes: number;
  /** Messages of all channels together, as JSON. */
  readonly messageBytes: number;
  /** Applications of tokens that nobody announced. */
  readonly applications: number;
  readonly deadlineMs: number;
}
