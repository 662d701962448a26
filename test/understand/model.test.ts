import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { learn } from '../../src/cli/learn.js';
import { packagePath } from '../../src/package-path.js';
import { guessesOf, modelText, readModel } from '../../src/understand/model.js';
import { il32 } from '../fixtures/records.js';

const LESSONS = [
  ...['uniprot id', 'the ensembl accession please', 'omim number of IL32'].map((q) => ({
    q,
    expect: ['id:all'],
  })),
  ...['what is NK4', 'aliases of IL32', 'other names please'].map((q) => ({ q, expect: ['alias'] })),
  ...['and the names?', 'names too?'].map((q) => ({ q, after: 'uniprot id', expect: ['alias'] })),
].map((lesson) => ({ record: il32, ...lesson }));

describe('the intent model', () => {
  it('is the same each time, and as it was written', () => {
    const text = modelText(learn(LESSONS));
    expect(text).toBe(modelText(learn(LESSONS)));
    expect(modelText(readModel(text))).toBe(text);
  });

  it('gives all intents, the likeliest first, which add up to 1', () => {
    const guesses = guessesOf(learn(LESSONS), ['ASP:names', 'w:alia']);
    expect(guesses[0]?.[0]).toBe('alias');
    expect(guesses.reduce((sum, [, probability]) => sum + probability, 0)).toBeCloseTo(1);
    expect(guesses.map(([, p]) => p)).toEqual(guesses.map(([, p]) => p).toSorted((a, b) => b - a));
  });

  it('is shipped in under 500 KB, sorted, one feature a line', () => {
    const text = readFileSync(packagePath('data', 'understanding', 'model.tsv'), 'utf8');
    const lines = text.trimEnd().split('\n');
    expect(text.length).toBeLessThan(500_000);
    expect(lines.slice(2)).toEqual(lines.slice(2).toSorted());
  });
});
