import { avatar } from './avatar.js';
import {
  autocompleteData,
  type CommandData,
  commandData,
  type Edit,
  fillSegment,
  goToOption,
  type Line,
  matchChoices,
  nextOption,
  previousOption,
  readLine,
  type Segment,
} from './command-line.js';
import { type Invocable, matchCommands, type OptionSpec } from './commands.js';
import { createHint } from './composer-hint.js';
import { paintLine } from './composer-paint.js';
import { byId } from './dom.js';
import { type Choice, displayName, type Message, type User } from './model.js';
import { createSuggestionList, type Suggestion } from './suggestion-list.js';

const debounceMs = 120;

/** What the composer needs from the page. */
export interface ComposerOptions {
  commands: () => Invocable[];
  mentionable: () => User[];
  autocomplete: (invocable: Invocable, data: CommandData, signal: AbortSignal) => Promise<Choice[]>;
  sendCommand: (invocable: Invocable, data: CommandData, text: string) => void;
  sendText: (text: string, replyTo: string | undefined) => Promise<void>;
  leaveUp: () => void;
}

/** The box that messages and commands are typed into. */
export interface Composer {
  focus(): void;
  /** Replaces the text, the caret at its end, and suggests what fits. */
  setText(text: string): void;
  /** Puts a command of an app into the box, ready for its options. */
  startCommand(invocable: Invocable): void;
  replyTo(message: Message | undefined): void;
  /** The unsent text; setting it keeps the list of suggestions closed. */
  draft: string;
  refresh(): void;
  setPlaceholder(text: string): void;
}

type CommandLine = Extract<Line, { kind: 'command' }>;

function oneLine(choice: Choice): Choice {
  return { ...choice, name: choice.name.replace(/\s+/g, ' ').trim() };
}

/** Turns `@name` of known users into Discord's `<@id>`, whatever the case; longer names win over shorter ones. */
export function withMentions(text: string, users: User[]): string {
  const byLength = [...users].sort((a, b) => displayName(b).length - displayName(a).length);
  return byLength.reduce((result, user) => {
    const name = displayName(user).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return result.replace(new RegExp(`(?<=^|\\s)@${name}(?![\\p{L}\\p{N}_])`, 'giu'), `<@${user.id}>`);
  }, text);
}

/** Makes the composer of the page work. */
export function createComposer(options: ComposerOptions): Composer {
  const form = byId('composer');
  const input = byId('message-input');
  if (!(input instanceof HTMLTextAreaElement) || !(form instanceof HTMLFormElement))
    throw new Error('No composer');
  const status = byId('status');
  const problem = byId('composer-problem');
  const list = createSuggestionList({
    box: byId('suggestion-box'),
    heading: byId('suggestion-heading'),
    list: byId('suggestions'),
    input,
    status,
  });
  const hint = createHint(byId('command-hint'), (option) => goTo(option));

  let preferred: Invocable | undefined;
  let reply: Message | undefined;
  let picks = new Map<string, Choice>();
  let dismissed = '';
  let asked = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answered: { key: string; choices: Choice[] } | undefined;

  const line = (): Line => readLine(input.value, input.selectionStart, options.commands(), preferred);

  const apply = (edit: Edit): void => {
    input.value = edit.text;
    input.setSelectionRange(edit.caret, edit.caret);
    input.focus();
    update();
  };

  const stopAsking = (): void => {
    clearTimeout(timer);
    asked.abort();
  };

  const showProblem = (text: string): void => {
    problem.textContent = text;
    problem.hidden = !text;
  };

  const goTo = (option: OptionSpec): void => {
    const now = line();
    if (now.kind === 'command') apply(goToOption(input.value, now, option));
  };

  const chooseCommand = (invocable: Invocable): void => {
    preferred = invocable;
    picks = new Map();
    const first = invocable.options.find((option) => option.required);
    const text = `/${invocable.label} ${first ? `${first.name}:` : ''}`;
    apply({ text, caret: text.length });
  };

  const pickChoice = (segment: Segment, choice: Choice): void => {
    picks.set(segment.option.name, choice);
    dismissed = fillSegment(input.value, segment, choice.name).text;
    apply(fillSegment(input.value, segment, choice.name));
  };

  const commandSuggestion = (invocable: Invocable): Suggestion => ({
    title: `/${invocable.label}`,
    detail: invocable.description,
    aside: invocable.app.name,
    picture: () => avatar(invocable.app.botUser),
    parameters: invocable.options.map(({ name, required }) => ({ name, required })),
    pick: () => chooseCommand(invocable),
  });

  const showCommands = (typed: string): void => {
    const fitting = matchCommands(options.commands(), typed);
    list.show(fitting.map(commandSuggestion), {
      heading: typed ? `Commands matching /${typed}` : 'Commands',
      select: true,
      keep: true,
    });
  };

  const showChoices = (segment: Segment, choices: Choice[]): void => {
    const suggestions = choices
      .map(oneLine)
      .map((choice) => ({ title: choice.name, pick: () => pickChoice(segment, choice) }));
    list.show(suggestions, { heading: segment.option.name, select: false, keep: true });
  };

  const askApp = async (now: CommandLine, segment: Segment, key: string): Promise<void> => {
    asked = new AbortController();
    const { signal } = asked;
    try {
      const choices = await options.autocomplete(
        now.invocable,
        autocompleteData(now, segment, picks),
        signal,
      );
      if (signal.aborted) return;
      answered = { key, choices };
      update();
    } catch {
      if (!signal.aborted) list.hide();
    }
  };

  const showOptionChoices = (now: CommandLine, segment: Segment): void => {
    if (!segment.option.autocomplete) return showChoices(segment, matchChoices(segment.option, segment.text));
    const key = JSON.stringify([now.invocable.app.id, autocompleteData(now, segment, picks)]);
    if (answered?.key === key) return showChoices(segment, answered.choices);
    timer = setTimeout(() => askApp(now, segment, key), debounceMs);
  };

  const mentionAtCaret = (): { typed: string; start: number } | undefined => {
    const match = /(?:^|\s)@([^\s@]*)$/.exec(input.value.slice(0, input.selectionStart));
    return match
      ? { typed: match[1] ?? '', start: input.selectionStart - (match[1]?.length ?? 0) - 1 }
      : undefined;
  };

  const pickMention = (user: User, start: number): void => {
    const name = `@${displayName(user)}`;
    const before = `${input.value.slice(0, start)}${name} `;
    apply({ text: before + input.value.slice(input.selectionStart), caret: before.length });
  };

  const showMentions = (): void => {
    const at = mentionAtCaret();
    const fitting = at
      ? options
          .mentionable()
          .filter((user) => displayName(user).toLowerCase().startsWith(at.typed.toLowerCase()))
      : [];
    if (!at || !fitting.length) return list.hide();
    const suggestions = fitting.map((user) => ({
      title: displayName(user),
      aside: user.bot ? 'app' : 'person',
      picture: () => avatar(user),
      pick: () => pickMention(user, at.start),
    }));
    list.show(suggestions, { heading: 'People and apps', select: true, keep: true });
  };

  const update = (): void => {
    stopAsking();
    const now = line();
    if (now.kind === 'text') preferred = undefined;
    paintLine(byId('mirror'), input, now);
    hint.show(now);
    byId('send').toggleAttribute('disabled', !input.value.trim());
    if (dismissed && dismissed === input.value) return list.hide();
    dismissed = '';
    if (now.kind === 'text') showMentions();
    else if (now.kind === 'choosing') showCommands(now.typed);
    else if (now.current) showOptionChoices(now, now.current);
    else list.hide();
  };

  const clear = (): void => {
    input.value = '';
    picks = new Map();
    preferred = undefined;
    setReply(undefined);
    update();
  };

  const setReply = (message: Message | undefined): void => {
    reply = message;
    byId('reply-bar').hidden = !message;
    byId('reply-name').textContent = message ? displayName(message.author) : '';
  };

  const sendCommandLine = (now: CommandLine): void => {
    const result = commandData(now, picks);
    if ('problem' in result) {
      goTo(result.option);
      showProblem(result.problem);
      return;
    }
    const text = `/${now.invocable.label}`;
    clear();
    options.sendCommand(now.invocable, result.data, text);
  };

  const sendMessage = async (): Promise<void> => {
    const typed = input.value;
    const text = withMentions(typed.trim(), options.mentionable());
    if (!text) return;
    const target = reply;
    clear();
    try {
      await options.sendText(text, target?.id);
    } catch (error) {
      if (!input.value) input.value = typed;
      setReply(target);
      update();
      showProblem(error instanceof Error ? error.message : 'The message was not sent');
    }
  };

  const submit = (): void => {
    const now = line();
    if (now.kind === 'text') void sendMessage();
    else if (now.kind === 'command') sendCommandLine(now);
    else if (now.exact)
      sendCommandLine({ kind: 'command', invocable: now.exact, segments: [], current: undefined });
    else showProblem(`There is no command /${now.typed}`);
  };

  const enter = (): void => {
    const now = line();
    const exactCommand =
      now.kind === 'choosing' && now.exact && !now.exact.options.some((option) => option.required);
    const selected = list.selected();
    if (selected && !(exactCommand && selected.title === `/${now.exact?.label}`)) selected.pick();
    else submit();
  };

  const tab = (event: KeyboardEvent): void => {
    const selected = list.selected();
    const now = line();
    if (selected && !event.shiftKey) {
      event.preventDefault();
      selected.pick();
    } else if (now.kind === 'command') {
      const option = event.shiftKey ? previousOption(now) : nextOption(now);
      if (!option) return list.hide();
      event.preventDefault();
      apply(goToOption(input.value, now, option));
    } else list.hide();
  };

  const escape = (): void => {
    stopAsking();
    if (list.isOpen()) {
      dismissed = input.value;
      list.hide();
    } else if (line().kind !== 'text') clear();
    else setReply(undefined);
    showProblem('');
  };

  const arrow = (event: KeyboardEvent, step: number): void => {
    if (list.isOpen()) list.move(step);
    else if (step < 0 && !input.value) options.leaveUp();
    else return;
    event.preventDefault();
  };

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      enter();
    } else if (event.key === 'Tab') tab(event);
    else if (event.key === 'Escape') escape();
    else if (event.key === 'ArrowUp') arrow(event, -1);
    else if (event.key === 'ArrowDown') arrow(event, 1);
  });
  input.addEventListener('input', () => {
    showProblem('');
    update();
  });
  input.addEventListener('keyup', (event) => {
    if (/^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)) update();
  });
  input.addEventListener('click', update);
  input.addEventListener('blur', () => {
    stopAsking();
    list.hide();
  });
  input.addEventListener('focus', () => {
    if (input.value) update();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    input.focus();
  });
  byId('reply-cancel').addEventListener('click', () => {
    setReply(undefined);
    input.focus();
  });

  return {
    focus: () => input.focus(),
    setText(text) {
      dismissed = '';
      apply({ text, caret: text.length });
    },
    startCommand: chooseCommand,
    replyTo(message) {
      setReply(message);
      input.focus();
    },
    get draft() {
      return input.value;
    },
    set draft(text) {
      clear();
      input.value = text;
      dismissed = text;
      update();
    },
    refresh: update,
    setPlaceholder(text) {
      input.placeholder = text;
    },
  };
}
