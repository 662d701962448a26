import { expect, test } from 'vitest';
import { readThings } from '../../src/cli/record-main.js';
import { entityLinker, slug } from '../../src/import/entities.js';
import { readSummary } from '../../src/import/summary.js';
import { packagePath } from '../../src/package-path.js';

test.each([
  [
    'One thing. Another (e.g. This). A third by Smith et al. In 2001. [provided by RefSeq, Mar 2014].',
    {
      usable: true,
      sentences: ['One thing.', 'Another (e.g. This).', 'A third by Smith et al. In 2001.'],
      date: 'Mar 2014',
    },
  ],
  ['It does. [provided by RefSeq, May 2020]', { usable: true, sentences: ['It does.'], date: 'May 2020' }],
  ['It does. [provided by RefSeq].', { usable: true, sentences: ['It does.'], date: '' }],
  ['It does. [supplied by OMIM, Nov 2002]', { usable: false, reason: 'OMIM wrote it, not RefSeq' }],
  [
    'It does. [provided by Alliance of Genome Resources, Apr 2022]',
    { usable: false, reason: 'Alliance of Genome Resources wrote it, not RefSeq' },
  ],
  ['It does.', { usable: false, reason: 'it does not say who wrote it' }],
  ['', { usable: false, reason: 'it does not say who wrote it' }],
])('a summary: %s', (text, wanted) => {
  expect(readSummary(text)).toEqual(wanted);
});

test('things are linked by their longest form, as whole words, with a plural s', () => {
  const link = entityLinker({
    cell: { 'T cell': ['t lymphocyte'], 'regulatory T cell': ['treg'], macrophage: ['mac'] },
    process: { apoptosis: [] },
    weather: { rain: [] },
  });
  const found = (sentence: string): string[] => link(sentence).map(({ kind, id }) => `${kind} ${id}`);
  expect(found('Regulatory T cells and macrophages.')).toEqual(['cell regulatory-t-cell', 'cell macrophage']);
  expect(found('T-lymphocyte apoptosis, and apoptosis again')).toEqual(['cell t-cell', 'process apoptosis']);
  expect(found('a big mac in the rain; antiapoptosis')).toEqual([]);
});

test('ids are words joined by hyphens, forty characters at most', () => {
  expect(slug('NF-κB pathway (canonical)')).toBe('nf-b-pathway-canonical');
  expect(slug(`${'x'.repeat(39)} y`)).toBe('x'.repeat(39));
});

test('the vocabulary of the project has the things that drafts are linked to', async () => {
  const link = entityLinker(await readThings(packagePath('data', 'vocabulary', 'things.json')));
  expect(link('It acts on osteoclasts and macrophages.').map(({ kind, id }) => `${kind} ${id}`)).toEqual(
    expect.arrayContaining(['cell osteoclast', 'cell macrophage']),
  );
});
