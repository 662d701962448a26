import { describe, expect, it } from 'vitest';
import { reportText, scoreBaseline, scoreProject } from '../../src/cli/eval-report.js';
import { readLabels, readQuestions, ScoreError, satisfies, scoreAll, scoreOne } from '../../src/cli/score.js';
import { il32 } from '../fixtures/records.js';

const labels = readLabels(
  JSON.stringify({
    omim: { kind: 'identifier', match: ['606001'] },
    names: { kind: 'alias', match: ['NK4', 'taif'] },
    none: { kind: 'none', match: [] },
  }),
);

describe('labels', () => {
  it('want the kind and every expression, in any case', () => {
    expect(satisfies('names', labels, { kind: 'alias', text: 'NK4, TAIF' })).toBe(true);
    expect(satisfies('names', labels, { kind: 'alias', text: 'NK4' })).toBe(false);
    expect(satisfies('omim', labels, { kind: 'alias', text: '606001' })).toBe(false);
  });

  it('count help as abstaining', () => {
    expect(satisfies('none', labels, { kind: 'help', text: '' })).toBe(true);
  });
});

describe('scoring', () => {
  it('tells missed from wrong', () => {
    const question = { q: 'omim', expect: ['omim'] };
    expect(scoreOne(question, { kind: 'identifier', text: '606001' }, labels)).toMatchObject({
      right: true,
      wrong: false,
    });
    expect(scoreOne(question, { kind: 'none', text: '' }, labels)).toMatchObject({
      right: false,
      wrong: false,
    });
    expect(scoreOne(question, { kind: 'alias', text: '' }, labels)).toMatchObject({
      right: false,
      wrong: true,
    });
  });

  it('adds up', () => {
    const answers = [
      [
        { q: 'a', expect: ['omim'] },
        { kind: 'identifier', text: '606001' },
      ],
      [
        { q: 'b', expect: ['none'] },
        { kind: 'alias', text: 'NK4 TAIF' },
      ],
      [
        { q: 'c', expect: ['none', 'names'] },
        { kind: 'alias', text: 'NK4 TAIF' },
      ],
    ] as const;
    const score = scoreAll(
      answers.map(([question, given]) =>
        scoreOne({ ...question, expect: [...question.expect] }, given, labels),
      ),
    );
    expect([score.answerable, score.unanswerable, score.wrong]).toEqual([
      { right: 2, asked: 2 },
      { right: 0, asked: 1 },
      1,
    ]);
    expect([...score.labels]).toEqual([
      ['omim', { right: 1, asked: 1 }],
      ['none', { right: 1, asked: 2 }],
    ]);
  });
});

describe('files', () => {
  it.each([
    ['not json', 'line 1: expected {"q": "...", "expect": ["label"], "after": "optional"}'],
    [
      '{"q":"a","expect":["omim"]}\n{"q":"b"}',
      'line 2: expected {"q": "...", "expect": ["label"], "after": "optional"}',
    ],
    ['\n{"q":"a","expect":["nope"]}', 'line 2: there is no label "nope"'],
  ])('are refused with the line: %j', (text, message) => {
    expect(() => readQuestions(text, labels)).toThrow(new ScoreError(message));
  });

  it('of labels are refused too', () => {
    expect(() => readLabels('[]')).toThrow(ScoreError);
  });
});

describe('the report', () => {
  it('prints labels, shares and failures beside the baseline', async () => {
    const questions = readQuestions(
      [
        '{"q":"omim number","expect":["omim"]}',
        '{"q":"IL-33 receptor","expect":["none"]}',
        '{"q":"what is NK4","expect":["omim"]}',
      ].join('\n'),
      labels,
    );
    const report = reportText(
      await scoreProject([il32], questions, labels),
      scoreBaseline(il32, questions, labels),
    );
    expect(report.split('\n')).toEqual([
      '3 questions                             il32-bot     Fuse.js',
      '  none                                       1/1         0/1',
      '  omim                                       1/2         1/2',
      'right of 2 answerable                      50.0%       50.0%',
      'abstained of 1 unanswerable               100.0%        0.0%',
      'wrong assertions of all                    33.3%       66.7%',
      'Failures (1):',
      '  wrong: "what is NK4"',
      '    expected omim, got alias: NK4 and IL32 / NK4 is an alias of IL32 (Interleukin 32).',
    ]);
  });
});
