import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable } from '../../src/search/normalise.js';
import { stem } from '../../src/search/stem.js';
import { everyday, phraseKey, tokenise } from '../../src/search/tokens.js';

describe('readable', () => {
  it.each([
    ['full-width letters', '\uff29\uff2c\uff13\uff12 \uff2f\uff2d\uff29\uff2d', 'IL32 OMIM'],
    ['stacked marks', 'e\u0336\u0353n\u0336s\u0336 i\u0336d\u0336', 'ens id'],
    ['right-to-left and zero-width characters', '\u202eHomo\u200bloGene\u202c', 'HomoloGene'],
    ['every hyphen', 'IL\u201132 IL\u221232 IL\u201432', 'IL-32 IL-32 IL-32'],
    ['Greek letters behind Latin ones', 'IL-32\u03b3 TNF\u03b1', 'IL-32gamma TNFalpha'],
    ['Greek words, which stay', '\u03b9\u03bd\u03c4\u03b5\u03c1', '\u03b9\u03bd\u03c4\u03b5\u03c1'],
    ['look-alike letters in a mixed word', 'IL-\u04172 \u0422AIF', 'IL-32 TAIF'],
    ['words wholly of another script, which stay', '\u0433\u0435\u043d', '\u0433\u0435\u043d'],
    ['tags and mentions', '<b>RefSeq</b> <@123> <:dna:4>', ' RefSeq     '],
    ['entities', 'a&nbsp;b&#39;c', "a b'c"],
    ['numbered characters and those of addresses', 'IL&#45;32%20id', 'IL-32 id'],
    ['what was struck through', '~~IL-33~~ IL-32', '  IL-32'],
    ['what was typed letter by letter', 'id of P 2 4 0 0 1', 'id of P24001'],
    ['the sign for unequal', 'A ≠ B', 'A  !=  B'],
    ['an address in angle brackets, which stays', '<https://doi.org/10.1/x>', '<https://doi.org/10.1/x>'],
    ['Japanese voicing marks, which stay', '\u304c', '\u304c'],
    ['diacritics', 'num\u00e9ro', 'numero'],
    ['curly apostrophes', 'what\u2019s', "what's"],
  ])('reads %s', (_, typed, read) => {
    expect(readable(typed)).toBe(read);
  });

  it.each(['a', '\u33c2', '\ufdfa', '\u2474'])(
    'reads only the first 1,000 characters, written out or not: %s',
    (piece) => {
      expect(readable(piece.repeat(7000))).toHaveLength(1000);
    },
  );
});

describe('stem', () => {
  it.each([
    ['genes', 'gene'],
    ['families', 'family'],
    ['sulphation', 'sulfation'],
    ['tumours', 'tumor'],
    ['characterised', 'characteriz'],
    ['spliced', 'splic'],
    ['splicing', 'splic'],
    ['regulates', 'regulat'],
    ['mapped', 'map'],
    ['virus', 'virus'],
    ['il32', 'il32'],
    ['ids', 'ids'],
  ])('%s becomes %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });
});

describe('tokenise', () => {
  it('keeps offsets and what stands between', () => {
    const { list } = tokenise("what's IL-32's doi?");
    expect(list.map(({ text, start, end, before }) => [text, start, end, before])).toEqual([
      ['what', 0, 6, ''],
      ['il', 7, 9, ' '],
      ['32', 10, 14, '-'],
      ['doi', 15, 18, ' '],
    ]);
  });

  it('cuts sentences at full stops, question marks and lines, not at abbreviations', () => {
    const { list, asked } = tokenise('Kim et al. 2005 is fine. And the doi? yes\nok');
    expect(list.map(({ text, sentence }) => `${text}${sentence}`)).toEqual([
      'kim0',
      'et0',
      'al0',
      '20050',
      'is0',
      'fine0',
      'and1',
      'the1',
      'doi1',
      'yes2',
      'ok3',
    ]);
    expect([...asked]).toEqual([1]);
  });

  it('cuts segments at commas, colons, brackets and dashes', () => {
    const { list } = tokenise('a BAC, which chromosome - roughly (in Mb)');
    expect(list.map(({ segment }) => segment)).toEqual([0, 0, 1, 1, 2, 3, 3]);
  });

  it('separates scripts that do not space their words', () => {
    expect(tokenise('IL-32\u306eHomoloGene\u756a\u53f7').list.map(({ text }) => text)).toEqual([
      'il',
      '32',
      '\u306e',
      'homologene',
      '\u756a\u53f7',
    ]);
  });

  it('loses no letter or digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const text = readable(typed);
        const kept = tokenise(text)
          .list.map((token) => text.slice(token.start, token.end))
          .join('');
        const left = text.replace(/[^\p{L}\p{Nd}]/gu, '');
        expect(kept.replace(/[^\p{L}\p{Nd}]/gu, '')).toBe(left);
      }),
    );
  });
});

describe('phraseKey', () => {
  it('makes one key of joined, hyphenated and spaced spellings', () => {
    expect(new Set(['gene cards', 'GeneCards'.toLowerCase(), 'gene-card'].map(phraseKey))).toEqual(
      new Set(['genecard']),
    );
  });
});

describe('everyday', () => {
  it.each([
    ['the', 'glue'],
    ['please', 'glue'],
    ['thanks', 'chat'],
    ['supervisor', 'matter'],
    ['temperature', 'common'],
    ['loooool', 'chat'],
    ['dectin', null],
  ])('%s is %s', (word, level) => {
    expect(everyday(word, stem(word))).toBe(level);
  });
});
