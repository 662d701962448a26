import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerAmong, shownTheWay } from '../../src/answer/among.js';
import { type Answer, factIds } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import { refuse } from '../../src/answer/respond.js';
import { factIdsOf, readLabelled } from '../../src/measure/labelled.js';
import { packagePath } from '../../src/package-path.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { subjectOf } from '../../src/search/terms.js';
import { clarifyView } from '../../src/view/clarify.js';
import { nextSteps } from '../../src/view/next.js';
import { cxcl8, g6pd, il31, il32 } from '../fixtures/records.js';

const RECORDS = [il32, il31, cxcl8, g6pd];

/** What an answer says, without the sentence of a refusal: that one may name another gene. */
function said({ kind, verdict, record, ...rest }: Answer): unknown {
  return kind === 'none' || kind === 'clarify'
    ? 'refused'
    : { kind, verdict, gene: record.command, facts: factIds({ kind, verdict, record, ...rest } as Answer) };
}

/** Every so many of the labelled questions: a full run is the work of `npm run eval`. */
const EVERY = 25;

describe('no answer about one gene differs when another is added', () => {
  const questions = readLabelled(
    readFileSync(packagePath('data', 'understanding', 'questions.jsonl'), 'utf8'),
    factIdsOf(il32),
  )
    .filter(({ after }) => after === undefined)
    .map(({ q }) => q)
    .filter((_, at) => at % EVERY === 0);

  test.each([il31, cxcl8, g6pd].map((other) => [other.command, other] as const))(
    'labelled questions under /il32, with %s beside it',
    (_command, other) => {
      for (const q of questions) {
        const alone = ask([il32], q, { record: il32 });
        const beside = ask([other, il32], q, { record: il32 });
        expect([q, said(beside)]).toEqual([q, said(alone)]);
      }
    },
  );

  test('labelled questions that name IL32 and nothing of another gene, in a channel', () => {
    const own = questions.filter((q) => {
      const { owners, others } = subjectOf(RECORDS, q);
      return owners.length === 1 && owners[0] === il32 && others.length === 0;
    });
    expect(own.length).toBeGreaterThan(40);
    for (const q of own)
      expect([q, said(ask([cxcl8, g6pd, il31, il32], q))]).toEqual([q, said(ask([il32], q))]);
  });

  const SLOTS = [
    'what is SYM?',
    'uniprot id of SYM',
    'where does SYM lie?',
    'what does SYM do',
    'papers on SYM',
  ];
  const pairs = RECORDS.flatMap((one) =>
    RECORDS.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  test.each(pairs.map(([one, other]) => [one.command, other.command, one, other] as const))(
    'questions about %s beside %s',
    (_one, _other, one: GeneRecord, other: GeneRecord) => {
      const symbol = one.names.find(({ kind }) => kind === 'symbol')?.name ?? '';
      for (const slot of SLOTS) {
        const q = slot.replace('SYM', symbol);
        expect([q, said(ask([other, one], q))]).toEqual([q, said(ask([one], q))]);
      }
    },
  );
});

describe('the way to another gene', () => {
  const refusal = refuse(il32, 'The record of IL32 has nothing on that.', { do: 'alias', name: 'G6PDH' });

  test('names it and its command, and asks the same there', () => {
    const answer = shownTheWay(RECORDS, refusal, 'G6PDH', ({ command }) => `/gene ${command}`);
    expect(answer).toMatchObject({ kind: 'none', reason: 'That is about G6PD: use /gene g6pd.' });
    expect(nextSteps(answer).map(({ label, record, request }) => [label, record, request])).toEqual([
      ['Ask about G6PD', g6pd, { do: 'alias', name: 'G6PDH' }],
    ]);
  });

  test('is not shown where nothing of another gene is named, nor from an answer', () => {
    expect(shownTheWay(RECORDS, refusal, 'IL33')).toBe(refusal);
    expect(shownTheWay([il32], refusal, 'G6PDH')).toBe(refusal);
    const answer = ask([il32], 'what is NK4?', { record: il32 });
    expect(shownTheWay(RECORDS, answer, 'G6PDH')).toBe(answer);
  });
});

describe('several genes in one question', () => {
  test('the subject answers; where it has nothing to say, the other one is asked', () => {
    expect(ask(RECORDS, 'does IL-32 induce IL-8?').record).toBe(il32);
    expect(ask(RECORDS, 'unlike IL32, what is the uniprot id of G6PD?').record).toBe(g6pd);
  });

  test('"it" after an answer is what the answer was about', () => {
    const previous = { record: il32, request: { do: 'card' } } as const;
    expect(ask(RECORDS, 'does it induce IL-8?', { previous }).record).toBe(il32);
    expect(ask(RECORDS, 'and the uniprot id of G6PD?', { previous }).record).toBe(g6pd);
  });

  test('more genes than buttons are named, not offered', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      ...il32,
      command: `g${at}`,
      names: [{ name: `GENE${at + 1}`, kind: 'symbol' as const }],
    }));
    const answer = ask(many, 'what is the ensembl id?');
    expect(answer.kind === 'clarify' ? clarifyView(answer).body[0] : answer.kind).toMatch(
      /^Which gene do you mean: GENE1, GENE2, .*, GENE20 or another of 30\? Please name it in your question\.$/u,
    );
    expect(nextSteps(answer)).toEqual([]);
  });
});

test('a question that names many genes is read for the first three alone', () => {
  const many = Array.from({ length: 8 }, (_, at) => {
    const text = JSON.stringify(il32).replaceAll('IL32', `GENE${at}Q`).replaceAll('il32', `gene${at}q`);
    return JSON.parse(text) as GeneRecord;
  });
  const question = `What about ${many.map(({ command }) => command.toUpperCase()).join(' and ')}?`;
  const asked: string[] = [];
  answerAmong(many, question, {}, (record) => {
    asked.push(record.command);
    return { answer: refuse(record, 'Nothing of it.', { do: 'ask', question }) };
  });
  expect(asked).toEqual(['gene0q', 'gene1q', 'gene2q']);
});
