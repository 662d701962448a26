import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { read as readRis } from '@customcommander/ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type EXPORT_FORMATS, exportReferences, formatTitle } from '../../src/citation/export.js';
import type { Author } from '../../src/record/reference-schema.js';
import { geneRecordSchema, type Reference } from '../../src/record/schema.js';
import {
  authors,
  cslItems,
  IL32_REFERENCES,
  KIM,
  MABILLEAU,
  NCBI_GENE,
  squeezed,
  titles,
} from './fixtures.js';

function contentOf(references: readonly Reference[], format: (typeof EXPORT_FORMATS)[number]): string {
  return exportReferences(references, format, 'il32').content;
}

/** What citation-js reads, as CSL, without what it makes up itself. */
function readAsCsl(content: string) {
  return cslItems.parse(new Cite(content).data);
}

function nameParts(author: Author) {
  return 'literal' in author
    ? { name: author.literal }
    : { lastName: author.family, firstName: author.given };
}

function withoutId({ id, ...rest }: Reference): Omit<Reference, 'id'> {
  expect(id).not.toBe('');
  return rest;
}

describe('files', () => {
  test.each([
    ['bibtex', 'BibTeX', 'bib', 'application/x-bibtex'],
    ['ris', 'RIS', 'ris', 'application/x-research-info-systems'],
    ['csl-json', 'CSL-JSON', 'json', 'application/vnd.citationstyles.csl+json'],
  ] as const)('%s: names, media type, title', (format, title, extension, mediaType) => {
    expect(formatTitle(format)).toBe(title);
    expect(exportReferences(IL32_REFERENCES, format, 'il32')).toMatchObject({
      filename: `il32-references.${extension}`,
      mediaType,
    });
    expect(
      IL32_REFERENCES.map((reference) => exportReferences([reference], format, 'il32').filename),
    ).toEqual([
      `entrez-gene-interleukin.${extension}`,
      `kim-2005.${extension}`,
      `mabilleau-2009.${extension}`,
    ]);
  });

  test('a file name has no path characters, whatever the author is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (family, collection) => {
        const reference: Reference = { ...KIM, author: [{ family, given: 'A.' }] };
        for (const references of [[reference], [reference, KIM]]) {
          expect(exportReferences(references, 'ris', collection).filename).toMatch(
            /^[a-z0-9]+(?:-[a-z0-9]+)*\.ris$/u,
          );
        }
      }),
    );
  });
});

describe('RIS', () => {
  test('Kim 2005, line by line', () => {
    expect(contentOf([KIM], 'ris')).toBe(
      [
        'TY  - JOUR',
        'AU  - Kim, S. H.',
        'AU  - Han, S. Y.',
        'AU  - Azam, T.',
        'AU  - Yoon, D. Y.',
        'AU  - Dinarello, C. A.',
        'TI  - Interleukin-32: a cytokine and inducer of TNFalpha',
        'T2  - Immunity',
        'J2  - Immunity',
        'PY  - 2005',
        'DA  - 2005/01//',
        'VL  - 22',
        'IS  - 1',
        'SP  - 131',
        'EP  - 142',
        'DO  - 10.1016/j.immuni.2004.12.003',
        'UR  - https://doi.org/10.1016/j.immuni.2004.12.003',
        'AN  - 15664165',
        'DB  - PubMed',
        'N1  - PMID: 15664165',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  test('Mabilleau 2009: an article number is a first page without a last, PMCID in C2 and in the note', () => {
    expect(contentOf([MABILLEAU], 'ris')).toBe(
      [
        'TY  - JOUR',
        'AU  - Mabilleau, G.',
        'AU  - Sabokbar, A.',
        'TI  - Interleukin-32 promotes osteoclast differentiation but not osteoclast activation',
        'T2  - PLoS ONE',
        'J2  - PLoS One',
        'PY  - 2009',
        'DA  - 2009///',
        'VL  - 4',
        'IS  - 1',
        'SP  - e4173',
        'DO  - 10.1371/journal.pone.0004173',
        'UR  - https://doi.org/10.1371/journal.pone.0004173',
        'AN  - 19137064',
        'C2  - PMC2613539',
        'DB  - PubMed',
        'N1  - PMID: 19137064; PMCID: PMC2613539',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  test('a web page without authors', () => {
    const page: Reference = { ...NCBI_GENE, accessed: { 'date-parts': [[2013, 3, 1]] } };
    expect(contentOf([page], 'ris')).toBe(
      [
        'TY  - ELEC',
        'TI  - Entrez Gene: Interleukin 32',
        'UR  - https://www.ncbi.nlm.nih.gov/gene/9235',
        'Y2  - 2013/03/01/',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  test('all references: one record after another, an empty line between', () => {
    const each = IL32_REFERENCES.map((reference) => contentOf([reference], 'ris'));
    expect(contentOf(IL32_REFERENCES, 'ris')).toBe(each.join('\r\n'));
  });

  test('read back by an independent parser, tag by tag', () => {
    // This parser knows LF alone, although the format's line ends are CRLF.
    const records = readRis(contentOf(IL32_REFERENCES, 'ris').replaceAll('\r\n', '\n'));
    const name = (last_name: string, initials: string) => ({
      last_name,
      first_name: '',
      suffix: '',
      initials,
    });
    expect(records).toEqual([
      { TY: ['ELEC'], TI: [NCBI_GENE.title], UR: [NCBI_GENE.URL] },
      {
        TY: ['JOUR'],
        AU: [
          name('Kim', 'S.H.'),
          name('Han', 'S.Y.'),
          name('Azam', 'T.'),
          name('Yoon', 'D.Y.'),
          name('Dinarello', 'C.A.'),
        ],
        TI: [KIM.title],
        T2: ['Immunity'],
        J2: ['Immunity'],
        PY: ['2005'],
        DA: [{ year: '2005', month: '01', day: '', info: '' }],
        VL: ['22'],
        IS: ['1'],
        SP: ['131'],
        EP: ['142'],
        DO: [KIM.DOI],
        UR: [`https://doi.org/${KIM.DOI}`],
        AN: [KIM.PMID],
        DB: ['PubMed'],
        N1: ['PMID: 15664165'],
      },
      {
        TY: ['JOUR'],
        AU: [name('Mabilleau', 'G.'), name('Sabokbar', 'A.')],
        TI: [MABILLEAU.title],
        T2: ['PLoS ONE'],
        J2: ['PLoS One'],
        PY: ['2009'],
        DA: [{ year: '2009', month: '', day: '', info: '' }],
        VL: ['4'],
        IS: ['1'],
        SP: ['e4173'],
        DO: [MABILLEAU.DOI],
        UR: [`https://doi.org/${MABILLEAU.DOI}`],
        AN: [MABILLEAU.PMID],
        C2: [MABILLEAU.PMCID],
        DB: ['PubMed'],
        N1: ['PMID: 19137064; PMCID: PMC2613539'],
      },
    ]);
  });

  test('read back as CSL: every field of the record, the PMID by way of the note', () => {
    const read = readAsCsl(contentOf(IL32_REFERENCES, 'ris'));
    const expected = IL32_REFERENCES.map((reference) => {
      const { PMID, URL: url, ...rest } = withoutId(reference);
      expect(PMID === undefined || contentOf([reference], 'ris').includes(`AN  - ${PMID}`)).toBe(true);
      return { ...rest, URL: url ?? `https://doi.org/${reference.DOI}` };
    });
    expect(read).toEqual(expected);
  });

  test('any title and any authors come back, one tag a line', () => {
    fc.assert(
      fc.property(titles, authors, (title, author) => {
        const content = contentOf([{ ...KIM, title, author }], 'ris');
        expect(
          content.split('\r\n').every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/u.test(line)),
        ).toBe(true);
        const [read] = readAsCsl(content);
        expect(read?.title).toBe(squeezed(title));
        expect(read?.author).toEqual(author);
      }),
      { numRuns: 200 },
    );
  });

  test('a comma in a family name does not become a suffix', () => {
    const author = [{ family: 'Smith, Kline', given: 'A.' }];
    expect(contentOf([{ ...KIM, author }], 'ris')).toContain('AU  - Smith Kline, A.\r\n');
  });
});

describe('BibTeX', () => {
  test('all references, to the character', () => {
    expect(contentOf(IL32_REFERENCES, 'bibtex')).toBe(
      `@online{entrezgene,
  title = {Entrez {Gene}: {Interleukin} 32},
  url = {https://www.ncbi.nlm.nih.gov/gene/9235},
}

@article{kim2005interleukin,
  author = {Kim, S. H. and Han, S. Y. and Azam, T. and Yoon, D. Y. and Dinarello, C. A.},
  title = {Interleukin-32: a cytokine and inducer of {TNFalpha}},
  journal = {Immunity},
  shortjournal = {Immunity},
  year = {2005},
  month = jan,
  volume = {22},
  number = {1},
  pages = {131--142},
  doi = {10.1016/j.immuni.2004.12.003},
  pmid = {15664165},
}

@article{mabilleau2009interleukin,
  author = {Mabilleau, G. and Sabokbar, A.},
  title = {Interleukin-32 promotes osteoclast differentiation but not osteoclast activation},
  journal = {PLoS ONE},
  shortjournal = {PLoS One},
  year = {2009},
  volume = {4},
  number = {1},
  pages = {e4173},
  doi = {10.1371/journal.pone.0004173},
  pmid = {19137064},
  pmcid = {PMC2613539},
}
`,
    );
  });

  test('read back as CSL: every field of the record', () => {
    expect(readAsCsl(contentOf(IL32_REFERENCES, 'bibtex'))).toEqual(IL32_REFERENCES.map(withoutId));
  });

  test('read back by the parser that Zotero users have (Better BibTeX), field by field', () => {
    const { entries, errors } = parseBibtex(contentOf(IL32_REFERENCES, 'bibtex'), {
      sentenceCase: false,
      caseProtection: false,
    });
    expect(errors).toEqual([]);
    expect(entries.map(({ type, key, fields }) => ({ type, key, ...fields }))).toEqual([
      { type: 'online', key: 'entrezgene', title: NCBI_GENE.title, url: NCBI_GENE.URL },
      {
        type: 'article',
        key: 'kim2005interleukin',
        author: KIM.author?.map(nameParts),
        title: KIM.title,
        journal: 'Immunity',
        shortjournal: 'Immunity',
        year: '2005',
        month: '1',
        volume: '22',
        number: '1',
        pages: '131–142',
        doi: KIM.DOI,
        pmid: KIM.PMID,
      },
      {
        type: 'article',
        key: 'mabilleau2009interleukin',
        author: MABILLEAU.author?.map(nameParts),
        title: MABILLEAU.title,
        journal: 'PLoS ONE',
        shortjournal: 'PLoS One',
        year: '2009',
        volume: '4',
        number: '1',
        pages: 'e4173',
        doi: MABILLEAU.DOI,
        pmid: MABILLEAU.PMID,
        pmcid: MABILLEAU.PMCID,
      },
    ]);
  });

  test('braces are balanced, and any title and authors come back from both parsers', () => {
    fc.assert(
      fc.property(titles, authors, (title, author) => {
        const content = contentOf([{ ...KIM, title, author }], 'bibtex');
        expect(content.split('{').length).toBe(content.split('}').length);
        const { entries, errors } = parseBibtex(content, { sentenceCase: false, caseProtection: false });
        expect(errors).toEqual([]);
        expect(entries[0]?.fields.title).toBe(squeezed(title));
        expect(
          entries[0]?.fields.author?.map(({ lastName, firstName }) => ({
            family: lastName,
            given: firstName,
          })),
        ).toEqual(author);
        expect(readAsCsl(content)[0]?.author).toEqual(author);
      }),
      { numRuns: 200 },
    );
  });

  test('letters stay letters; what TeX would run is escaped', () => {
    const content = contentOf([{ ...KIM, title: 'TNF-α & 50% \\of {x}_y #1 $z ~^ <b>' }], 'bibtex');
    expect(content).toContain(
      'title = {{TNF-α} \\& 50\\% \\textbackslash{}of \\textbraceleft{}x\\textbraceright{}\\_y \\#1 \\$z ' +
        '\\textasciitilde{}\\textasciicircum{} \\textless{}b\\textgreater{}},',
    );
  });

  test('keys: the same author, year and word twice; no author; accents; the date of access', () => {
    const page: Reference = { ...NCBI_GENE, accessed: { 'date-parts': [[2013, 3, 1]] } };
    const accented: Reference = {
      ...KIM,
      author: [{ family: 'Müller-Lüdenscheidt', given: 'A.' }],
      title: 'The α of it',
    };
    const content = contentOf([KIM, KIM, page, accented], 'bibtex');
    expect(Array.from(content.matchAll(/^@\w+\{(.*),$/gmu), (match) => match[1])).toEqual([
      'kim2005interleukin',
      'kim2005interleukin-2',
      'entrezgene',
      'mullerludenscheidt2005it',
    ]);
    expect(content).toContain('  urldate = {2013-03-01},\n');
  });

  test('a DOI with characters of TeX is taken as it is, and braces cannot end the field', () => {
    const content = contentOf([{ ...KIM, DOI: '10.1000/a_b%{c}' }], 'bibtex');
    expect(content).toContain('doi = {10.1000/a_b%%7Bc%7D},');
  });
});

describe('CSL-JSON', () => {
  test('the references as the record has them, and valid in its schema', () => {
    const parsed: unknown = JSON.parse(contentOf(IL32_REFERENCES, 'csl-json'));
    expect(geneRecordSchema.shape.references.parse(parsed)).toEqual(IL32_REFERENCES);
  });

  test('an array for one reference, too, with a line end at the end', () => {
    const content = contentOf([KIM], 'csl-json');
    expect(z.array(z.unknown()).length(1).parse(JSON.parse(content))).toEqual([KIM]);
    expect(content.endsWith(']\n')).toBe(true);
  });
});
