import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { respond } from '../../src/answer/respond.js';
import { pagesOf } from '../../src/view/pages.js';
import { answerView } from '../../src/view/text.js';
import { il32 } from '../fixtures/records.js';

test('pages hold every item once, in order, within the room', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 50 })), fc.integer({ min: 60, max: 300 }), (items, room) => {
      const pages = pagesOf(items, room, ({ length }) => length);
      expect(pages.flatMap((page) => page.items)).toEqual(items);
      for (const page of pages) expect(page.items.join('\n').length).toBeLessThanOrEqual(room);
    }),
  );
});

test('a long list of references: pages, and one file with all', async () => {
  const [, kim] = il32.references;
  if (kim === undefined) throw new Error('no reference');
  const references = Array.from({ length: 28 }, (_, at) => ({
    ...kim,
    id: `kim-${at}`,
    title: `Title ${at}`,
  }));
  const record = { ...il32, references };
  const first = await answerView(respond(record, { do: 'cite', references: [], format: null }));
  const second = await answerView(respond(record, { do: 'cite', references: [], format: null, page: 1 }));
  expect([first.title, first.pages, second.pages]).toEqual([
    'All 28 references on IL32',
    { index: 0, count: 2 },
    { index: 1, count: 2 },
  ]);
  expect(first.notes.at(-1)).toMatch(/^1 to \d+ of 28 references\.$/u);
  expect([...first.list, ...second.list].map(({ mark }) => mark)).toEqual(
    references.map((_, at) => `[${at + 1}]`),
  );
  expect(first.list[1]?.url).toBe('https://doi.org/10.1016/j.immuni.2004.12.003');
  expect([first.links, second.links]).toEqual([[], []]);
  expect(second.file?.filename).toBe('il32-references.txt');
  expect(second.file?.content.split('\n\n')).toHaveLength(28);
});
