/**
 * How names of genes, proteins and accessions are compared: exactly, after normalising.
 * Nothing here is approximate. 93% of human gene symbols have another symbol one edit away, so a near name is another name.
 */

/** Greek letters, lower case, and their names. */
export const GREEK_LETTERS: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ϑ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

/** Greek letter names that the field also writes as one Latin letter at the end of a name (TNFa, IL1B, IFNG). */
const LATIN_FOR_GREEK: Readonly<Record<string, string>> = {
  alpha: 'a',
  beta: 'b',
  gamma: 'g',
  delta: 'd',
  epsilon: 'e',
  zeta: 'z',
};

/** Combining marks used with Latin, Greek and Cyrillic letters; Japanese voicing marks and Indic vowels are left alone. */
const STACKED_MARKS =
  /(?:[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f])+/gu;
const INVISIBLE = /\p{Cf}+/gu;
/** Most names: nothing in printable ASCII needs Unicode's forms. */
const ASCII = /^[ -~]*$/;
export const HYPHENS = /[\p{Pd}\u2212\u00ad\u2043\u02d7]/gu;

/** A text in one Unicode form (NFKC), without invisible and stacked characters. */
export function unicodeForm(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(STACKED_MARKS, '')
    .normalize('NFC')
    .replace(INVISIBLE, '');
}

/**
 * Puts text into one plain form: Unicode NFKC, lower case, no invisible or combining characters, one kind of hyphen,
 * Greek letters spelled out, single spaces.
 * @param text what was typed, any length
 * @returns the plain form; word borders and punctuation other than hyphens are kept
 */
export function plainText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[-_]+/g, '-').replace(/ +/g, ' ').trim();
  return unicodeForm(text)
    .toLowerCase()
    .replace(HYPHENS, '-')
    .replace(/[-_]+/g, '-')
    .replace(/[α-ωϵϑ]/gu, (letter) => GREEK_LETTERS[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The key under which a gene or protein name is compared: `IFN-γ`, `ifn gamma`, `IFN‑GAMMA`, `IFNG` and `ＩＦＮγ`
 * all give `ifng`. Case, hyphens, spaces, Greek letters or their names, and leading zeros of a number do not matter.
 * @param name one name, as typed or as recorded
 * @returns the key; empty when the name has no letter or digit
 */
export function nameKey(name: string): string {
  const joined = plainText(name)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(\p{L})0+(?=\d)/gu, '$1');
  const greek = /(alpha|beta|gamma|delta|epsilon|zeta)$/u.exec(joined)?.[1];
  if (greek === undefined || greek === joined) return joined;
  return joined.slice(0, -greek.length) + (LATIN_FOR_GREEK[greek] ?? greek);
}
