import { ApiError } from './api-error.js';
import { OURS } from './discord-limits.js';

/** One complaint about one field, as Discord words it. */
export interface FormError {
  readonly code: string;
  readonly message: string;
}

/** Discord's nested `errors`: the path of a field ends in `_errors`. Source: reference, "Error Messages". */
export interface ErrorTree {
  [key: string]: ErrorTree | FormError[];
}

interface Complaint extends FormError {
  readonly path: readonly (string | number)[];
}

/** Where complaints are gathered: a place in the body that can look deeper. */
export interface Issues {
  /** The place one step deeper. */
  at(key: string | number): Issues;
  /** Complains about this place. */
  add(code: string, message: string): void;
  /** How many complaints there are in the whole body so far. */
  count(): number;
}

/** Judges a value, complains where it breaks Discord's rules, and says whether it is a T. */
export type Rule<T> = (value: unknown, at: Issues) => value is T;

/** All complaints about a body; beyond the first hundred they are only counted. */
interface Complaints {
  readonly listed: Complaint[];
  count: number;
}

function issuesAt(complaints: Complaints, path: readonly (string | number)[]): Issues {
  return {
    at: (key) => issuesAt(complaints, [...path, key]),
    add: (code, message) => {
      complaints.count += 1;
      if (complaints.listed.length < OURS.complaintsMax) complaints.listed.push({ path, code, message });
    },
    count: () => complaints.count,
  };
}

function isTree(node: ErrorTree | FormError[] | undefined): node is ErrorTree {
  return node !== undefined && !Array.isArray(node);
}

/** Without a prototype: a field may be called __proto__. */
function emptyTree(): ErrorTree {
  return Object.create(null);
}

function branch(tree: ErrorTree, key: string): ErrorTree {
  const next = tree[key];
  if (isTree(next)) return next;
  const made = emptyTree();
  tree[key] = made;
  return made;
}

function grow(complaints: readonly Complaint[]): ErrorTree {
  const root = emptyTree();
  for (const { path, code, message } of complaints) {
    const leaf = path.reduce<ErrorTree>((node, key) => branch(node, String(key)), root);
    const errors = leaf['_errors'];
    if (Array.isArray(errors)) errors.push({ code, message });
    else leaf['_errors'] = [{ code, message }];
  }
  return root;
}

/** Makes a rule of a function that only complains. */
export function rule<T>(check: (value: unknown, at: Issues) => void): Rule<T> {
  return (value, at): value is T => {
    const before = at.count();
    check(value, at);
    return at.count() === before;
  };
}

/**
 * The complaints about a value.
 * @returns Discord's error tree, or undefined when there is nothing to complain about
 */
export function complaintsOf(judge: Rule<unknown>, value: unknown): ErrorTree | undefined {
  const complaints: Complaints = { listed: [], count: 0 };
  judge(value, issuesAt(complaints, []));
  return complaints.count === 0 ? undefined : grow(complaints.listed);
}

/** Returns the value as a T, or throws 50035 with the tree of all complaints. */
export function accept<T>(judge: Rule<T>, value: unknown): T {
  const complaints: Complaints = { listed: [], count: 0 };
  if (judge(value, issuesAt(complaints, []))) return value;
  throw new ApiError(400, 50035, 'Invalid Form Body', grow(complaints.listed));
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a field is left out: Discord reads null as absent nearly everywhere. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function required(value: unknown, at: Issues): boolean {
  if (!isAbsent(value)) return true;
  at.add('BASE_TYPE_REQUIRED', 'This field is required');
  return false;
}

/** A field that may be absent or null. */
export function optional<T>(judge: Rule<T>): Rule<T | undefined | null> {
  return (value, at): value is T | undefined | null => isAbsent(value) || judge(value, at);
}

/** A value as a complaint repeats it: its beginning. */
export function echo(value: unknown): string {
  const text = String(value);
  return text.length > OURS.echoMax ? `${text.slice(0, OURS.echoMax)}…` : text;
}

/** Complains when a length lies outside its bounds, with the text Discord has for each case. */
export function checkLength(length: number, min: number, max: number, at: Issues): void {
  if (length >= min && length <= max) return;
  if (min > 0 && max < Number.POSITIVE_INFINITY) {
    at.add('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  } else if (length > max) {
    at.add('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  } else {
    at.add('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
  }
}

/** Bounds of a text, in UTF-16 units: never more generous than Discord, whichever way it counts. */
export interface TextBounds {
  readonly min?: number;
  readonly max?: number;
  /** Whether Discord trims the text before it counts. */
  readonly trim?: boolean;
}

/** A text within bounds. */
export function text({
  min = 0,
  max = Number.POSITIVE_INFINITY,
  trim = false,
}: TextBounds = {}): Rule<string> {
  return rule((value, at) => {
    if (!required(value, at)) return;
    if (typeof value !== 'string') {
      at.add('STRING_TYPE_CONVERT', `Could not interpret "${echo(JSON.stringify(value))}" as string.`);
      return;
    }
    const length = trim ? value.trim().length : value.length;
    if (length === 0 && min > 0) at.add('BASE_TYPE_REQUIRED', 'This field is required');
    else checkLength(length, min, max, at);
  });
}

/** A whole number within bounds. */
export function integer(min: number, max: number): Rule<number> {
  return rule((value, at) => {
    if (!required(value, at)) return;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      at.add('NUMBER_TYPE_COERCE', `Value "${echo(value)}" is not int.`);
    } else if (value > max) {
      at.add('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    } else if (value < min) {
      at.add('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    }
  });
}

/** Any number within bounds. */
export function decimal(min: number, max: number): Rule<number> {
  return rule((value, at) => {
    if (!required(value, at)) return;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      at.add('NUMBER_TYPE_COERCE', `Value "${echo(value)}" is not float.`);
    } else if (value > max) {
      at.add('NUMBER_TYPE_MAX', `float value should be less than or equal to ${max}.`);
    } else if (value < min) {
      at.add('NUMBER_TYPE_MIN', `float value should be greater than or equal to ${min}.`);
    }
  });
}

/** True or false. */
export const boolean: Rule<boolean> = rule((value, at) => {
  if (required(value, at) && typeof value !== 'boolean') {
    at.add('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  }
});

/** An id: digits, as text. */
export const snowflake: Rule<string> = rule((value, at) => {
  if (!required(value, at)) return;
  if ((typeof value !== 'string' && typeof value !== 'number') || !/^\d{1,20}$/.test(String(value))) {
    at.add('NUMBER_TYPE_COERCE', `Value "${echo(value)}" is not snowflake.`);
  }
});

/** One of some values. */
export function oneOf<const T extends string | number>(values: readonly T[]): Rule<T> {
  const known = new Set<unknown>(values);
  return rule((value, at) => {
    if (required(value, at) && !known.has(value)) {
      at.add('BASE_TYPE_CHOICES', `Value must be one of {${values.join(', ')}}.`);
    }
  });
}

/** A list with bounds on its length; each item is judged. */
export function list<T>(item: Rule<T>, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule<T[]> {
  return rule((value, at) => {
    if (!required(value, at)) return;
    if (!Array.isArray(value)) {
      at.add('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return;
    }
    checkLength(value.length, min, max, at);
    value.slice(0, max).forEach((entry: unknown, index) => {
      item(entry, at.at(index));
    });
  });
}

/** An object: every named field is judged, absent ones too; others are ignored, as Discord ignores them. */
export function fields<T extends object>(shape: Partial<Record<keyof T & string, Rule<unknown>>>): Rule<T> {
  const judges = Object.entries<Rule<unknown> | undefined>(shape);
  return rule((value, at) => {
    if (!required(value, at)) return;
    if (!isObject(value)) {
      at.add('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
      return;
    }
    for (const [key, judge] of judges) judge?.(value[key], at.at(key));
  });
}

/** All rules hold; a later one is asked only when the earlier ones had nothing to say. */
export function all<T>(first: Rule<T>, ...rest: ((value: T, at: Issues) => void)[]): Rule<T> {
  return rule((value, at) => {
    if (!first(value, at)) return;
    for (const check of rest) {
      const before = at.count();
      check(value, at);
      if (at.count() > before) return;
    }
  });
}

/** A web address whose scheme is one of those named. */
export function url(max: number, schemes: readonly string[]): Rule<string> {
  return all(text({ min: 1, max }), (value, at) => {
    if (!URL.canParse(value)) {
      at.add('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      return;
    }
    const scheme = new URL(value).protocol.slice(0, -1);
    if (schemes.includes(scheme)) return;
    const listed = schemes.map((name) => `'${name}'`).join(', ');
    at.add(
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${echo(scheme)}" is not supported. Scheme must be one of (${listed}).`,
    );
  });
}
