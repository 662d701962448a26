import type { Invocable } from './command-search.js';
import type { Hint } from './composer-hint.js';
import type { Choice, Message, User } from './page-model.js';
import type { SuggestionList } from './suggestion-list.js';
import type { CommandData, Edit, Line } from './typed-command.js';
import { readLine } from './typed-command.js';

/** What the composer needs from the page. */
export interface ComposerOptions {
  commands: () => Invocable[];
  mentionable: () => User[];
  autocomplete: (invocable: Invocable, data: CommandData, signal: AbortSignal) => Promise<Choice[]>;
  sendCommand: (invocable: Invocable, data: CommandData) => void;
  /** Rejects with a sentence for the person when the message was not taken. */
  sendText: (text: string, replyTo: string | undefined) => Promise<void>;
  leaveUp: () => void;
}

/** The composer's parts and what it remembers between keys. */
export interface Box {
  readonly options: ComposerOptions;
  readonly input: HTMLTextAreaElement;
  readonly send: HTMLButtonElement;
  readonly mirror: HTMLElement;
  readonly problem: HTMLElement;
  readonly list: SuggestionList;
  readonly hint: Hint;
  /** Which app's command is meant, where it was picked from the list. */
  preferred: Invocable | undefined;
  reply: Message | undefined;
  /** Choices that were picked, by option name. */
  picks: Map<string, Choice>;
  /** The text for which the suggestions were closed or picked: they stay closed until it changes. */
  dismissed: string;
  /** The autocomplete request that is on its way. */
  asking: AbortController;
  timer: ReturnType<typeof setTimeout> | undefined;
  answered: { key: string; choices: Choice[] } | undefined;
}

/** What the box's text is right now. */
export function currentLine({ input, options, preferred }: Box): Line {
  return readLine(input.value, input.selectionStart, options.commands(), preferred);
}

/** Puts an edit into the box and the focus with it. */
export function writeEdit({ input }: Box, edit: Edit): void {
  input.value = edit.text;
  input.setSelectionRange(edit.caret, edit.caret);
  input.focus();
}

/** Says below the box what is wrong with it; an empty text takes that back. */
export function showProblem({ problem }: Box, text: string): void {
  problem.textContent = text;
  problem.hidden = !text;
}

/** Forgets the autocomplete request that is waiting or on its way. */
export function stopAsking(box: Box): void {
  clearTimeout(box.timer);
  box.asking.abort();
}
