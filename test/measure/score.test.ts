import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factIdsOf, type Labelled, LabelledError, readLabelled } from '../../src/measure/labelled.js';
import { crossed, readLines } from '../../src/measure/lines.js';
import { failureLines, figureLines } from '../../src/measure/report.js';
import { type Given, judge, leadOf, scoreOf } from '../../src/measure/score.js';
import { packagePath } from '../../src/package-path.js';
import { loadRecord } from '../../src/record/load.js';
import { il32 } from '../fixtures/records.js';

const SETS = readLines(readFileSync(packagePath('test', 'lines.json'), 'utf8'));

function given(kind: string, facts: readonly string[] = [], line = 'A sentence.'): Given {
  return { kind, facts, text: `Title\n\n${line}\n\nSource` };
}

function outcome(question: Omit<Labelled, 'q'>, answer: Given) {
  const { kind, facts, lead, right } = judge({ q: 'q', ...question }, answer, il32);
  return [kind, facts, lead, right];
}

describe('the lead of an answer', () => {
  it.each([
    ['Yes. It does.', 'yes'],
    ['No. It does not.', 'no'],
    ['No, according to Mabilleau and Sabokbar 2009. It does not.', 'no'],
    ['The record does not say. It says something else.', 'unsaid'],
    ['NK4 is an alias.', 'none'],
    ['Yesterday it did.', 'none'],
    ['None of these.', 'none'],
  ])('%s', (line, lead) => {
    expect(leadOf(given('function', [], line).text)).toBe(lead);
  });

  it('is never read from the title', () => {
    expect(leadOf('Yes. A title\n\nA sentence.')).toBe('none');
  });
});

describe('kinds', () => {
  it.each([
    [['alias'], given('alias'), 'right'],
    [['alias'], given('function'), 'wrong'],
    [['alias'], given('none'), 'missed'],
    [['alias'], given('clarify'), 'missed'],
    [['none'], given('none'), 'right'],
    [['none'], given('help'), 'right'],
    [['none'], given('clarify'), 'right'],
    [['none'], given('alias'), 'wrong'],
    [['help'], given('help'), 'right'],
    [['help'], given('none'), 'missed'],
    [['alias', 'none'], given('none'), 'right'],
    [['id:omim'], given('identifier', ['id:omim:human']), 'right'],
    [['id:omim'], given('identifier', ['id:ensembl:human']), 'wrong'],
    [['id:all'], given('identifier', ['id:ensembl:human']), 'right'],
  ])('%j and %j: %s', (expected, answer, kind) => {
    expect(judge({ q: 'q', expect: expected }, answer, il32).kind).toBe(kind);
  });
});

describe('facts', () => {
  const wanted = { expect: ['function'], facts: ['function:a', 'function:b|function:c'] };

  it.each([
    [['function:a', 'function:b'], 'right'],
    [['function:a', 'function:c'], 'right'],
    [['function:a', 'function:b', 'function:c'], 'right'],
    [['function:a'], 'wrong'],
    [['function:a', 'function:b', 'function:d', 'function:e', 'function:f', 'function:g'], 'right'],
    [
      ['function:a', 'function:b', 'function:d', 'function:e', 'function:f', 'function:g', 'function:h'],
      'wrong',
    ],
  ])('%j: %s', (facts, expected) => {
    expect(judge({ q: 'q', ...wanted }, given('function', facts), il32).facts).toBe(expected);
  });

  it('are told from a label for one database, and not counted twice for two species', () => {
    const question = { expect: ['id:omim'] };
    const all = il32.identifiers.map(({ database, species }) => `id:${database}:${species}`);
    expect(outcome(question, given('identifier', ['id:omim:human', 'id:omim:mouse']))[1]).toBe('right');
    expect(outcome(question, given('identifier', all))[1]).toBe('wrong');
    expect(outcome({ expect: ['id:all'] }, given('identifier', all))[1]).toBe('right');
    expect(outcome({ expect: ['id:all'] }, given('identifier', all.slice(2)))[1]).toBe('wrong');
    expect(outcome({ expect: ['id:omim', 'species'] }, given('species', ['species:mouse']))[1]).toBeNull();
  });

  it('are not asked of an answer that asserts nothing, nor where none are labelled', () => {
    expect(outcome({ expect: ['function', 'none'], facts: ['function:a'] }, given('none'))).toEqual([
      'right',
      null,
      null,
      true,
    ]);
    expect(outcome({ expect: ['function'] }, given('function', ['function:x']))[1]).toBeNull();
  });
});

describe('leads', () => {
  it.each([
    ['yes', 'Yes. So.', 'right'],
    ['yes', 'No. Not so.', 'wrong'],
    ['yes', 'A sentence.', 'missing'],
    ['yes', 'The record does not say. So.', 'missing'],
    ['unsaid', 'The record does not say. So.', 'right'],
    ['unsaid', 'A sentence.', 'right'],
    ['unsaid', 'Yes. So.', 'wrong'],
    ['none', 'A sentence.', 'right'],
    ['none', 'No. Not so.', 'wrong'],
    ['none', 'The record does not say. So.', 'missing'],
    [['no', 'unsaid'] as const, 'No. Not so.', 'right'],
    [['no', 'unsaid'] as const, 'Yes. So.', 'wrong'],
  ] as const)('%j and "%s": %s', (verdict, line, lead) => {
    expect(judge({ q: 'q', expect: ['function'], verdict }, given('function', [], line), il32).lead).toBe(
      lead,
    );
  });

  it('of a refusal are neither Yes nor No, whatever it says', () => {
    const refusal = given('none', [], 'No. Nothing is said.');
    expect(outcome({ expect: ['none'], verdict: 'unsaid' }, refusal)).toEqual(['right', null, 'right', true]);
    expect(outcome({ expect: ['function'], verdict: 'no' }, refusal)).toEqual([
      'missed',
      null,
      'missing',
      false,
    ]);
  });
});

describe('figures', () => {
  const score = scoreOf([
    judge(
      { q: 'a', expect: ['function'], facts: ['function:a'], verdict: 'yes' },
      given('function', ['function:a'], 'Yes. So.'),
      il32,
    ),
    judge(
      { q: 'b', expect: ['function'], verdict: 'yes' },
      given('function', ['function:a'], 'No. So.'),
      il32,
    ),
    judge({ q: 'c', expect: ['none'] }, given('alias'), il32),
    judge({ q: 'd', expect: ['none', 'function'] }, given('help'), il32),
  ]);

  it('are printed with their counts', () => {
    expect(figureLines('A set', score)).toEqual([
      'A set: 4 questions',
      '  right kind, of the answerable       100.0%          2 of 2',
      '  abstained, of the others             50.0%          1 of 2',
      '  wrong kind, of all                   25.0%          1 of 4',
      '  right facts, where labelled         100.0%          1 of 1',
      '  right lead, where labelled           50.0%          1 of 2',
      '  wrong Yes or No, of these            50.0%          1 of 2',
      '  right in all of these, of all        50.0%          2 of 4',
    ]);
  });

  it('say of each failure what was wrong', () => {
    expect(failureLines(score)).toEqual([
      'Failures (2):',
      '  lead wrong: "b"',
      '    expected function; lead yes',
      '    got function function:a: Title / No. So.',
      '  kind wrong: "c"',
      '    expected none',
      '    got alias : Title / A sentence.',
    ]);
    expect(failureLines(scoreOf([]))).toEqual(['No failures.']);
  });

  it('beyond their line are named', () => {
    expect(
      crossed(score, { least: { leads: 50.1, right: 100 }, most: { wrong: 24, wrongLeads: 50 } }),
    ).toEqual([
      'wrong kind, of all: expected at most 24%, found 25.00%',
      'right lead, where labelled: expected at least 50.1%, found 50.00%',
    ]);
  });
});

describe('a file of labelled questions', () => {
  const known = factIdsOf(il32);

  it.each([
    ['', 'no question found; expected one on each line: {"q": "...", "expect": ["alias"]}'],
    ['not json', 'line 1: not JSON; expected {"q": "...", "expect": ["alias"]}'],
    ['{"q":"a","expect":["alias"]}\n{"q":"b"}', 'line 2: expect: expected a list of labels'],
    ['{"q":"a","expect":[]}', 'line 1: expect: expected at least one label'],
    [
      '\n{"q":"a","expect":["function:4"]}',
      'line 2: expect.0: expected one of alias, id:DATABASE, id:all, function, citation, location, species, summary, help, none',
    ],
    [
      '{"q":"a","expect":["alias"],"verdict":"maybe"}',
      'line 1: verdict: expected yes, no, unsaid, none, or a list of these',
    ],
    [
      '{"q":"a","expect":["alias"],"facts":["alias:NK5"]}',
      'line 1: facts: the record has no fact "alias:NK5"',
    ],
    ['{"q":"a","expect":["alias"],"fact":[]}', 'line 1: Unrecognized key: "fact"'],
    [
      Array(7).fill('{}').join('\n'),
      [...[1, 2, 3, 4, 5].map((n) => `line ${n}: q: expected the question, a text`), 'and 2 more lines'].join(
        '\n',
      ),
    ],
  ])('is refused with what was expected: %j', (text, message) => {
    expect(() => readLabelled(text, known)).toThrow(new LabelledError(message));
  });

  it.each(SETS.flatMap(({ questions, record }) => (questions === undefined ? [] : [[questions, record]])))(
    '%s is one about %s',
    async (questions, record) => {
      const facts = factIdsOf(await loadRecord(packagePath(record)));
      expect(readLabelled(readFileSync(packagePath(questions), 'utf8'), facts).length).toBeGreaterThan(85);
    },
  );
});

describe('the file of measured sets', () => {
  it('has a line for every figure of every set', () => {
    for (const { least, most } of SETS) {
      expect([Object.keys(least), Object.keys(most)]).toEqual([
        ['right', 'abstained', 'facts', 'leads', 'whole'],
        ['wrong', 'wrongLeads'],
      ]);
    }
  });

  it.each([
    ['{}', 'lines: : Invalid input: expected array, received object'],
    ['[{"name":"a","record":"b","least":{},"most":{}}]', 'lines: 0: expected questions or a seed'],
  ])('is refused otherwise: %s', (text, message) => {
    expect(() => readLines(text)).toThrow(new LabelledError(message));
  });
});

/** What an engine says that takes the right kind of answer and shows all that the record has of it. */
function dumped({ expect: [label = ''] }: Labelled): Given {
  const kind = label.startsWith('id:') ? 'identifier' : label;
  const prefix = kind === 'identifier' ? 'id:' : kind;
  return given(
    kind,
    [...factIdsOf(il32)].filter((fact) => fact.startsWith(prefix)),
  );
}

describe('an engine that shows the whole category', () => {
  it('comes out right on under 40% of what can be answered', () => {
    const text = readFileSync(packagePath('data', 'understanding', 'questions.jsonl'), 'utf8');
    const answerable = readLabelled(text, factIdsOf(il32)).filter(({ expect: [label] }) => label !== 'none');
    const { whole, right } = scoreOf(answerable.map((question) => judge(question, dumped(question), il32)));
    expect(right.count / right.of).toBeGreaterThan(0.99);
    expect(whole.count / whole.of).toBeLessThan(0.4);
  });
});
