import type { APIApplicationCommandBasicOption, APIEmbedField } from 'discord.js';
import type { Answer } from '../src/answer/answer.js';
import type { Request } from '../src/answer/request.js';
import type { StyleCatalogue } from '../src/citation/styles.js';
import type { GeneRecord } from '../src/record/schema.js';
import type { Choice } from './types.js';

/** What a subcommand works with. */
export interface CommandContext {
  readonly record: GeneRecord;
  /** every record that can be asked, this one included */
  readonly records: readonly GeneRecord[];
  readonly styles: StyleCatalogue;
  /** reads what this person asked last in this channel; null when nothing is remembered */
  readonly previous: () => { readonly record: GeneRecord; readonly request: Request } | null;
  /** the citation style that was chosen last, if it is still there */
  readonly lastStyle: string | null;
  /** how somebody asks about another record: "/tp53" */
  readonly command: (record: GeneRecord) => string;
  /** what descriptions call the gene: its symbol, or "a gene" */
  readonly gene: string;
  /** how a subcommand is mentioned in text: clickable once Discord has given the command an id */
  readonly mention: (subcommand: string) => string;
}

/** The texts that were typed into the options of a subcommand; an option that was left empty is absent. */
export type Typed = Readonly<Record<string, string>>;

/**
 * One subcommand of every record's slash command, and of `/gene`, which asks any record. Pure: text in, answer out.
 * `commands/index.ts` lists them once; registration, dispatch, help and the README's table come from that list.
 */
export interface Subcommand {
  readonly name: string;
  /**
   * What it does, for people who choose among commands; at most 100 characters.
   * @param gene the symbol, or "a gene"
   */
  readonly description: (gene: string) => string;
  /** its options, required ones first; `gene` stands before and `private` behind them; `records` are those that it may ask */
  readonly options: (
    context: Pick<CommandContext, 'records' | 'styles'>,
  ) => readonly APIApplicationCommandBasicOption[];
  readonly answer: (context: CommandContext, typed: Typed) => Answer;
  /** the option in which somebody says what is wanted: what is not of this gene there may be of another */
  readonly wanted?: string;
  /** typed text that the answer repeats above it, so that the channel can tell what was asked */
  readonly quotes?: string;
  /** choices for what was typed so far into an option; from memory */
  readonly complete?: (context: CommandContext, option: string, typed: string) => readonly Choice[];
  /** fields of an answer that only the commands know, such as their list; Discord markdown */
  readonly fields?: (context: CommandContext) => readonly APIEmbedField[];
}
