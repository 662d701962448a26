import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { askInStyle } from '../../src/answer/styled.js';
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

function asked(question: string, previous: Parameters<typeof askInStyle>[1]['previous'] = null) {
  const answer = askInStyle(question, { styles, previous }, (text) =>
    ask(
      [il32],
      text,
      previous === null ? { record: il32 } : { record: il32, previous: { record: il32, request: previous } },
    ),
  );
  return answer.kind === 'citation'
    ? [answer.format, answer.references.map(({ id }) => id), answer.notes]
    : answer.kind;
}

const KIM = { do: 'cite', references: ['kim-2005'], format: 'nature' } as const;

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

  test('the next citation of the same person comes in the style of the last one', () => {
    expect(asked('cite Mabilleau 2009', KIM)).toEqual(['nature', ['mabilleau-2009'], []]);
    expect(asked('cite Mabilleau 2009 in vancouver', KIM)).toEqual(['vancouver', ['mabilleau-2009'], []]);
  });

  test('other questions are left as they are', () => {
    expect(asked('is NK4 an alias?')).toBe('alias');
  });
});
