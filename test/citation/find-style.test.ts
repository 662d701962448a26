import { describe, expect, test } from 'vitest';
import { formatNamed, searchFormats } from '../../src/citation/find-style.js';
import { BUILT_IN_STYLES } from '../../src/citation/styles.js';

const NAMES = [
  ['nature', 'Nature'],
  ['nature-medicine', 'Nature Medicine'],
  ['cell', 'Cell'],
  ['american-medical-association', 'American Medical Association 11th edition'],
  ['journal-of-immunology', 'The Journal of Immunology'],
] as const;
const more = Array.from({ length: 60 }, (_, at) => ({ id: `lab-${at}`, title: `Lab style ${at}` }));
const catalogue = {
  styles: [...BUILT_IN_STYLES, ...NAMES.map(([id, title]) => ({ id, title })), ...more],
  problems: [],
};

describe('choosing among many styles', () => {
  test.each([
    ['', 'vancouver'],
    ['nat', 'nature'],
    ['Natuer', 'nature'],
    ['immunol', 'journal-of-immunology'],
    ['vancover', 'vancouver'],
    ['american med', 'american-medical-association'],
    ['bibtx', 'bibtex'],
    ['apa', 'apa'],
  ])('"%s" offers %s first', (typed, key) => {
    expect(searchFormats(catalogue, typed)[0]?.key).toBe(key);
  });

  test('every style can be reached, however many there are', () => {
    for (const { id, title } of catalogue.styles)
      expect(
        searchFormats(catalogue, title)
          .slice(0, 25)
          .map(({ key }) => key),
      ).toContain(id);
  });
});

describe('a style by its name', () => {
  test.each([
    ['Nature', 'nature'],
    ['nature style', 'nature'],
    ['natur', 'nature'],
    ['APA', 'apa'],
    ['apa 7th', 'apa'],
    ['APA 7th edition', 'apa'],
    ['APA 6', null],
    ['apa 6th edition', null],
    ['NLM', 'vancouver'],
    ['APA 7', 'apa'],
    ['Vancouver', 'vancouver'],
    ['cite them right', 'harvard'],
    ['harvard', 'harvard'],
    ['RIS', 'ris'],
    ['BibTeX file', 'bibtex'],
    ['american medical association', 'american-medical-association'],
    ['MLA', null],
    ['Lab style', null],
    ['', null],
  ])('"%s" is %s', (typed, key) => {
    expect(formatNamed(catalogue, typed)).toBe(key);
  });
});
