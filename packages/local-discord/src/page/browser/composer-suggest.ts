import { avatar } from './avatar.js';
import { type Invocable, matchCommands, type OptionSpec } from './command-search.js';
import { type Box, currentLine, stopAsking, writeEdit } from './composer-box.js';
import { paintLine } from './composer-paint.js';
import { type Choice, displayName, type User } from './page-model.js';
import type { Suggestion } from './suggestion-list.js';
import {
  autocompleteData,
  fillSegment,
  goToOption,
  type Line,
  matchChoices,
  type Segment,
} from './typed-command.js';

const debounceMs = 120;

type CommandLine = Extract<Line, { kind: 'command' }>;

/** Goes to an option of the command in the box, adding it where it is not there yet. */
export function goTo(box: Box, option: OptionSpec): void {
  const line = currentLine(box);
  if (line.kind !== 'command') return;
  writeEdit(box, goToOption(box.input.value, line, option));
  updateComposer(box);
}

/** Puts a command into the box, ready for its first required option. */
export function chooseCommand(box: Box, invocable: Invocable): void {
  box.preferred = invocable;
  box.picks = new Map();
  const first = invocable.options.find((option) => option.required);
  const text = `/${invocable.label} ${first ? `${first.name}:` : ''}`;
  writeEdit(box, { text, caret: text.length });
  updateComposer(box);
}

function oneLine(choice: Choice): Choice {
  return { ...choice, name: choice.name.replace(/\s+/g, ' ').trim() };
}

function pickChoice(box: Box, segment: Segment, choice: Choice): void {
  const edit = fillSegment(box.input.value, segment, choice.name);
  box.picks.set(segment.option.name, choice);
  box.dismissed = edit.text;
  writeEdit(box, edit);
  updateComposer(box);
}

function commandSuggestion(box: Box, invocable: Invocable): Suggestion {
  return {
    title: `/${invocable.label}`,
    detail: invocable.description,
    aside: invocable.app.name,
    picture: () => avatar(invocable.app.botUser),
    parameters: invocable.options.map(({ name, required }) => ({ name, required })),
    pick: () => chooseCommand(box, invocable),
  };
}

function showCommands(box: Box, typed: string): void {
  const fitting = matchCommands(box.options.commands(), typed);
  const heading = typed ? `Commands matching /${typed}` : 'Commands';
  box.list.show(
    fitting.map((invocable) => commandSuggestion(box, invocable)),
    { topic: 'commands', heading, select: true },
  );
}

function topicOf(segment: Segment): string {
  return `option ${segment.option.name}`;
}

function showChoices(box: Box, segment: Segment, choices: Choice[]): void {
  const suggestions = choices
    .map(oneLine)
    .map((choice) => ({ title: choice.name, pick: () => pickChoice(box, segment, choice) }));
  box.list.show(suggestions, { topic: topicOf(segment), heading: segment.option.name, select: false });
}

async function askApp(box: Box, line: CommandLine, segment: Segment, key: string): Promise<void> {
  const { signal } = box.asking;
  try {
    const data = autocompleteData(line, segment, box.picks);
    const choices = await box.options.autocomplete(line.invocable, data, signal);
    if (signal.aborted) return;
    box.answered = { key, choices };
    updateComposer(box);
  } catch {
    if (!signal.aborted) box.list.hide();
  }
}

function showOptionChoices(box: Box, line: CommandLine, segment: Segment): void {
  if (!segment.option.autocomplete) {
    showChoices(box, segment, matchChoices(segment.option, segment.text));
    return;
  }
  const key = JSON.stringify([line.invocable.app.id, autocompleteData(line, segment, box.picks)]);
  if (box.answered?.key === key) {
    showChoices(box, segment, box.answered.choices);
    return;
  }
  // Suggestions of this option stay until the next ones come; those of anything else would be picked by mistake.
  if (box.list.topic() !== topicOf(segment)) box.list.hide();
  box.asking = new AbortController();
  box.timer = setTimeout(() => askApp(box, line, segment, key), debounceMs);
}

function mentionAtCaret({ input }: Box): { typed: string; start: number } | undefined {
  const match = /(?:^|\s)@([^\s@]*)$/.exec(input.value.slice(0, input.selectionStart));
  const typed = match?.[1];
  return typed === undefined ? undefined : { typed, start: input.selectionStart - typed.length - 1 };
}

function pickMention(box: Box, user: User, start: number): void {
  const before = `${box.input.value.slice(0, start)}@${displayName(user)} `;
  const text = before + box.input.value.slice(box.input.selectionStart);
  writeEdit(box, { text, caret: before.length });
  updateComposer(box);
}

function showMentions(box: Box): void {
  const at = mentionAtCaret(box);
  if (!at) {
    box.list.hide();
    return;
  }
  const beginning = at.typed.toLowerCase();
  const suggestions = box.options
    .mentionable()
    .filter((user) => displayName(user).toLowerCase().startsWith(beginning))
    .map((user) => ({
      title: displayName(user),
      aside: user.bot ? 'app' : 'person',
      picture: () => avatar(user),
      pick: () => pickMention(box, user, at.start),
    }));
  box.list.show(suggestions, { topic: 'mentions', heading: 'People and apps', select: true });
}

function suggest(box: Box, line: Line): void {
  if (box.dismissed && box.dismissed === box.input.value) {
    box.list.hide();
    return;
  }
  box.dismissed = '';
  if (line.kind === 'text') showMentions(box);
  else if (line.kind === 'choosing') showCommands(box, line.typed);
  else if (line.current) showOptionChoices(box, line, line.current);
  else box.list.hide();
}

/** Brings everything round the text box up to its text: pills, hint, send button, suggestions. */
export function updateComposer(box: Box): void {
  stopAsking(box);
  const line = currentLine(box);
  if (line.kind === 'text') box.preferred = undefined;
  paintLine(box.mirror, box.input, line);
  box.hint.show(line);
  box.send.disabled = !box.input.value.trim();
  if (document.activeElement === box.input) suggest(box, line);
}
