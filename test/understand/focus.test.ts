import { describe, expect, it } from 'vitest';
import { readText } from '../../src/search/reading.js';
import { frameOf } from '../../src/understand/frame.js';
import { il32 } from '../fixtures/records.js';

function focus(text: string): string {
  return frameOf(il32, readText(il32, text))
    .focus.map(({ raw }) => raw)
    .join(' ');
}

describe('what asks', () => {
  it.each([
    ['My gel is bad. What is the OMIM number of IL32? Thanks.', 'What is the OMIM number of IL32'],
    [
      'The form asks for the UniProt ID of IL32. Could you help?',
      'The form asks for the UniProt ID of IL32 Could you help',
    ],
    [
      'We are in room 5. The form wants the UniProt ID. Could you help?',
      'The form wants the UniProt ID Could you help',
    ],
    ['hi all, quick one for the legend: IL32 is on 16p13.3, right?', 'IL32 is on 16p13 3 right'],
    ['true or false: IL-32 induces IL-8', 'true or false IL-32 induces IL-8'],
    ['osteoclasts: does IL-32 raise them?', 'osteoclasts does IL-32 raise them'],
    ['Could you help?', 'Could you help'],
  ])('of "%s" is "%s"', (text, expected) => {
    expect(focus(text)).toBe(expected);
  });
});
