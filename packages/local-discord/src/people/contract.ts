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

/** A message, or its id. */
export type MessageRef = string | { readonly id: string };

/** What a person fills into a modal: texts, picked values and ticks, by custom_id. */
export type ModalValues = Readonly<Record<string, string | readonly string[] | boolean>>;

/** Where a message goes and what it answers. */
export interface SayOptions {
  readonly channelId?: string;
  /** The message it replies to. */
  readonly replyTo?: MessageRef;
  /** The id of an application or user to ping in front of it. */
  readonly mention?: string;
}

/** A person at the keyboard. Every function rejects with a plain sentence when Discord's client would refuse. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** The commands this person sees in a channel, of all applications. */
  commands(channelId?: string): Promise<APIApplicationCommand[]>;
  /** Writes a message. */
  say(content: string, options?: SayOptions): Promise<Message>;
  /**
   * Invokes a slash command.
   * @param call `/weather town:Oslo private:true`, or its parts
   */
  run(call: string | CommandCall, where?: Where): Promise<Invocation>;
  /** What is suggested while an option is typed; of a line, its last option is the focused one. */
  autocomplete(call: string | (CommandCall & { readonly focused: string }), where?: Where): Promise<Choice[]>;
  /** Presses a button. */
  press(message: MessageRef, customId: string, where?: Where): Promise<Invocation>;
  /** Picks from a select menu. */
  choose(
    message: MessageRef,
    customId: string,
    values: readonly string[],
    where?: Where,
  ): Promise<Invocation>;
  /** Fills in and sends the modal that an invocation opened; what is left out keeps what the modal came with. */
  submit(
    opened: string | Pick<Invocation, 'interactionId'>,
    values: ModalValues,
    where?: Where,
  ): Promise<Invocation>;
  /** Uses a context-menu command on a message (or on a user, by id). */
  menu(target: MessageRef, name: string, where?: Where): Promise<Invocation>;
  /** Reacts to a message with an emoji, or takes the reaction back. */
  react(message: MessageRef, emoji: string, on?: boolean): Promise<void>;
  /** The id of the direct messages with an application's bot. */
  dm(appId: string): string;
  /** Every message this person sees in a channel, oldest first. */
  sees(channelId?: string): Message[];
  /** The next new message this person sees. @param timeoutMs when to give up, in ms; default 10,000 */
  nextMessage(filter?: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** Removes an ephemeral message from this person's view. */
  dismiss(message: MessageRef): void;
}

type Doing = Exclude<keyof Person, 'id' | 'name'>;

/** What people do, each by name: `people.say('ada', 'hello')`. People are made on demand. */
export type People = {
  readonly [K in Doing]: (who: string, ...rest: Parameters<Person[K]>) => ReturnType<Person[K]>;
};
