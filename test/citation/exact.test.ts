import { describe, expect, test } from 'vitest';
import { respond } from '../../src/answer/respond.js';
import { exportReferences } from '../../src/citation/export.js';
import { formatCitation } from '../../src/citation/format.js';
import type { Reference } from '../../src/record/schema.js';
import { answerView } from '../../src/view/text.js';
import { il32 } from '../fixtures/records.js';
import { article } from './nasty.js';

/** Files and styles of references with one odd thing each, to the character; what is right says the authority beside it. */

const PLAIN: Reference = { id: 'plain', ...article({}) };

/** The lines of a file that differ from those of the plain article. */
function odd(parts: Partial<Reference>, format: 'bibtex' | 'ris'): string[] {
  const lines = (reference: Reference) =>
    exportReferences([reference], format, 'il32').content.split(/\r?\n/u).filter(Boolean);
  const plain = new Set(lines(PLAIN));
  return lines({ ...PLAIN, ...parts }).filter((line) => !plain.has(line));
}

describe('BibTeX', () => {
  test.each<[what: string, authority: string, parts: Partial<Reference>, lines: string[]]>([
    [
      'markup in a title',
      'LaTeX2e: \\emph, \\textsuperscript; BibTeX: braces keep capitals',
      { title: '<i>Lac</i> operon in CD4<sup>+</sup> T cells' },
      ['@article{kim2005lac,', '  title = {\\emph{Lac} operon in {CD4}\\textsuperscript{+} {T} cells},'],
    ],
    [
      'markup below the line',
      'LaTeX2e 2005: \\textsubscript',
      { title: 'H<sub>2</sub>O and cells' },
      ['@article{kim2005h2o,', '  title = {H\\textsubscript{2}{O} and cells},'],
    ],
    [
      'a consortium',
      'BibTeXing (Patashnik 1988), 4: a name in braces is not taken apart',
      { author: [{ literal: 'Barnes and Noble Study Group' }] },
      ['@article{barnesandnoblestudygroup2005study,', '  author = {{Barnes and Noble Study Group}},'],
    ],
    [
      'a suffix',
      'BibTeXing, 4: "von Last, Jr, First"',
      { author: [{ family: 'King', given: 'M. L.', suffix: 'Jr.' }] },
      ['@article{king2005study,', '  author = {King, Jr., M. L.},'],
    ],
    [
      'a particle',
      'BibTeXing, 4: the von part in lower case before the last name',
      { author: [{ family: 'Gogh', given: 'V.', 'non-dropping-particle': 'van' }] },
      ['@article{vangogh2005study,', '  author = {van Gogh, V.},'],
    ],
    [
      'a range with an electronic page',
      'BibTeXing, 3: two hyphens make the dash of a range',
      { page: '1123-1135.e4' },
      ['  pages = {1123--1135.e4},'],
    ],
    ['an article number', 'as the journal prints it', { page: 'CD012345' }, ['  pages = {CD012345},']],
    ['roman pages', 'BibTeXing, 3', { page: 'i-xii' }, ['  pages = {i--xii},']],
    [
      'a DOI with every odd character',
      'DOI Handbook, 3.6: encoded in addresses alone',
      { DOI: '10.1002/(sici)1099-050x(199823/24)37:3/4<197::aid-hrm2>3.0.co;2-#' },
      ['  doi = {10.1002/(sici)1099-050x(199823/24)37:3/4<197::aid-hrm2>3.0.co;2-#},'],
    ],
  ])('%s (%s)', (_what, _authority, parts, lines) => {
    expect(odd(parts, 'bibtex')).toEqual(lines);
  });

  test('proceedings, a report, a thesis and a preprint have the entries of their kind (BibTeXing, 3.1)', () => {
    const kinds: Partial<Reference>[] = [
      { type: 'paper-conference', 'container-title': 'Proceedings of X' },
      { type: 'report', publisher: 'WHO' },
      { type: 'thesis', genre: 'PhD thesis', publisher: 'University of Oxford' },
      { type: 'thesis', genre: "Master's thesis", publisher: 'ETH Zürich' },
      { type: 'article', genre: 'preprint', publisher: 'bioRxiv' },
    ];
    const heads = kinds.map((kind) => odd(kind, 'bibtex').slice(0, 1));
    expect(heads.flat()).toEqual([
      '@inproceedings{kim2005study,',
      '@techreport{kim2005study,',
      '@phdthesis{kim2005study,',
      '@mastersthesis{kim2005study,',
      '@misc{kim2005study,',
    ]);
  });
});

describe('RIS (Reference Manager RIS format specification, 2001 and 2011)', () => {
  test.each<[what: string, parts: Partial<Reference>, lines: string[]]>([
    ['markup: plain text', { title: '<i>Lac</i> in CD4<sup>+</sup> cells' }, ['TI  - Lac in CD4+ cells']],
    [
      'a suffix stands behind the first name',
      { author: [{ family: 'King', given: 'M. L.', suffix: 'Jr.' }] },
      ['AU  - King, M. L., Jr.'],
    ],
    [
      'a consortium is one name',
      { author: [{ literal: 'Human Genome Consortium' }] },
      ['AU  - Human Genome Consortium'],
    ],
    ['pages as printed', { page: '1123-1135.e4' }, ['SP  - 1123', 'EP  - 1135.e4']],
    ['roman pages', { page: 'i-xii' }, ['SP  - i', 'EP  - xii']],
    ['an article number is a first page', { page: 'eaax9586' }, ['SP  - eaax9586']],
    [
      'UR: a semicolon would part it into two addresses',
      { DOI: '10.1000/a;b' },
      ['DO  - 10.1000/a;b', 'UR  - https://doi.org/10.1000/a%3Bb'],
    ],
    [
      'UR: what ends an address is encoded',
      { DOI: '10.1002/(sici)1(1998)37:3/4<197::aid>3.0.co;2-#' },
      [
        'DO  - 10.1002/(sici)1(1998)37:3/4<197::aid>3.0.co;2-#',
        'UR  - https://doi.org/10.1002/(sici)1(1998)37:3/4%3C197::aid%3E3.0.co%3B2-%23',
      ],
    ],
  ])('%s', (_what, parts, lines) => {
    expect(odd(parts, 'ris')).toEqual(lines);
  });
});

describe('lines', () => {
  test.each<[what: string, parts: Partial<Reference>, vancouver: string, apa: string]>([
    [
      'an article number of Cochrane (APA 9.27)',
      { page: 'CD012345' },
      'Kim SH. A study of cells. Immunity. 2005 Jan;22(1):CD012345.',
      'Kim, S. H. (2005). A study of cells. Immunity, 22(1), Article CD012345.',
    ],
    [
      'roman pages (Citing Medicine, 1: as printed)',
      { page: 'i-xii' },
      'Kim SH. A study of cells. Immunity. 2005 Jan;22(1):i-xii.',
      'Kim, S. H. (2005). A study of cells. Immunity, 22(1), i–xii.',
    ],
    [
      'a title of PubMed, which ends in a full stop (PubMed help: titles end with one)',
      { title: 'A study of cells.' },
      'Kim SH. A study of cells. Immunity. 2005 Jan;22(1):131-42.',
      'Kim, S. H. (2005). A study of cells. Immunity, 22(1), 131–142.',
    ],
    [
      'a Greek letter after a colon is no word to capitalise (APA 6.17)',
      { title: 'IL-32: γ isoform' },
      'Kim SH. IL-32: γ isoform. Immunity. 2005 Jan;22(1):131-42.',
      'Kim, S. H. (2005). IL-32: γ isoform. Immunity, 22(1), 131–142.',
    ],
  ])('%s', async (_what, parts, vancouver, apa) => {
    const lines = ['vancouver', 'apa'].map((style) => formatCitation({ ...PLAIN, ...parts }, style));
    expect(await Promise.all(lines)).toEqual([vancouver, apa]);
  });
});

test('what people read and what files are called is plain: no markup in lists, names and keys', async () => {
  const marked = { ...PLAIN, id: 'marked', title: '<i>Lac</i> operon in CD4<sup>+</sup> cells' };
  const { author: _author, ...nameless } = marked;
  const record = { ...il32, references: [marked, { ...nameless, id: 'nameless' }] };
  const { list } = await answerView(respond(record, { do: 'cite', references: [], format: null }));
  expect(list.map(({ text }) => text)).toEqual([
    'Kim SH. Lac operon in CD4+ cells. Immunity. 2005 Jan;22(1):131-42.',
    'Lac operon in CD4+ cells. Immunity. 2005 Jan;22(1):131-42.',
  ]);
  const file = exportReferences([nameless], 'bibtex', 'il32');
  expect([file.filename, file.content.split('\n')[0]]).toEqual([
    'lac-operon-cd4-2005.bib',
    '@article{lacoperon2005,',
  ]);
});
