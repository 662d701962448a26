import { expect, test } from 'vitest';
import { messageText } from '../../src/bot/message-text.js';

test('all that a message shows, one part a line', () => {
  const whole = {
    content: 'one',
    embeds: [
      {
        author: { name: 'two' },
        title: 'three',
        description: 'four',
        fields: [{ name: 'five', value: 'six' }],
        footer: { text: 'seven' },
      },
    ],
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: 'eight' },
          { type: 9, components: [{ type: 10, content: 'nine' }], accessory: { type: 2, label: 'ten' } },
          { type: 12, items: [{ media: { url: 'x' }, description: 'eleven' }] },
          { type: 1, components: [{ type: 3, placeholder: 'twelve', options: [{ label: 'thirteen' }] }] },
        ],
      },
    ],
    poll: { question: { text: 'fourteen' }, answers: [{ poll_media: { text: 'fifteen' } }] },
    attachments: [{ filename: 'IL32_NM_001012631.fasta', description: 'sixteen' }],
    message_snapshots: [{ message: { content: 'seventeen', embeds: [{ title: 'eighteen' }] } }],
  };
  expect(messageText(whole).split('\n')).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'IL32_NM_001012631.fasta',
    'sixteen',
    'seventeen',
    'eighteen',
  ]);
});

test('what is not as documented is left out, the rest is read', () => {
  expect(messageText({ content: 'one', embeds: [7, { title: {} }], components: 'x', poll: 3 })).toBe('one');
  for (const odd of [null, 5, 'text', [], undefined]) expect(messageText(odd)).toBe('');
});

test('components that nest too deep are not followed', () => {
  let nested: unknown = { type: 10, content: 'deep' };
  for (let depth = 0; depth < 5_000; depth += 1) nested = { type: 17, components: [nested] };
  expect(messageText({ content: 'top', components: [nested] })).toBe('top');
});
