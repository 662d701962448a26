import { GREEK_LETTERS } from '../record/names.js';
import { once } from './once.js';
import { vocabularyFile } from './vocabulary.js';

/**
 * Puts whatever was typed into a form that can be read word by word: one Unicode form, no invisible or stacked characters,
 * no markup, look-alike letters mapped back, single Greek letters spelled out. Case is kept: it tells a symbol from a word.
 */

/** More than this many characters are not read, neither as they were typed nor as they are written out (`㏂` becomes `a.m.`). */
const MAX_TYPED = 1000;

/** Combining marks used with Latin, Greek and Cyrillic letters; Japanese voicing marks and Indic vowels are left alone. */
const STACKED_MARKS =
  /(?:[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f])+/gu;
const INVISIBLE = /\p{Cf}+/gu;
const CONTROL = /\p{Cc}+/gu;
/** What was struck through was taken back. */
const STRUCK = /~~[^~\n]{1,200}~~/gu;
/** Characters typed one by one (`P 1 2 3 4 5`). */
const SPACED_OUT = /(?<![\p{L}\p{N}])(?:[A-Za-z0-9] (?:[-_] )?){3,}[A-Za-z0-9](?![\p{L}\p{N}])/gu;
const HYPHENS = /[\p{Pd}\u2212\u00ad\u2043\u02d7]/gu;
/** A tag, or a mention, emoji or time of Discord's; `<197::aid>` in a DOI and `p < 0.05` are neither. */
const TAG = /<(?!https?:)[a-z/@#!:&][^<>\n]{0,200}>/giu;
/** Greek letters and arrows of formulas, and the signs around a formula. */
const LATEX =
  /\\((?:long)?rightarrow|to|alpha|beta|gamma|delta|epsilon)(?![A-Za-z])|\$(?=\S[^$]*\$)|(?<=\S)\$/gu;
/** Numbers of characters in markup, and the commonest characters of an address. */
const NUMBERED_ENTITY = /&#(x[\da-f]{1,5}|\d{1,6});/giu;
const ESCAPED = /%(?:20|2[df]|3[ad])/giu;
const ESCAPED_ANGLE = /&[lg]t;/giu;
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,6});/giu;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/gu;
/** A sign of what is taken out first; most texts have none. */
const MARKED = /[~\\$%]/;
/** Two characters that stand alone side by side. */
const MAYBE_SPACED_OUT = /(?:^|[^A-Za-z0-9])[A-Za-z0-9] (?:[-_] )?[A-Za-z0-9] /;
/** Most questions: printable ASCII without "&", "<" and backticks. */
const PLAIN = /^[ -%'-;=-_a-~]*$/;
/** `-/-` behind a name: an animal or cell without the gene. */
const KNOCKED_OUT = /(?<=[\p{L}\p{N}])\s?-\/-/gu;

/** The word of a family of genes in other languages ("interleucina") and in English; the first letter of each must differ in case only. */
const geneWords = once(() => {
  const words = Object.values(vocabularyFile('gene-words.json'));
  const english = new Map(words.flatMap(([word = '', ...others]) => others.map((other) => [other, word])));
  const others = [...english.keys()].sort((a, b) => b.length - a.length).join('|');
  return { english, pattern: new RegExp(`(?<!\\p{Script=Latin})(?:${others})(?!\\p{Script=Latin})`, 'giu') };
});

/** Letters of other scripts and the Latin ones that they look like (after Unicode's confusables), mapped only inside a mixed word. */
const LOOK_ALIKES = new Map(
  Array.from('АВСЕНІӀЈКМОРЅТХУЗасԁеһіјӏорѕхузΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', (letter, at) => [
    letter,
    'ABCEHIIJKMOPSTXY3acdehijlopsxy3ABEZHIKMNOPTYXo'.charAt(at),
  ]),
);
const LATIN_OR_DIGIT = /[A-Za-z0-9]/u;
const FOREIGN_LETTER = /[\u0370-\u03ff\u0400-\u052f]/u;

function latexWord(_: string, word: string | undefined): string {
  if (word === undefined) return '';
  return /arrow|^to$/u.test(word) ? ' -> ' : word;
}

function characterOf(code: string): string {
  const point = /^x/iu.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

function latinised(word: string): string {
  if (!FOREIGN_LETTER.test(word) || !LATIN_OR_DIGIT.test(word)) return word;
  return word.replace(/[\u0370-\u03ff\u0400-\u052f]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}

/** Greek letters that stand alone or behind Latin ones are names of letters; a run of them is a Greek word and stays. */
function greekSpelled(text: string): string {
  return text.replace(/[\u0370-\u03ff]+/gu, (run) => {
    if ([...run].length > 1) return run;
    return GREEK_LETTERS[run.toLowerCase()] ?? run;
  });
}

/**
 * The readable form of a typed text.
 * @param text what was typed, any length; only the first 1,000 characters are read
 * @returns the text with its case, without markup; lengths and offsets differ from what was typed
 */
export function readable(text: string): string {
  const unmarked = withoutMarks(text.slice(0, MAX_TYPED));
  const spaced = MAYBE_SPACED_OUT.test(unmarked)
    ? unmarked.replace(SPACED_OUT, (run) => run.replaceAll(' ', ''))
    : unmarked;
  const { english, pattern } = geneWords();
  const typed = spaced.replace(pattern, (word) => english.get(word.toLowerCase()) ?? word);
  return (PLAIN.test(typed) ? typed : cleaned(typed)).replace(KNOCKED_OUT, ' knockout');
}

function withoutMarks(text: string): string {
  if (!MARKED.test(text)) return text;
  return text
    .replace(STRUCK, ' ')
    .replace(LATEX, latexWord)
    .replace(ESCAPED, (found) => decodeURIComponent(found));
}

function cleaned(typed: string): string {
  const plain = typed
    .replace(/[≠≢]/gu, ' != ')
    .normalize('NFKC')
    .slice(0, MAX_TYPED)
    .normalize('NFD')
    .replace(STACKED_MARKS, '')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\r\n]+/gu, '\n')
    .replace(CONTROL, (found) => (found.includes('\n') ? '\n' : ' '))
    .replace(HYPHENS, '-')
    .replace(APOSTROPHES, "'")
    .replace(TAG, ' ')
    .replace(NUMBERED_ENTITY, (_, code: string) => characterOf(code))
    .replace(ESCAPED_ANGLE, (found) => (/l/iu.test(found) ? '<' : '>'))
    .replace(ENTITY, ' ');
  const words = FOREIGN_LETTER.test(plain) ? plain.replace(/[\p{L}\p{N}-]+/gu, latinised) : plain;
  return greekSpelled(words);
}
