import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { Reply } from '../src/reply/reply.js';

/** A slash command as somebody sent it. Options may be missing, unknown or of the wrong kind: an old client can send anything. */
export interface Invocation {
  readonly command: string;
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, string | boolean>>;
  /** what this person asked last in this channel (`Reply.context`), if it is still remembered */
  readonly previous: string | null;
  /** the citation style that this person chose last, else the one chosen last in this server */
  readonly lastStyle?: string | null;
}

/** A value that is offered while somebody types: at most 100 characters each. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A button that was pressed or a menu entry that was chosen. */
export interface Press {
  readonly customId: string;
  /** what was chosen in a menu; empty for a button */
  readonly values: readonly string[];
  readonly userId: string;
  /** who the message was an answer to; null when Discord does not say */
  readonly ownerId: string | null;
  /** the message that carries the component is visible to one person only */
  readonly ephemeral: boolean;
  /** the embeds of that message, as Discord sends them; they are the bot's own */
  readonly embeds: readonly unknown[];
  /** as of an invocation */
  readonly lastStyle?: string | null;
}

/** What a press leads to: a new message, the pressed message changed in place, or a message for all that can be posted once. */
export interface Effect {
  readonly kind: 'reply' | 'update' | 'share';
  readonly reply: Reply;
}

/** A message to the bot: a mention, a reply to one of its messages, or a direct message. */
export interface Chat {
  /** the text without the mention of the bot */
  readonly text: string;
  /** addresses behind the author lines of the embeds in the bot's message that was replied to, in order; empty otherwise */
  readonly repliedTo: readonly string[];
  /** text of somebody else's message that was replied to; null otherwise */
  readonly referencedText: string | null;
  /** the text itself names the bot, or nobody else reads it: not only a reply to one of its messages */
  readonly addressed: boolean;
  readonly previous: string | null;
  /** as of an invocation */
  readonly lastStyle?: string | null;
}

/** The text under "Look up gene terms". */
export interface MenuTarget {
  readonly name: string;
  readonly text: string;
}

/**
 * Everything that people can invoke, without a word of how Discord delivers it.
 * Each function answers mistakes with a `Reply` and throws only on a fault of ours.
 */
export interface CommandSet {
  /** Loads what answers are made from, a step at a time; what is asked before the end loads the rest of what it needs. */
  prepare(): Iterable<void>;
  /** what is registered with Discord; order is stable */
  readonly definitions: readonly RESTPostAPIApplicationCommandsJSONBody[];
  run(invocation: Invocation): Promise<Reply>;
  /** at most 25 choices; from memory, never slow */
  complete(invocation: Invocation, option: string): readonly Choice[];
  menu(target: MenuTarget): Promise<Reply>;
  press(press: Press): Promise<Effect>;
  /** `null`: there is nothing to say (thanks, words between people, an empty mention that was answered before) */
  chat(chat: Chat): Promise<Reply | null>;
  /**
   * Tells the ids under which Discord knows the commands, so that help can show clickable ones.
   * @param ids command name -> id
   */
  useCommandIds(ids: ReadonlyMap<string, string>): void;
}
