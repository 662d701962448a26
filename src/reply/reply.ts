import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

/** A file that goes out with a message. `description` is the alt text of a picture. */
export interface ReplyFile {
  readonly name: string;
  readonly data: Buffer;
  readonly description: string;
}

/** What is posted: within Discord's limits already, mentions never resolved. */
export interface ReplyMessage {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly files: readonly ReplyFile[];
}

/** How an answer came out, for logs and counters. */
export type Outcome = 'answered' | 'refused' | 'mistake' | 'help';

/** A message and what must be known to deliver it. */
export interface Reply {
  readonly message: ReplyMessage;
  /** true: only the person who asked may see it (asked for, or a refusal, or a mistake) */
  readonly private: boolean;
  readonly outcome: Outcome;
  /** what a follow-up question of the same person continues from; opaque to the bot */
  readonly context: string | null;
  /** the citation style that was chosen with this answer; left out when none was */
  readonly style?: string | null;
}
