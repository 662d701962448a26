import type { Author } from '../../src/record/reference-schema.js';
import { referenceSchema } from '../../src/record/reference-schema.js';
import type { Reference } from '../../src/record/schema.js';

type Parts = Omit<Partial<Reference>, 'id'> & { readonly title: string };

const kim: Author = { family: 'Kim', given: 'S. H.' };

/** An article with one thing about it that a writer of citations could trip over. */
export function article(odd: Partial<Parts>): Parts & Pick<Reference, 'type'> {
  return {
    type: 'article-journal',
    title: 'A study of cells',
    author: [kim],
    issued: { 'date-parts': [[2005, 1]] },
    'container-title': 'Immunity',
    'container-title-short': 'Immunity',
    volume: '22',
    issue: '1',
    page: '131-142',
    ...odd,
  };
}

function other(type: Reference['type'], odd: Partial<Parts>): Parts {
  const title = 'A study of cells';
  return { type, title, author: [kim], issued: { 'date-parts': [[2020, 5, 17]] }, ...odd };
}

const ODD_DOIS = [
  '10.1002/(sici)1099-050x(199823/24)37:3/4<197::aid-hrm2>3.0.co;2-#',
  '10.1002/1521-3773(20010316)40:6<9823::aid-anie9823>3.3.co;2-c',
  '10.1000.10/123',
  '10.1000/50%25',
  '10.1000/a;b',
  '10.1000/a"b',
  '10.1000/a[b]',
  "10.1000/o'neill--x",
  '10.1000/a_b&c',
  '10.1000/ünïcode',
  '10.1000/a|b^c~d',
  '10.1006/jmbi.1998.2354+x=y',
];

const ODD_TITLES = [
  '<i>Lac</i> operon in CD4<sup>+</sup> T cells',
  'H<sub>2</sub>O and Ca<sup>2+</sup> in <i>Escherichia coli</i> K-12',
  '<b>Bold</b> and <sc>small</sc> words',
  'A <span class="nocase">mRNA</span> of IL-32',
  'Both <i>in <b>bold</b></i> ways',
  'p<0.05 and q>3 in <5 cells',
  'A title of PubMed.',
  'A new species of Homo sp.',
  'Genes in the U.S.',
  'To be continued...',
  'Is it a cytokine?',
  'IL-32: γ isoform',
  'IL-32: α, β and γ',
  'The “quoted” title',
  'The "straight" title',
  "O'Neill's 5'-UTR and 3'-UTR",
  '50% of {x} & a_b #1 $z ~^ \\n',
  'TNF-α/NF-κB – a review',
  'Title  with   spaces',
  '細胞のIL-32',
  'МикроРНК и IL-32',
  'ENDING IN CAPITALS: DNA AND RNA',
  'c-Myc, p53 and mTORC1: a tale',
  '1,25-Dihydroxyvitamin D3 [1,25(OH)2D3]',
  'What? A question! And: a colon; and more',
];

const ODD_AUTHORS: readonly (readonly Author[])[] = [
  [{ literal: 'International Human Genome Sequencing Consortium' }],
  [{ literal: 'Barnes and Noble Study Group' }, kim],
  [{ family: 'King', given: 'M. L.', suffix: 'Jr.' }, kim],
  [{ family: 'Gates', given: 'W. H.', suffix: 'III' }],
  [{ family: 'Gogh', given: 'V.', 'non-dropping-particle': 'van' }, kim],
  [{ family: 'Fontaine', given: 'J.', 'dropping-particle': 'de', 'non-dropping-particle': 'la' }],
  [{ family: 'Beethoven', given: 'L.', 'dropping-particle': 'van' }],
  [{ family: 'Van Goor', given: 'F.' }, kim],
  [{ family: "O'Neill", given: 'L. A. J.' }],
  [
    { family: "D'Angelo", given: 'É.' },
    { family: 'Müller-Lüdenscheidt', given: 'J.-P.' },
  ],
  [{ family: 'Nguyễn', given: 'T. H.' }],
  [{ family: 'Plato' }],
  [{ family: '金', given: '秀賢' }],
  [
    { family: 'Anderson', given: 'A.' },
    { family: 'Sand and Sons', given: 'B.' },
  ],
  [
    { family: 'İnönü', given: 'İ.' },
    { family: 'Øster', given: 'Å.' },
  ],
];

const ODD_PAGES = [
  'eaax9586',
  'CD012345',
  '1123-1135.e4',
  'i-xii',
  '1639-41',
  'S12-S20',
  '12-15, 20-22',
  '7',
  'e1000-e1010',
];

const ODD_DATES: readonly Reference['issued'][] = [
  { 'date-parts': [[1999]] },
  { 'date-parts': [[2024, 2, 29]] },
  { 'date-parts': [[2020, 12, 31]] },
  undefined,
];

const ODD_TYPES: readonly Parts[] = [
  other('article', { genre: 'preprint', publisher: 'bioRxiv', DOI: '10.1101/2020.01.01.123456' }),
  other('thesis', { genre: 'PhD thesis', publisher: 'University of Oxford', 'publisher-place': 'Oxford' }),
  other('thesis', { genre: "Master's thesis", publisher: 'ETH Zürich' }),
  other('report', {
    author: [{ literal: 'World Health Organization' }],
    publisher: 'WHO',
    'publisher-place': 'Geneva',
    number: 'TR-12',
  }),
  other('paper-conference', {
    'container-title': 'Proceedings of X',
    'event-title': 'X 2020',
    'event-place': 'Rome',
    publisher: 'ACM',
    page: '12-15',
  }),
  other('chapter', {
    editor: [{ family: 'Ed', given: 'A.' }],
    'container-title': 'The Book of Cells',
    publisher: 'Wiley',
    'publisher-place': 'Chichester',
    page: 'i-xii',
    ISBN: '978-0-19-852663-6',
  }),
  other('book', { publisher: 'Wiley', edition: '3', 'collection-title': 'Series of Cells', volume: '2' }),
  other('dataset', { publisher: 'Zenodo', version: '1.2', DOI: '10.5281/zenodo.1234' }),
  other('entry-encyclopedia', {
    'container-title': 'Wikipedia',
    URL: 'https://en.wikipedia.org/wiki/Interleukin_32?a=1&b=2#x',
  }),
];

const ALL: readonly Parts[] = [
  ...ODD_DOIS.map((DOI) => article({ DOI })),
  ...ODD_TITLES.map((title) => article({ title })),
  ...ODD_AUTHORS.map((author) => article({ author: [...author] })),
  ...ODD_PAGES.map((page) => article({ page })),
  ...ODD_DATES.map((issued) => (issued === undefined ? undated() : article({ issued }))),
  ...ODD_TYPES,
];

function undated(): Parts {
  const { issued, ...rest } = article({});
  return issued === undefined ? article({}) : rest;
}

/** References of our own making, each valid in the record's schema and each with something that naive writers get wrong. */
export const NASTY: readonly Reference[] = ALL.map((parts, index) =>
  referenceSchema.parse({ id: `nasty-${index + 1}`, ...parts }),
);
