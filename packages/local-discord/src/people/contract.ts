import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** A message as one person sees it: Discord's own message object. */
export type Message = APIMessage;

/** One suggestion of an autocomplete answer. */
export type Choice = APIApplicationCommandOptionChoice;

/** A request that a bot made, and what it got. */
export interface RecordedRequest {
  readonly method: string;
  /** With the version, without the query: `/api/v10/gateway/bot`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body, or the `payload_json` of a multipart one. */
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
  /** When it arrived, Unix ms. */
  readonly at: number;
}

/** A file that a person attaches to an option. */
export interface Upload {
  readonly filename: string;
  readonly contentType?: string;
  readonly data: Uint8Array | string;
}

/** What a person fills into an option. Users, channels and roles are given by id. */
export type OptionValue = string | number | boolean | Upload;

/** A command with its options, in parts. */
export interface CommandCall {
  readonly command: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** Where and how a person does something. */
export interface Where {
  /** Default: the first guild's first channel. */
  readonly channelId?: string;
  /** Which application's command, by id; needed only when two have the same. */
  readonly app?: string;
  /** Gives the interaction an id this many ms old: its 3 seconds have begun before. */
  readonly ageMs?: number;
}

/** What became of an interaction. */
export interface Invocation {
  readonly interactionId: string;
  readonly outcome: 'message' | 'deferred' | 'update' | 'modal' | 'choices' | 'failed';
  /** The first answer, as it was then. */
  readonly message?: Message;
  readonly choices?: Choice[];
  readonly modal?: APIModalInteractionResponseCallbackData;
  /** What the person is told when it failed. */
  readonly error?: string;
  /** From the person's action to the first callback, in ms. */
  readonly ackMs: number;
  /** The final answer: the first one, or what replaced "is thinking". Rejects when there was no answer. */
  readonly settled: Promise<Message>;
}

/** A person at the keyboard. Every function rejects with a plain sentence when Discord's client would refuse. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** The commands this person sees in a channel, of all applications. */
  commands(channelId?: string): Promise<APIApplicationCommand[]>;
  /**
   * Invokes a slash command.
   * @param call `/il32 alias name:taif-b private:true`, or its parts
   */
  run(call: string | CommandCall, where?: Where): Promise<Invocation>;
  /** What is suggested while an option is typed; of a line, its last option is the focused one. */
  autocomplete(call: string | (CommandCall & { readonly focused: string }), where?: Where): Promise<Choice[]>;
  /** Presses a button. */
  press(messageId: string, customId: string, where?: Where): Promise<Invocation>;
  /** Picks from a select menu. */
  select(messageId: string, customId: string, values: readonly string[], where?: Where): Promise<Invocation>;
  /** Fills in the modal that an interaction opened; texts and picked values by custom_id. */
  submitModal(
    interactionId: string,
    values: Readonly<Record<string, string | readonly string[] | boolean>>,
    where?: Where,
  ): Promise<Invocation>;
  /** Uses a context-menu command on a message (or on a user, by id). */
  menu(targetId: string, name: string, where?: Where): Promise<Invocation>;
  /** Writes a message; `mention` is the id of an application or user to ping in front of it. */
  say(
    content: string,
    options?: { readonly channelId?: string; readonly replyTo?: string; readonly mention?: string },
  ): Promise<Message>;
  /** The id of the direct messages with an application's bot. */
  dm(appId: string): string;
  /** Every message this person sees in a channel, oldest first. */
  sees(channelId?: string): Message[];
  /** The next new message this person sees. */
  nextMessage(filter?: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** Removes an ephemeral message from this person's view. */
  dismiss(messageId: string): void;
}
