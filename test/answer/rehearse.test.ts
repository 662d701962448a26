import { expect, test } from 'vitest';
import { rehearse } from '../../src/answer/rehearse.js';

const QUESTIONS = ['What is it?', 'Where is it?'];

test('asks every question in each round, in order', async () => {
  const asked: string[] = [];
  const { signal } = new AbortController();
  await rehearse((question) => asked.push(question), { questions: QUESTIONS, rounds: 2, signal });
  expect(asked).toEqual([...QUESTIONS, ...QUESTIONS]);
});

test('lets what arrives meanwhile come first', async () => {
  const order: string[] = [];
  const { signal } = new AbortController();
  const rehearsed = rehearse((question) => order.push(question), { questions: QUESTIONS, rounds: 1, signal });
  setImmediate(() => order.push('arrived'));
  await rehearsed;
  expect(order).toEqual(['What is it?', 'arrived', 'Where is it?']);
});

test('ends when it is told to', async () => {
  const asked: string[] = [];
  const stop = new AbortController();
  const answer = (question: string): void => {
    asked.push(question);
    stop.abort();
  };
  await rehearse(answer, { questions: QUESTIONS, rounds: 5, signal: stop.signal });
  expect(asked).toEqual(['What is it?']);
});
