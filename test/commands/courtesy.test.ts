import { describe, expect, test } from 'vitest';
import { smallTalk } from '../../commands/courtesy.js';

describe('what asks nothing', () => {
  test.each([
    'thx',
    'Thanks!!',
    'thank you so much',
    'lol ok',
    'hahaha',
    'niiice',
    'cool 😎',
    ':+1:',
    '👍',
    '<:party:123456789>',
    ':)',
    'Got it, thanks',
    'ok, makes sense',
    "that's great",
  ])('courtesy: %s', (text) => {
    expect(smallTalk(text)).toBe('courtesy');
  });

  test.each(['hi', 'Hello!', 'hey'])('greeting: %s', (text) => {
    expect(smallTalk(text)).toBe('greeting');
  });

  test.each(['we used the other clone', 'I think so', '<@42> have a look', "let's order it"])(
    'talk: %s',
    (text) => {
      expect(smallTalk(text)).toBe('talk');
    },
  );

  test.each([
    '',
    'source?',
    'source',
    'and in mouse',
    'thanks, and in mouse?',
    'is it a cytokine',
    'what is it',
    'ok and the uniprot id',
    'bibtex please',
    'P24001',
    'yes or no: is NK4 an alias',
  ])('may be a question: %s', (text) => {
    expect(smallTalk(text)).toBeNull();
  });
});
