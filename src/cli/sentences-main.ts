import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the words stand that a person reads in Discord. */
const ROOMS = ['commands', 'src/answer', 'src/citation', 'src/reply', 'src/view', 'src/bot', 'src/catalogue'];
/** A placeholder for what is filled in. */
const FILLED = '…';

/** A sentence or a label of the bot's, and where it stands. */
export interface Sentence {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Everything that the bot can say in its own words, by file: what is filled in stands as "…". */
export function allSentences(root: string): readonly Sentence[] {
  return ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .sort()
      .flatMap((name) => {
        const file = `${room}/${name}`;
        return sentencesIn(readFileSync(join(root, file), 'utf8')).map((found) => ({ file, ...found }));
      }),
  );
}

/** The texts for people in a source: those of several words that begin as a sentence or a label does. */
export function sentencesIn(source: string): readonly Omit<Sentence, 'file'>[] {
  return literalsIn(source)
    .map(({ at, text }) => ({ line: source.slice(0, at).split('\n').length, text: text.trim() }))
    .filter(({ text }) => isForPeople(text));
}

/** Starts like a sentence or a label, has two words, and is neither code nor an address. */
function isForPeople(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word));
  if (words.length < 2 || /[{}<>\\=]|^https?:|\.js$|^[a-z-]+\/|^\^|\(\?/u.test(text)) return false;
  return /^["'“(]?[\p{Lu}…]/u.test(text) && /\p{Ll}/u.test(text);
}

interface Literal {
  readonly at: number;
  readonly text: string;
}

/** Comments, regular expressions and literals, in the order of the source. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=[(,=:[!&|?{};>\n]\s*|return )\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`/gu;

function literalsIn(source: string): readonly Literal[] {
  const found: Literal[] = [];
  const token = new RegExp(TOKEN);
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [text] = match;
    if (text === '`') {
      const { literal, end, inner } = templateAt(source, match.index);
      found.push({ at: match.index, text: literal }, ...inner);
      token.lastIndex = end;
    } else if (/^['"]/u.test(text)) found.push({ at: match.index, text: unescaped(text.slice(1, -1)) });
  }
  return found;
}

/** A template literal with "…" for what is filled in, where it ends, and the literals inside its placeholders. */
function templateAt(
  source: string,
  start: number,
): { literal: string; end: number; inner: readonly Literal[] } {
  let literal = '';
  const inner: Literal[] = [];
  let at = start + 1;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') {
      literal += source[at + 1] ?? '';
      at += 2;
    } else if (source.startsWith('${', at)) {
      const end = placeholderEnd(source, at + 2);
      inner.push(...literalsIn(source.slice(at + 2, end)).map((each) => ({ ...each, at: each.at + at + 2 })));
      literal += FILLED;
      at = end + 1;
    } else {
      literal += source[at];
      at += 1;
    }
  }
  return { literal, end: at + 1, inner };
}

function placeholderEnd(source: string, start: number): number {
  let depth = 1;
  for (let at = start; at < source.length; at += 1) {
    const character = source[at];
    if (character === '`') at = templateAt(source, at).end - 1;
    else if (character === "'" || character === '"') at = quoteEnd(source, at);
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return source.length;
}

function quoteEnd(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== source[start]) at += source[at] === '\\' ? 2 : 1;
  return at;
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([\da-f]{4})|(.))/giu,
    (_, code: string | undefined, plain: string | undefined) =>
      code === undefined
        ? plain === 'n'
          ? ''
          : (plain ?? '')
        : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
