import type { APIApplicationCommandBasicOption, APIEmbedField } from 'discord.js';
import type { Answer } from '../src/answer/answer.js';
import type { Request } from '../src/answer/request.js';
import type { StyleCatalogue } from '../src/citation/styles.js';
import type { GeneRecord } from '../src/record/schema.js';
import type { Choice } from './types.js';

/** What a subcommand works with. */
export interface CommandContext {
  readonly record: GeneRecord;
  readonly styles: StyleCatalogue;
  /** reads what this person asked last in this channel; null when nothing is remembered */
  readonly previous: () => { readonly record: GeneRecord; readonly request: Request } | null;
  /** how a subcommand is mentioned in text: clickable once Discord has given the command an id */
  readonly mention: (subcommand: string) => string;
}

/** The texts that were typed into the options of a subcommand; an option that was left empty is absent. */
export type Typed = Readonly<Record<string, string>>;

/**
 * One subcommand of every record's slash command. Pure: text in, answer out.
 * `commands/index.ts` lists them once; registration, dispatch, help and the README's table come from that list.
 */
export interface Subcommand {
  readonly name: string;
  /** what it does, for people who choose among commands; at most 100 characters */
  readonly description: (record: GeneRecord) => string;
  /** its options, required ones first; `private` is added to all */
  readonly options: (
    context: Pick<CommandContext, 'record' | 'styles'>,
  ) => readonly APIApplicationCommandBasicOption[];
  readonly answer: (context: CommandContext, typed: Typed) => Answer;
  /** typed text that the answer repeats above it, so that the channel can tell what was asked */
  readonly quotes?: string;
  /** choices for what was typed so far into an option; from memory */
  readonly complete?: (context: CommandContext, option: string, typed: string) => readonly Choice[];
  /** fields of an answer that only the commands know, such as their list; Discord markdown */
  readonly fields?: (context: CommandContext) => readonly APIEmbedField[];
}
