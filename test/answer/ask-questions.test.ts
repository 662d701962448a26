import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { scoreBaseline, scoreProject } from '../../src/cli/eval-report.js';
import { readLabels, readQuestions } from '../../src/cli/score.js';
import { packagePath } from '../../src/package-path.js';
import { il32 } from '../fixtures/records.js';

const labels = readLabels(readFileSync(packagePath('test', 'labels.json'), 'utf8'));
const questions = readQuestions(readFileSync(packagePath('test', 'questions.jsonl'), 'utf8'), labels);

describe('the labelled questions', () => {
  it('come out right, and far better than plain fuzzy search', async () => {
    const { answerable, unanswerable, wrong, scored } = await scoreProject([il32], questions, labels);
    expect(answerable.right / answerable.asked).toBeGreaterThanOrEqual(0.97);
    expect(unanswerable.right / unanswerable.asked).toBeGreaterThanOrEqual(0.98);
    expect(wrong / scored.length).toBeLessThanOrEqual(0.01);
    const baseline = scoreBaseline(il32, questions, labels);
    expect(baseline.answerable.right / baseline.answerable.asked).toBeLessThan(0.6);
    expect(baseline.unanswerable.right / baseline.unanswerable.asked).toBeLessThan(0.3);
  }, 30_000);
});

describe('anything typed', () => {
  it('gets an answer of some kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        expect(ask([il32], typed).record.command).toBe('il32');
      }),
    );
  });

  it('is never answered when it is noise around no word of ours', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bcdfghjkqvwxz]{6,12}( [bcdfghjkqvwxz]{6,12}){0,5}$/), (typed) => {
        expect(['none', 'help']).toContain(ask([il32], typed).kind);
      }),
    );
  });

  it.each([
    ['words', 'a '.repeat(3000)],
    ['one word', 'a'.repeat(6000)],
    ['names', 'IL-32 '.repeat(1000)],
    ['digits', '1'.repeat(6000)],
    ['commas', ',a'.repeat(3000)],
    ['expressions', '(.*)+[a-z]\\'.repeat(500)],
    ['tags', '<a'.repeat(3000)],
    ['questions', 'is it? '.repeat(850)],
    ['unknown words', 'zorblax '.repeat(750)],
  ])('takes no time: 6,000 characters of %s', (_, typed) => {
    const started = performance.now();
    ask([il32], typed);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
