import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatCitation } from '../../src/citation/format.js';
import { discoverStyles, StyleError } from '../../src/citation/styles.js';
import { KIM, MABILLEAU, NCBI_GENE } from './fixtures.js';

const NOTEBOOK = 'test/fixtures/styles/lab-notebook.csl';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'styles-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A folder of its own with these files in it. */
async function stylesOf(files: Record<string, string>) {
  const home = await mkdtemp(join(folder, 'case-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(home, name), content);
  return discoverStyles(home);
}

function style(layout: string, attributes = '', macros = ''): string {
  return (
    `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"${attributes}>` +
    `<info><title>Mine &amp; yours</title></info>${macros}<citation><layout><text variable="title"/></layout></citation>` +
    `<bibliography><layout>${layout}</layout></bibliography></style>`
  );
}

describe('discovery', () => {
  test('the styles of the project: three built in, one of its own', async () => {
    expect(await discoverStyles('test/fixtures/styles')).toEqual({
      styles: [
        { id: 'vancouver', title: 'Vancouver (NLM)' },
        { id: 'apa', title: 'APA 7' },
        { id: 'harvard', title: 'Harvard (Cite Them Right)' },
        { id: 'lab-notebook', title: 'Lab notebook (short)', file: 'test/fixtures/styles/lab-notebook.csl' },
      ],
      problems: [],
    });
  });

  test('a style of the longest name that Zotero has (97 characters) is taken', async () => {
    const id = `${'a-journal-of-'.repeat(7)}things`;
    expect(id).toHaveLength(97);
    const { styles, problems } = await stylesOf({ [`${id}.csl`]: style('<text variable="title"/>') });
    expect([styles.at(-1)?.id, problems]).toEqual([id, []]);
  });

  test('no folder, no styles of its own', async () => {
    const { styles, problems } = await discoverStyles(join(folder, 'nowhere'));
    expect([styles.map(({ id }) => id), problems]).toEqual([['vancouver', 'apa', 'harvard'], []]);
  });

  test('a file that is no style is named with what was expected, and the others stay', async () => {
    const { styles, problems } = await stylesOf({
      'a-good.csl': style('<text variable="title"/>'),
      'Apa.csl': style('<text variable="title"/>'),
      'b-empty.csl': '',
      'c-page.csl': '<html><title>Nature style</title></html>',
      'd-untitled.csl': style('').replace(/<title>.*<\/title>/u, ''),
      'e-child.csl': style('').replace(
        '<info>',
        '<info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>',
      ),
      'sp ace.csl': style(''),
      'readme.txt': 'not a style',
      '._a-good.csl': 'left there by another machine',
    });
    expect(styles.slice(3).map(({ id, title }) => [id, title])).toEqual([['a-good', 'Mine & yours']]);
    expect(problems).toEqual([
      'Apa.csl: expected a file name that no other style has, found "apa".',
      'b-empty.csl: expected a CSL style, <style xmlns="http://purl.org/net/xbiblio/csl" …>.',
      'c-page.csl: expected a CSL style, <style xmlns="http://purl.org/net/xbiblio/csl" …>.',
      'd-untitled.csl: expected a <title> inside <info>.',
      "e-child.csl: expected a style with rules of its own; this one only points to http://www.zotero.org/styles/nature, use that one's file.",
      'sp ace.csl: expected a name of up to 100 letters, digits, dots, hyphens and underscores.',
    ]);
  });
});

describe('a style file that was made to keep the start busy', () => {
  // A minute each where the time grows with the square of the length.
  test.each([
    ['comments that never end', '<!--'],
    ['links that never end', '<link '],
    ['titles that never end', '<title>'],
  ])('is read in one go: %s', async (_, piece) => {
    const { problems } = await stylesOf({ 'long.csl': `${style('')}${piece.repeat(200_000)}` });
    expect(problems).toEqual([]);
  });

  test('comments are passed over, also one that never ends', async () => {
    const commented = style('<text variable="title"/>').replace('<info>', '<!-- <info> --><info>');
    const catalogue = await stylesOf({ 'a.csl': `${commented}<!-- --><!-- the end` });
    expect(await formatCitation({ ...KIM, title: 'T' }, 'a', catalogue)).toBe('T');
  });
});

describe('a style of our own', () => {
  test.each([
    [KIM, 'Kim et al., 2005, Immunity 22:131, doi:10.1016/j.immuni.2004.12.003.'],
    [MABILLEAU, 'Mabilleau & Sabokbar, 2009, PLoS One 4:e4173, doi:10.1371/journal.pone.0004173.'],
    [NCBI_GENE, '‘Entrez Gene: Interleukin 32’, https://www.ncbi.nlm.nih.gov/gene/9235.'],
  ])('lab-notebook %#', async (reference, expected) => {
    expect(
      await formatCitation(reference, 'lab-notebook', await discoverStyles('test/fixtures/styles')),
    ).toBe(expected);
  });

  test('the number of a numbered style is left out', async () => {
    const number = '<text variable="citation-number" suffix=". "/><text variable="title"/>';
    const catalogue = await stylesOf({
      'one.csl': style(number),
      'aligned.csl': style(number).replace('<bibliography>', '<bibliography second-field-align="flush">'),
      'macro.csl': style(
        '<text macro="n"/><text variable="title"/>',
        '',
        '<macro name="n"><text variable="citation-number" prefix="[" suffix="]"/></macro>',
      ),
    });
    for (const id of ['one', 'aligned', 'macro']) {
      expect(await formatCitation({ ...KIM, title: '14-3-3 proteins' }, id, catalogue)).toBe(
        '14-3-3 proteins',
      );
    }
  });

  test.each([
    ['en-GB', '‘Entrez Gene: Interleukin 32’'],
    ['de-CH', '„Entrez Gene: Interleukin 32“'],
    ['pt-BR', '“Entrez Gene: Interleukin 32”'],
  ])('its language, or English where the library has no terms for it: %s', async (locale, expected) => {
    const catalogue = await stylesOf({
      'x.csl': style('<text variable="title" quotes="true"/>', ` default-locale="${locale}"`),
    });
    expect(await formatCitation(NCBI_GENE, 'x', catalogue)).toBe(expected);
  });
});

describe('a person chooses a style that cannot be used', () => {
  test('unknown: the known ones are listed', async () => {
    const error = await formatCitation(KIM, 'nature', await discoverStyles('test/fixtures/styles')).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(StyleError);
    expect(error).toMatchObject({
      kind: 'unknown',
      message: 'There is no citation style "nature". Known styles: vancouver, apa, harvard, lab-notebook.',
    });
  });

  const cut = async () => (await readFile(NOTEBOOK, 'utf8')).split('<layout')[0] ?? '';
  test.each<[string, () => Promise<string> | string, string]>([
    ['cut off', cut, 'expected </citation> before the end of the file'],
    [
      'tags that do not match',
      () => style('<group><text variable="title"/></layout>'),
      'expected </group> on line 1, found </layout>',
    ],
    ['never closed', () => style('').replace('</style>', ''), 'expected </style> before the end of the file'],
    [
      'no bibliography',
      () => style('').replace(/<bibliography>.*<\/bibliography>/u, ''),
      'expected a <bibliography>, which says how a reference is written',
    ],
    [
      'a macro that is not there',
      () => style('<text macro="who"/>'),
      'expected a macro named "who", which the style uses',
    ],
    [
      'writes nothing',
      () => style('<text variable="ISBN"/>'),
      'expected text, but it writes nothing for this reference',
    ],
  ])('broken: %s', async (_, content, expected) => {
    const catalogue = await stylesOf({ 'mine.csl': await content() });
    const error = await formatCitation(KIM, 'mine', catalogue).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      kind: 'broken',
      message: `The style file mine.csl cannot be used: ${expected}.`,
    });
    expect(await formatCitation(KIM, 'apa', catalogue)).toContain('Kim, S. H.');
  });

  test('a file mended while the bot runs works the next time', async () => {
    const catalogue = await stylesOf({ 'mine.csl': style('<text macro="who"/>') });
    await expect(formatCitation(KIM, 'mine', catalogue)).rejects.toThrow('expected a macro named "who"');
    await writeFile(catalogue.styles[3]?.file ?? '', style('<text variable="DOI"/>'));
    expect(await formatCitation(KIM, 'mine', catalogue)).toBe('10.1016/j.immuni.2004.12.003');
  });
});
