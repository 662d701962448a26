import type { Invocable } from './command-search.js';
import {
  type Box,
  type ComposerOptions,
  currentLine,
  showProblem,
  stopAsking,
  writeEdit,
} from './composer-box.js';
import { createHint } from './composer-hint.js';
import { chooseCommand, goTo, updateComposer } from './composer-suggest.js';
import { byId } from './dom.js';
import { icon } from './icons.js';
import { withMentions } from './mention-text.js';
import { displayName, type Message } from './page-model.js';
import { createSuggestionList } from './suggestion-list.js';
import { commandData, goToOption, type Line, nextOption, previousOption } from './typed-command.js';

/** The box that messages and commands are typed into. */
export interface Composer {
  focus(): void;
  /** Replaces the text, the caret at its end, and suggests what fits. */
  setText(text: string): void;
  /** Puts a command of an app into the box, ready for its options. */
  startCommand(invocable: Invocable): void;
  replyTo(message: Message): void;
  /** The unsent text. */
  draft(): string;
  /** Brings an unsent text back, with the suggestions closed. */
  restore(draft: string): void;
  /** Reads the text again, after the commands changed. */
  refresh(): void;
  setPlaceholder(text: string): void;
}

function setReply(box: Box, message: Message | undefined): void {
  box.reply = message;
  byId('reply-bar').hidden = !message;
  byId('reply-name').textContent = message ? displayName(message.author) : '';
}

function clear(box: Box): void {
  box.input.value = '';
  box.picks = new Map();
  box.preferred = undefined;
  setReply(box, undefined);
  showProblem(box, '');
  updateComposer(box);
}

function sendCommandLine(box: Box, line: Extract<Line, { kind: 'command' }>): void {
  const result = commandData(line, box.picks);
  if ('problem' in result) {
    goTo(box, result.option);
    showProblem(box, result.problem);
    return;
  }
  clear(box);
  box.options.sendCommand(line.invocable, result.data);
}

async function sendMessage(box: Box): Promise<void> {
  const typed = box.input.value;
  const target = box.reply;
  const text = withMentions(typed.trim(), box.options.mentionable());
  if (!text) return;
  clear(box);
  try {
    await box.options.sendText(text, target?.id);
  } catch (error) {
    if (!box.input.value) box.input.value = typed;
    setReply(box, target);
    updateComposer(box);
    showProblem(box, error instanceof Error ? error.message : 'The message was not sent');
  }
}

function submit(box: Box): void {
  const line = currentLine(box);
  if (line.kind === 'text') void sendMessage(box);
  else if (line.kind === 'command') sendCommandLine(box, line);
  else if (!line.exact) showProblem(box, `There is no command /${line.typed}`);
  else if (line.exact.options.some((option) => option.required)) chooseCommand(box, line.exact);
  else sendCommandLine(box, { kind: 'command', invocable: line.exact, segments: [], current: undefined });
}

// A complete command is sent with Enter although the list still offers it.
function isComplete(line: Line, title: string): boolean {
  if (line.kind !== 'choosing' || !line.exact || title !== `/${line.exact.label}`) return false;
  return !line.exact.options.some((option) => option.required);
}

function enter(box: Box): void {
  const selected = box.list.selected();
  if (selected && !isComplete(currentLine(box), selected.title)) selected.pick();
  else submit(box);
}

function tab(box: Box, event: KeyboardEvent): void {
  const selected = box.list.selected() ?? box.list.first();
  if (selected && !event.shiftKey) {
    event.preventDefault();
    selected.pick();
    return;
  }
  const line = currentLine(box);
  const option =
    line.kind === 'command' ? (event.shiftKey ? previousOption(line) : nextOption(line)) : undefined;
  if (line.kind !== 'command' || !option) return;
  event.preventDefault();
  writeEdit(box, goToOption(box.input.value, line, option));
  updateComposer(box);
}

function backOut(box: Box): void {
  stopAsking(box);
  showProblem(box, '');
  if (box.list.isOpen()) {
    box.dismissed = box.input.value;
    box.list.hide();
  } else if (currentLine(box).kind !== 'text') clear(box);
  else setReply(box, undefined);
}

function arrow(box: Box, event: KeyboardEvent, step: number): void {
  if (box.list.isOpen()) box.list.move(step);
  else if (step < 0 && !box.input.value) box.options.leaveUp();
  else return;
  event.preventDefault();
}

function onKey(box: Box, event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    enter(box);
  } else if (event.key === 'Tab') tab(box, event);
  else if (event.key === 'Escape') backOut(box);
  else if (event.key === 'ArrowUp') arrow(box, event, -1);
  else if (event.key === 'ArrowDown') arrow(box, event, 1);
}

function listenTo(box: Box): void {
  const { input } = box;
  const update = (): void => updateComposer(box);
  input.addEventListener('keydown', (event) => onKey(box, event));
  input.addEventListener('input', () => {
    showProblem(box, '');
    update();
  });
  input.addEventListener('keyup', (event) => {
    if (/^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)) update();
  });
  input.addEventListener('click', update);
  input.addEventListener('focus', update);
  input.addEventListener('blur', () => {
    stopAsking(box);
    box.list.hide();
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit(box);
    input.focus();
  });
  byId('reply-cancel').addEventListener('click', () => {
    setReply(box, undefined);
    input.focus();
  });
}

function createBox(options: ComposerOptions): Box {
  const input = byId('message-input');
  const send = byId('send');
  if (!(input instanceof HTMLTextAreaElement) || !(send instanceof HTMLButtonElement))
    throw new Error('The page has no composer');
  const parts = {
    box: byId('suggestion-box'),
    heading: byId('suggestion-heading'),
    list: byId('suggestions'),
  };
  const box: Box = {
    options,
    input,
    send,
    mirror: byId('mirror'),
    problem: byId('composer-problem'),
    list: createSuggestionList({ ...parts, input, status: byId('status') }),
    hint: createHint(byId('command-hint'), (option) => goTo(box, option)),
    preferred: undefined,
    reply: undefined,
    picks: new Map(),
    dismissed: '',
    asking: new AbortController(),
    timer: undefined,
    answered: undefined,
  };
  return box;
}

/** Makes the composer of the page work. */
export function createComposer(options: ComposerOptions): Composer {
  const box = createBox(options);
  box.send.replaceChildren(icon('send'));
  byId('reply-cancel').replaceChildren(icon('close'));
  listenTo(box);
  return {
    focus: () => box.input.focus(),
    setText(text) {
      box.dismissed = '';
      writeEdit(box, { text, caret: text.length });
      updateComposer(box);
    },
    startCommand: (invocable) => chooseCommand(box, invocable),
    replyTo(message) {
      setReply(box, message);
      box.input.focus();
    },
    draft: () => box.input.value,
    restore(draft) {
      clear(box);
      box.input.value = draft;
      box.dismissed = draft;
      updateComposer(box);
    },
    refresh: () => updateComposer(box),
    setPlaceholder(text) {
      box.input.placeholder = text;
    },
  };
}
