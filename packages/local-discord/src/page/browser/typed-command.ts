import { type Invocable, type OptionSpec, optionType } from './command-search.js';
import type { Choice } from './page-model.js';

/** One option's part of the typed line; positions are characters of the line. */
export interface Segment {
  option: OptionSpec;
  /** Where `name:` begins, or where the free text begins. */
  start: number;
  valueStart: number;
  end: number;
  text: string;
}

/** What the composer's text is: a plain message, the beginning of a command, or a command with options. */
export type Line =
  | { kind: 'text' }
  | { kind: 'choosing'; typed: string; exact: Invocable | undefined }
  | { kind: 'command'; invocable: Invocable; segments: Segment[]; current: Segment | undefined };

/** An option as Discord's interaction `data` carries it. */
export interface SentOption {
  name: string;
  type: number;
  value?: string | number | boolean;
  focused?: true;
  options?: SentOption[];
}

/** The `data` of a command or autocomplete interaction. */
export interface CommandData {
  id: string;
  name: string;
  type: number;
  options?: SentOption[];
  target_id?: string;
}

/** Choices that were picked from suggestions, by option name: their value is sent while their name still stands there. */
export type Picks = ReadonlyMap<string, Choice>;

function findInvocable(
  text: string,
  all: Invocable[],
  preferred: Invocable | undefined,
): Invocable | undefined {
  const lower = text.slice(1).toLowerCase();
  const fits = (one: Invocable): boolean =>
    lower === one.label || (/^\s/.test(lower.slice(one.label.length)) && lower.startsWith(one.label));
  if (preferred && fits(preferred)) return preferred;
  return all.filter(fits).sort((a, b) => b.label.length - a.label.length)[0];
}

function markers(
  text: string,
  from: number,
  options: OptionSpec[],
): { option: OptionSpec; start: number; end: number }[] {
  const found: { option: OptionSpec; start: number; end: number }[] = [];
  for (const match of text.slice(from).matchAll(/(?<=\s|^)([^\s:]+):/gu)) {
    const option = options.find((one) => one.name === match[1]?.toLowerCase());
    if (!option || found.some((other) => other.option === option)) continue;
    found.push({ option, start: from + match.index, end: from + match.index + match[0].length });
  }
  return found;
}

function segmentsOf(text: string, from: number, options: OptionSpec[]): Segment[] {
  const named = markers(text, from, options);
  const free = options.find((option) => !named.some((marker) => marker.option === option));
  const freeStart = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const freeEnd = named[0]?.start ?? text.length;
  const starts = [...named];
  if (free && (freeStart < freeEnd || !named.length))
    starts.unshift({ option: free, start: freeStart, end: freeStart });
  return starts.map((marker, index) => {
    const end = starts[index + 1]?.start ?? text.length;
    const raw = text.slice(marker.end, end);
    const valueStart = marker.end + (raw.length - raw.trimStart().length);
    return { option: marker.option, start: marker.start, valueStart, end, text: raw.trim() };
  });
}

/**
 * Reads the composer's text. `caret` (characters) tells which option is being typed. Free text after the command
 * fills the first option that is not named; `name:value` fills that option, up to the next known name.
 * `preferred` settles which app is meant where two have a command of the same name.
 */
export function readLine(text: string, caret: number, all: Invocable[], preferred?: Invocable): Line {
  if (!text.startsWith('/')) return { kind: 'text' };
  const invocable = findInvocable(text, all, preferred);
  if (!invocable || text.length === invocable.label.length + 1)
    return { kind: 'choosing', typed: text.slice(1), exact: invocable };
  const segments = segmentsOf(text, invocable.label.length + 2, invocable.options);
  const current = segments.findLast((segment) => segment.start <= caret) ?? segments[0];
  return { kind: 'command', invocable, segments, current };
}

/** The options that the line does not name yet, in the command's order. */
export function missingOptions(line: Extract<Line, { kind: 'command' }>): OptionSpec[] {
  return line.invocable.options.filter(
    (option) => !line.segments.some((segment) => segment.option === option),
  );
}

function fromChoices(option: OptionSpec, text: string): Choice | undefined {
  const lower = text.toLowerCase();
  const exact = option.choices.find(
    (choice) => choice.name.toLowerCase() === lower || String(choice.value) === text,
  );
  if (exact) return exact;
  const beginnings = option.choices.filter((choice) => choice.name.toLowerCase().startsWith(lower));
  return beginnings.length === 1 ? beginnings[0] : undefined;
}

function readNumber(option: OptionSpec, text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  return option.type === optionType.integer && !Number.isInteger(value) ? undefined : value;
}

type Value = { value: string | number | boolean } | { problem: string };

function readBoolean(text: string): Value | undefined {
  if (/^(t|true|y|yes)$/i.test(text)) return { value: true };
  if (/^(f|false|n|no)$/i.test(text)) return { value: false };
  return undefined;
}

function readValue({ option, text }: Segment, picks: Picks): Value {
  const picked = picks.get(option.name);
  if (picked?.name === text) return { value: picked.value };
  if (option.type === optionType.boolean)
    return readBoolean(text) ?? { problem: `${option.name} is True or False` };
  if (option.choices.length) {
    const choice = fromChoices(option, text);
    return choice ? { value: choice.value } : { problem: `${option.name}: choose one of the list` };
  }
  if (option.type !== optionType.integer && option.type !== optionType.number) return { value: text };
  const value = readNumber(option, text);
  return value === undefined ? { problem: `${option.name} is a number` } : { value };
}

function nest(invocable: Invocable, options: SentOption[]): CommandData {
  const [name = '', ...inner] = invocable.path;
  let nested = options;
  for (const [index, part] of [...inner].reverse().entries())
    nested = [{ name: part, type: index === 0 ? optionType.subcommand : optionType.group, options: nested }];
  return { id: invocable.commandId, name, type: 1, options: nested };
}

/** The command ready to be sent, or what keeps it from being sent and the option that the person should look at. */
export function commandData(
  line: Extract<Line, { kind: 'command' }>,
  picks: Picks,
): { data: CommandData } | { problem: string; option: OptionSpec } {
  const sent: SentOption[] = [];
  for (const segment of line.segments.filter((one) => one.text)) {
    const value = readValue(segment, picks);
    if ('problem' in value) return { problem: value.problem, option: segment.option };
    sent.push({ name: segment.option.name, type: segment.option.type, value: value.value });
  }
  const absent = line.invocable.options.find(
    (option) => option.required && !sent.some((one) => one.name === option.name),
  );
  if (absent) return { problem: `${absent.name} is required`, option: absent };
  return { data: nest(line.invocable, sent) };
}

/** The data of an autocomplete request: every option that reads well, the one being typed as text and focused. */
export function autocompleteData(
  line: Extract<Line, { kind: 'command' }>,
  current: Segment,
  picks: Picks,
): CommandData {
  const sent = line.segments.flatMap((segment): SentOption[] => {
    const { name, type } = segment.option;
    if (segment === current) return [{ name, type, value: segment.text, focused: true }];
    const value = segment.text ? readValue(segment, picks) : { problem: '' };
    return 'problem' in value ? [] : [{ name, type, value: value.value }];
  });
  return nest(line.invocable, sent);
}

/** The choices and the True/False of an option that fit what is typed; everything for an empty value. */
export function matchChoices(option: OptionSpec, typed: string): Choice[] {
  const lower = typed.toLowerCase();
  const fitting = option.choices.filter((choice) => choice.name.toLowerCase().includes(lower));
  return fitting.sort(
    (a, b) => Number(b.name.toLowerCase().startsWith(lower)) - Number(a.name.toLowerCase().startsWith(lower)),
  );
}

/** A changed text of the composer with the caret's new place. */
export interface Edit {
  text: string;
  caret: number;
}

/** Puts a picked suggestion into an option's place, keeping the other options. */
export function fillSegment(text: string, segment: Segment, value: string): Edit {
  const before = text.slice(0, segment.valueStart);
  const after = text.slice(segment.end);
  const filled = `${before}${value}`;
  return { text: after ? `${filled} ${after}` : filled, caret: filled.length };
}

/** Appends `name:` for an option that is not in the line yet, or goes to the end of its value where it is. */
export function goToOption(text: string, line: Extract<Line, { kind: 'command' }>, option: OptionSpec): Edit {
  const segment = line.segments.find((one) => one.option === option);
  if (segment)
    return {
      text,
      caret: Math.max(
        segment.valueStart,
        segment.start + text.slice(segment.start, segment.end).trimEnd().length,
      ),
    };
  const appended = `${text.trimEnd()} ${option.name}:`;
  return { text: appended, caret: appended.length };
}

/** The option that Tab goes to: the next one typed, then the next one missing; undefined after the last. */
export function nextOption(line: Extract<Line, { kind: 'command' }>): OptionSpec | undefined {
  const index = line.current ? line.segments.indexOf(line.current) : -1;
  return line.segments[index + 1]?.option ?? missingOptions(line)[0];
}

/** The option that Shift+Tab goes to, undefined before the first. */
export function previousOption(line: Extract<Line, { kind: 'command' }>): OptionSpec | undefined {
  const index = line.current ? line.segments.indexOf(line.current) : -1;
  return line.segments[index - 1]?.option;
}
