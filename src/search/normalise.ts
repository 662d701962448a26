import { GREEK_LETTERS, HYPHENS, unicodeForm } from '../record/names.js';
import { once } from './once.js';
import { vocabularyFile } from './vocabulary.js';

/** More of a question than this (characters) is not read, neither as it was typed nor as it is written out (`㏂` becomes `a.m.`). */
const MAX_TYPED = 1000;
/** More of a message than this is not read: Discord shows 6,000 in embeds and 4,000 beside them. */
export const MAX_MESSAGE = 12_000;
/** Most questions: printable ASCII without "&", "<" and other signs of markup. */
const PLAIN = /^[ -#'-;=-[\]-_a-}]*$/;
const CONTROL = /\p{Cc}+/gu;
/** What was struck through was taken back. */
const STRUCK = /~~[^~\n]{1,200}~~/gu;
/** Characters typed one by one (`P 1 2 3 4 5`). */
const SPACED_OUT = /(?<![\p{L}\p{N}])(?:[A-Za-z0-9] (?:[-_] )?){3,}[A-Za-z0-9](?![\p{L}\p{N}])/gu;
/** A tag, or a mention, emoji or time of Discord's; `<197::aid>` in a DOI and `p < 0.05` are neither. */
const TAG = /<(?!https?:)[a-z/@#!:&][^<>\n]{0,200}>/giu;
/** Arrows and Greek letters of formulas, and the signs around a formula. */
const ARROW = /\\(?:(?:long)?rightarrow|to)(?![A-Za-z])/gu;
const FORMULA = /\\(?=(?:alpha|beta|gamma|delta|epsilon)(?![A-Za-z]))|\$(?=\S[^$]*\$)|(?<=\S)\$/gu;
/** The commonest characters of an address, and characters of markup by number or name. */
const ESCAPED = /%(?:20|2[df]|3[ad])/giu;
const ENTITY = /&(?:#(x[\da-f]{1,5}|\d{1,6})|([a-z]{2,8}));/giu;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>' };
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/gu;
/** `-/-` behind a name: an animal or cell without the gene. */
const KNOCKED_OUT = /(?<=[\p{L}\p{N}])\s?-\/-/gu;
/** Letters of other scripts and the Latin ones that they look like (after Unicode's confusables), mapped only inside a mixed word. */
const LOOK_ALIKES = new Map(
  Array.from('АВСЕНІӀЈКМОРЅТХУЗасԁеһіјӏорѕхузΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', (letter, at) => [
    letter,
    'ABCEHIIJKMOPSTXY3acdehijlopsxy3ABEZHIKMNOPTYXo'.charAt(at),
  ]),
);
const WORD = /[\p{L}\p{N}-]+/gu;
/** A Greek letter that stands alone or behind Latin ones is named; a run of them is a Greek word and stays. */
const GREEK = /(?<![\u0370-\u03ff])[\u0370-\u03ff](?![\u0370-\u03ff])/gu;

/** Writes words for others wherever they stand whole, within borders of some kind; the longest first. */
function rewriter(words: ReadonlyMap<string, string>, border: string): (text: string) => string {
  const any = [...words.keys()].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(?<!${border})(?:${any})(?!${border})`, 'giu');
  return (text) => text.replace(pattern, (word) => words.get(word.toLowerCase()) ?? word);
}

/** The words of families of genes: those of other languages ("interleucina") in English; the letters of their symbols ("il"). */
export const geneWords = once(() => {
  const families = Object.entries(vocabularyFile('gene-words.json'));
  const others = families.flatMap(([, [word = '', ...rest]]) => rest.map((other) => [other, word] as const));
  return {
    letters: new Map(families.map(([symbol, [english = '']]) => [english, symbol])),
    inEnglish: rewriter(new Map(others), '\\p{Script=Latin}'),
  };
});

/** What is written short ("w/o", "LoF"), written out. */
const writtenOut = once(() =>
  rewriter(new Map(Object.entries(vocabularyFile('spelling.json').short)), '[\\p{L}\\p{N}/-]'),
);

/**
 * What was typed in a form that can be read word by word: one Unicode form, no markup, no invisible, stacked or look-alike letters,
 * Greek letters named. Case is kept, which tells a symbol from a word; offsets are not.
 * @param most so many characters are read, the first
 */
export function readable(text: string, most = MAX_TYPED): string {
  const typed = geneWords().inEnglish(text.slice(0, most));
  const read = (PLAIN.test(typed) ? typed : cleaned(typed, most))
    .replace(SPACED_OUT, (run) => run.replaceAll(' ', ''))
    .replace(KNOCKED_OUT, ' knockout');
  return writtenOut()(read);
}

function cleaned(typed: string, most: number): string {
  const shown = typed
    .replace(STRUCK, ' ')
    .replace(ARROW, ' -> ')
    .replace(FORMULA, '')
    .replace(ESCAPED, (found) => decodeURIComponent(found))
    .replace(/[≠≢]/gu, ' != ');
  return unicodeForm(shown)
    .slice(0, most)
    .replace(CONTROL, (found) => (/[\r\n]/u.test(found) ? '\n' : ' '))
    .replace(APOSTROPHES, "'")
    .replace(TAG, ' ')
    .replace(ENTITY, character)
    .replace(HYPHENS, '-')
    .replace(WORD, latinised)
    .replace(GREEK, (letter) => GREEK_LETTERS[letter.toLowerCase()] ?? letter);
}

function latinised(word: string): string {
  if (!/[A-Za-z0-9]/u.test(word)) return word;
  return word.replace(/[\u0370-\u052f]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}

/** The character that an entity stands for; a space for one that says nothing here. */
function character(_: string, code = '', name = ''): string {
  const point = Number(code.replace(/^x/iu, '0x'));
  if (code === '') return NAMED[name.toLowerCase()] ?? ' ';
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

/** Whether a word of a text begins so; both in lower case. */
export function beginsWord(text: string, start: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start));
}
