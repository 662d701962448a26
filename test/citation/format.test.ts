import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCitation } from '../../src/citation/format.js';
import type { Reference } from '../../src/record/schema.js';
import { authors, KIM, MABILLEAU, NCBI_GENE } from './fixtures.js';

/**
 * Written from the guides, by hand:
 * - Vancouver: NLM, Citing Medicine (2nd ed.), chapter 1 (journal articles: page ranges shortened, with a hyphen; month
 *   after the year; title abbreviation of the NLM Catalog) and chapter 25 (web sites), PubMed's summary format for ids.
 * - APA 7: sections 9.27 (article number), 6.17 (capital after a colon), 9.12 and 9.16 (no author, no retrieval date).
 * - Harvard: Cite Them Right, 12th ed.: single quotation marks, "et al." from four authors, DOI as link.
 */
const EXPECTED: readonly (readonly [string, Reference, string])[] = [
  [
    'vancouver',
    KIM,
    'Kim SH, Han SY, Azam T, Yoon DY, Dinarello CA. Interleukin-32: a cytokine and inducer of TNFalpha. ' +
      'Immunity. 2005 Jan;22(1):131-42. doi: 10.1016/j.immuni.2004.12.003. PubMed PMID: 15664165.',
  ],
  [
    'vancouver',
    MABILLEAU,
    'Mabilleau G, Sabokbar A. Interleukin-32 promotes osteoclast differentiation but not osteoclast activation. ' +
      'PLoS One. 2009;4(1):e4173. doi: 10.1371/journal.pone.0004173. ' +
      'PubMed PMID: 19137064; PubMed Central PMCID: PMC2613539.',
  ],
  [
    'vancouver',
    NCBI_GENE,
    'Entrez Gene: Interleukin 32 [Internet]. Available from: https://www.ncbi.nlm.nih.gov/gene/9235',
  ],
  [
    'apa',
    KIM,
    'Kim, S. H., Han, S. Y., Azam, T., Yoon, D. Y., & Dinarello, C. A. (2005). ' +
      'Interleukin-32: A cytokine and inducer of TNFalpha. Immunity, 22(1), 131–142. ' +
      'https://doi.org/10.1016/j.immuni.2004.12.003',
  ],
  [
    'apa',
    MABILLEAU,
    'Mabilleau, G., & Sabokbar, A. (2009). ' +
      'Interleukin-32 promotes osteoclast differentiation but not osteoclast activation. ' +
      'PLoS ONE, 4(1), Article e4173. https://doi.org/10.1371/journal.pone.0004173',
  ],
  ['apa', NCBI_GENE, 'Entrez Gene: Interleukin 32. (n.d.). https://www.ncbi.nlm.nih.gov/gene/9235'],
  [
    'harvard',
    KIM,
    'Kim, S.H. et al. (2005) ‘Interleukin-32: a cytokine and inducer of TNFalpha’, Immunity, 22(1), pp. 131–142. ' +
      'Available at: https://doi.org/10.1016/j.immuni.2004.12.003.',
  ],
  [
    'harvard',
    MABILLEAU,
    'Mabilleau, G. and Sabokbar, A. (2009) ' +
      '‘Interleukin-32 promotes osteoclast differentiation but not osteoclast activation’, PLoS ONE, 4(1), p. e4173. ' +
      'Available at: https://doi.org/10.1371/journal.pone.0004173.',
  ],
  [
    'harvard',
    NCBI_GENE,
    'Entrez Gene: Interleukin 32 (no date). Available at: https://www.ncbi.nlm.nih.gov/gene/9235.',
  ],
];

describe('the references of IL32, to the character', () => {
  test.each(EXPECTED)('%s %#', async (style, reference, expected) => {
    expect(await formatCitation(reference, style)).toBe(expected);
  });

  test('in any order of styles', async () => {
    for (const [style, reference, expected] of [...EXPECTED].reverse()) {
      expect(await formatCitation(reference, style)).toBe(expected);
    }
  });
});

describe('a web page with a date of access', () => {
  const page: Reference = { ...NCBI_GENE, accessed: { 'date-parts': [[2013, 3, 1]] } };

  test.each([
    [
      'vancouver',
      'Entrez Gene: Interleukin 32 [Internet]. [cited 2013 Mar 1]. Available from: https://www.ncbi.nlm.nih.gov/gene/9235',
    ],
    [
      'apa',
      'Entrez Gene: Interleukin 32. (n.d.). Retrieved March 1, 2013, from https://www.ncbi.nlm.nih.gov/gene/9235',
    ],
    [
      'harvard',
      'Entrez Gene: Interleukin 32 (no date). Available at: https://www.ncbi.nlm.nih.gov/gene/9235 (Accessed: 1 March 2013).',
    ],
  ])('%s', async (style, expected) => {
    expect(await formatCitation(page, style)).toBe(expected);
  });
});

describe('author lists', () => {
  const withAuthors = (count: number): Reference => ({
    ...KIM,
    author: Array.from({ length: count }, (_, index) => ({
      family: `Family${String.fromCharCode(65 + index)}`,
      given: 'A. B.',
    })),
  });
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => `Family${String.fromCharCode(65 + index)}`);

  test('APA names 20 authors, and of 21 the first 19 and the last (9.8)', async () => {
    const twenty = names(20).map((name) => `${name}, A. B.`);
    expect(await formatCitation(withAuthors(20), 'apa')).toContain(
      `${twenty.slice(0, 19).join(', ')}, & ${twenty[19]} (2005)`,
    );
    expect(await formatCitation(withAuthors(21), 'apa')).toContain(
      `${twenty.slice(0, 19).join(', ')}, … FamilyU, A. B. (2005)`,
    );
  });

  test('Harvard names three authors and shortens four', async () => {
    expect(await formatCitation(withAuthors(3), 'harvard')).toMatch(
      /^FamilyA, A\.B\., FamilyB, A\.B\. and FamilyC, A\.B\. \(2005\)/u,
    );
    expect(await formatCitation(withAuthors(4), 'harvard')).toMatch(/^FamilyA, A\.B\. et al\. \(2005\)/u);
  });

  test('Vancouver names six authors, and of seven the first six (NLM, samples for authors of journal articles)', async () => {
    const six = names(6).map((name) => `${name} AB`);
    expect(await formatCitation(withAuthors(6), 'vancouver')).toContain(`${six.join(', ')}. Interleukin-32`);
    expect(await formatCitation(withAuthors(7), 'vancouver')).toContain(
      `${six.join(', ')}, et al. Interleukin-32`,
    );
  });

  test('any list of names keeps its first author, in every style', async () => {
    await fc.assert(
      fc.asyncProperty(authors, fc.constantFrom('vancouver', 'apa', 'harvard'), async (author, style) => {
        const first = (author[0]?.family ?? '').replace("'", '’');
        expect(await formatCitation({ ...KIM, author }, style)).toMatch(new RegExp(`^${first},? `, 'u'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('titles', () => {
  test.each([
    ['The role of p53: p53 in cells', 'The role of p53: p53 in cells'],
    ['Signals: c-Myc and mRNA', 'Signals: c-Myc and mRNA'],
    ['What is it? a review', 'What is it? A review'],
    ['Time 12:30: a study', 'Time 12:30: A study'],
  ])('APA capitals after a colon leave names alone: %s', async (title, expected) => {
    expect(await formatCitation({ ...KIM, title }, 'apa')).toContain(`(2005). ${expected}`);
  });

  test('a line end in a title becomes a space, so that a citation stays one line', async () => {
    expect(await formatCitation({ ...KIM, title: 'One\r\n two' }, 'vancouver')).toContain(
      '. One two. Immunity.',
    );
  });

  test('characters that mean something elsewhere stay', async () => {
    const title = '50% of {x} & a_b *c* ~d p<0.05 α–β';
    for (const style of ['vancouver', 'apa', 'harvard']) {
      expect(await formatCitation({ ...KIM, title }, style)).toContain(title);
    }
  });
});

/**
 * Each after its guide: NLM, Citing Medicine, chapters 1 (A: organizations as author, designations of family rank, surnames with
 * prefixes; E: pagination), 5 and 22; APA 7, sections 9.8 to 9.11, 9.27, 10.2, 10.4 to 10.6; Cite Them Right, 12th ed.
 */
describe('authors, pages and kinds of publications, to the character', () => {
  const { DOI: _doi, PMID: _pmid, ...article } = KIM;
  const thesis: Reference = {
    id: 'thesis',
    type: 'thesis',
    title: 'A study of cells',
    author: [{ family: 'Gogh', given: 'V.', 'non-dropping-particle': 'van' }],
    issued: { 'date-parts': [[2020]] },
    genre: 'PhD thesis',
    publisher: 'University of Oxford',
  };
  test.each<[string, Reference, string, string, string]>([
    [
      'a consortium',
      { ...article, title: 'T', author: [{ literal: 'International Human Genome Sequencing Consortium' }] },
      'International Human Genome Sequencing Consortium. T. Immunity. 2005 Jan;22(1):131-42.',
      'International Human Genome Sequencing Consortium. (2005). T. Immunity, 22(1), 131–142.',
      'International Human Genome Sequencing Consortium (2005) ‘T’, Immunity, 22(1), pp. 131–142.',
    ],
    [
      'a suffix',
      { ...article, title: 'T', author: [{ family: 'King', given: 'M. L.', suffix: 'Jr.' }] },
      'King ML Jr. T. Immunity. 2005 Jan;22(1):131-42.',
      'King, M. L., Jr. (2005). T. Immunity, 22(1), 131–142.',
      'King, M.L., Jr. (2005) ‘T’, Immunity, 22(1), pp. 131–142.',
    ],
    [
      'a range with an electronic page',
      { ...article, title: 'T', page: '1123-1135.e4' },
      'Kim SH, Han SY, Azam T, Yoon DY, Dinarello CA. T. Immunity. 2005 Jan;22(1):1123-1135.e4.',
      'Kim, S. H., Han, S. Y., Azam, T., Yoon, D. Y., & Dinarello, C. A. (2005). T. Immunity, 22(1), 1123–1135.e4.',
      'Kim, S.H. et al. (2005) ‘T’, Immunity, 22(1), pp. 1123–1135.e4.',
    ],
    [
      'an article number with several letters',
      { ...article, title: 'T', author: [{ family: 'Kim', given: 'S. H.' }], page: 'eaax9586' },
      'Kim SH. T. Immunity. 2005 Jan;22(1):eaax9586.',
      'Kim, S. H. (2005). T. Immunity, 22(1), Article eaax9586.',
      'Kim, S.H. (2005) ‘T’, Immunity, 22(1), p. eaax9586.',
    ],
    [
      'a thesis, and a particle',
      thesis,
      'van Gogh V. A study of cells [PhD thesis]. University of Oxford; 2020.',
      'van Gogh, V. (2020). A study of cells [PhD thesis]. University of Oxford.',
      'van Gogh, V. (2020) A study of cells. PhD thesis. University of Oxford.',
    ],
    [
      'a preprint',
      { ...thesis, type: 'article', genre: 'preprint', publisher: 'bioRxiv', DOI: '10.1101/2020.01.01.1' },
      'van Gogh V. A study of cells [preprint]. bioRxiv; 2020. doi: 10.1101/2020.01.01.1.',
      'van Gogh, V. (2020). A study of cells [Preprint]. bioRxiv. https://doi.org/10.1101/2020.01.01.1',
      'van Gogh, V. (2020) ‘A study of cells’. bioRxiv. Available at: https://doi.org/10.1101/2020.01.01.1.',
    ],
    [
      'a title as PubMed has it, with markup, and a Greek letter after a colon',
      { ...thesis, title: '<i>Lac</i> in CD4<sup>+</sup> T cells: γ forms.' },
      'van Gogh V. Lac in CD4+ T cells: γ forms [PhD thesis]. University of Oxford; 2020.',
      'van Gogh, V. (2020). Lac in CD4+ T cells: γ forms [PhD thesis]. University of Oxford.',
      'van Gogh, V. (2020) Lac in CD4+ T cells: γ forms. PhD thesis. University of Oxford.',
    ],
    [
      'a DOI that needs encoding in an address (DOI Handbook, 3.6) and none in print',
      {
        ...article,
        title: 'T',
        author: [{ family: 'Kim', given: 'S. H.' }],
        DOI: '10.1002/(sici)1099(1998)37:3/4<197::aid>3.0.co;2-#',
      },
      'Kim SH. T. Immunity. 2005 Jan;22(1):131-42. doi: 10.1002/(sici)1099(1998)37:3/4<197::aid>3.0.co;2-#.',
      'Kim, S. H. (2005). T. Immunity, 22(1), 131–142. https://doi.org/10.1002/(sici)1099(1998)37:3/4%3C197::aid%3E3.0.co%3B2-%23',
      'Kim, S.H. (2005) ‘T’, Immunity, 22(1), pp. 131–142. Available at: https://doi.org/10.1002/(sici)1099(1998)37:3/4%3C197::aid%3E3.0.co%3B2-%23.',
    ],
  ])('%s', async (_, reference, vancouver, apa, harvard) => {
    const lines = await Promise.all(
      ['vancouver', 'apa', 'harvard'].map((style) => formatCitation(reference, style)),
    );
    expect(lines).toEqual([vancouver, apa, harvard]);
  });
});

test('a title that is the name of a property of every object breaks nothing', async () => {
  for (const title of ['valueOf', '__proto__', 'constructor', 'toString'])
    for (const style of ['vancouver', 'apa', 'harvard'])
      expect(await formatCitation({ ...KIM, title }, style)).toContain(title);
  expect(await formatCitation({ ...KIM, title: 'Next' }, 'vancouver')).toContain('. Next. Immunity.');
});

test('only what the record has is written: an article with nothing but a title and a PMID', async () => {
  const bare: Reference = { id: 'bare', type: 'article-journal', title: 'Bare', PMID: '1' };
  expect(await formatCitation(bare, 'vancouver')).toBe('Bare. PubMed PMID: 1.');
});
