import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { BUILT_IN_STYLES } from '../../src/citation/styles.js';
import { il32 } from '../fixtures/records.js';

const styles = {
  styles: [
    ...BUILT_IN_STYLES,
    { id: 'nature', title: 'Nature', file: 'nature.csl' },
    { id: 'journal-of-immunology', title: 'The Journal of Immunology', file: 'ji.csl' },
  ],
  problems: [],
};

function asked(question: string, lastStyle: string | null = null) {
  const answer = ask([il32], question, { record: il32, styles, lastStyle });
  return answer.kind === 'citation'
    ? [answer.format, answer.references.map(({ id }) => id), answer.notes]
    : answer.kind;
}

describe('a style in words', () => {
  test.each([
    ['cite Kim 2005 in Nature style', 'nature'],
    ['cite kim 2005 in the style of the journal Nature', 'nature'],
    ['cite Kim 2005 in Journal of Immunology format please', 'journal-of-immunology'],
    ['cite Kim 2005 in The Journal of Immunology format please', 'journal-of-immunology'],
    ['Kim 2005 Nature style', 'nature'],
    ['cite Kim 2005 in APA', 'apa'],
    ['cite Kim 2005 in APA style', 'apa'],
    ['cite Kim 2005 as bibtex', 'bibtex'],
  ])('%s', (question, format) => {
    expect(asked(question)).toEqual([format, ['kim-2005'], []]);
  });

  test.each(['cite Kim 2005 in MLA style', 'cite Kim 2005 in MLA', 'Kim 2005 MLA style please'])(
    '%s: it is not installed, and how to get it',
    (question) => {
      expect(asked(question)).toEqual([
        'vancouver',
        ['kim-2005'],
        [
          'The style "MLA" is not installed. Whoever runs this bot can add it: save its .csl file from zotero.org/styles in the folder data/styles.',
        ],
      ]);
    },
  );

  test('a citation comes in the style that was chosen last, where the question names none', () => {
    expect(asked('cite Mabilleau 2009', 'nature')).toEqual(['nature', ['mabilleau-2009'], []]);
    expect(asked('cite Mabilleau 2009 in vancouver', 'nature')).toEqual([
      'vancouver',
      ['mabilleau-2009'],
      [],
    ]);
    expect(asked('cite Mabilleau 2009 as bibtex', 'nature')).toEqual(['bibtex', ['mabilleau-2009'], []]);
  });

  test('other questions are left as they are', () => {
    expect(asked('is NK4 an alias?')).toBe('alias');
  });
});
