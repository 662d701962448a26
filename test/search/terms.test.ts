import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GeneRecord, Reference } from '../../src/record/schema.js';
import { readable } from '../../src/search/normalise.js';
import { findTerms, type TermsFound } from '../../src/search/terms.js';
import { il31, il32 } from '../fixtures/records.js';

/** What stands in the text and what it is; "?" for what is in no record. */
function told({ terms, unknown }: TermsFound): [string, string][] {
  return [
    ...terms.map(({ typed, what }): [string, string] => {
      if (what.found === 'reference') return [typed, what.reference.id];
      return [typed, what.found === 'name' ? what.name.name : (what.identifier.accession ?? '')];
    }),
    ...unknown.map((typed): [string, string] => [typed, '?']),
  ];
}

/** As `told`, of the references of IL32 alone. */
function found(text: string): [string, string][] {
  return told(findTerms([il32], text));
}

function withReference(reference: Reference): GeneRecord {
  return { ...il32, references: [...il32.references, reference] };
}

const KIM: Reference = { id: 'kim', type: 'article-journal', title: 'T', issued: { 'date-parts': [[2005]] } };

const KIM_DOI = '10.1016/j.immuni.2004.12.003';
const MAB_DOI = '10.1371/journal.pone.0004173';

describe('DOI', () => {
  test.each<[string, [string, string][]]>([
    [KIM_DOI, [[KIM_DOI, 'kim-2005']]],
    [`see doi:${KIM_DOI}.`, [[`doi:${KIM_DOI}`, 'kim-2005']]],
    [`(DOI: ${KIM_DOI.toUpperCase()})`, [[`DOI: ${KIM_DOI.toUpperCase()}`, 'kim-2005']]],
    [`https://doi.org/${MAB_DOI}`, [[`https://doi.org/${MAB_DOI}`, 'mabilleau-2009']]],
    [`<https://dx.doi.org/${MAB_DOI}>`, [[`https://dx.doi.org/${MAB_DOI}`, 'mabilleau-2009']]],
    [`[paper](https://doi.org/${MAB_DOI}), nice`, [[`https://doi.org/${MAB_DOI}`, 'mabilleau-2009']]],
    [`**${KIM_DOI}**!`, [[KIM_DOI, 'kim-2005']]],
    [
      'https://doi.org/10.1016%2Fj.immuni.2004.12.003',
      [['https://doi.org/10.1016/j.immuni.2004.12.003', 'kim-2005']],
    ],
    [`https://journals.plos.org/plosone/article?id=${MAB_DOI}&type=printable`, [[MAB_DOI, 'mabilleau-2009']]],
    [`https://example.org/doi/${KIM_DOI}/full`, [[KIM_DOI, 'kim-2005']]],
    ['10.1016/j.immuni.2004.12.030', [['10.1016/j.immuni.2004.12.030', '?']]],
    [`${KIM_DOI}4`, [[`${KIM_DOI}4`, '?']]],
    ['10.1000/182)', [['10.1000/182', '?']]],
    ['10.1002/(SICI)1097-0258 and 10/2004', [['10.1002/(SICI)1097-0258', '?']]],
    ['10.1000.10/123', [['10.1000.10/123', '?']]],
    [
      `${KIM_DOI};${MAB_DOI}`,
      [
        [KIM_DOI, 'kim-2005'],
        [MAB_DOI, 'mabilleau-2009'],
      ],
    ],
    [
      `${KIM_DOI},PMID:19137064`,
      [
        [KIM_DOI, 'kim-2005'],
        ['PMID:19137064', 'mabilleau-2009'],
      ],
    ],
    [
      `[${KIM_DOI}](https://doi.org/${MAB_DOI})`,
      [
        [KIM_DOI, 'kim-2005'],
        [`https://doi.org/${MAB_DOI}`, 'mabilleau-2009'],
      ],
    ],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf',
      [['10.1101/2020.01.01.123456', '?']],
    ],
    [`https://europepmc.org/search?query=DOI:${KIM_DOI}`, [[`DOI:${KIM_DOI}`, 'kim-2005']]],
    ['https://doi.org/10.1016/%E0%A4%A', [['https://doi.org/10.1016/%E0%A4%A', '?']]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('PMID and PMCID', () => {
  test.each<[string, [string, string][]]>([
    ['PMID: 15664165.', [['PMID: 15664165', 'kim-2005']]],
    ['pmid15664165', [['pmid15664165', 'kim-2005']]],
    ['PubMed ID 19137064', [['PubMed ID 19137064', 'mabilleau-2009']]],
    ['PubMed 19137064', [['PubMed 19137064', 'mabilleau-2009']]],
    ['PubMed 2005', []],
    ['PMID 15664156', [['PMID 15664156', '?']]],
    ['PMID 156641655', [['PMID 156641655', '?']]],
    ['15664165', [['15664165', 'kim-2005']]],
    [
      'https://pubmed.ncbi.nlm.nih.gov/15664165/',
      [['https://pubmed.ncbi.nlm.nih.gov/15664165/', 'kim-2005']],
    ],
    [
      'https://www.ncbi.nlm.nih.gov/pubmed/15664165?dopt=Abstract',
      [['https://www.ncbi.nlm.nih.gov/pubmed/15664165', 'kim-2005']],
    ],
    [
      'https://europepmc.org/article/MED/19137064',
      [['https://europepmc.org/article/MED/19137064', 'mabilleau-2009']],
    ],
    ['PMC2613539', [['PMC2613539', 'mabilleau-2009']]],
    ['pmc 2613539,', [['pmc 2613539', 'mabilleau-2009']]],
    ['PMCID: PMC2613539', [['PMCID: PMC2613539', 'mabilleau-2009']]],
    ['PMC2613593', [['PMC2613593', '?']]],
    [
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC2613539/',
      [['https://pmc.ncbi.nlm.nih.gov/articles/PMC2613539/', 'mabilleau-2009']],
    ],
    [
      'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2613539/pdf',
      [['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2613539/', 'mabilleau-2009']],
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('author and year', () => {
  test.each<[string, [string, string][]]>([
    ['Kim 2005', [['Kim 2005', 'kim-2005']]],
    ['as kim et al. (2005) showed', [['kim et al. (2005)', 'kim-2005']]],
    ['[Kim et al, 2005]', [['Kim et al, 2005', 'kim-2005']]],
    ['KIM ET AL., 2005a', [['KIM ET AL., 2005a', 'kim-2005']]],
    ["Kim's 2005 paper", [["Kim's 2005", 'kim-2005']]],
    ['Kim SH, 2005', [['Kim SH, 2005', 'kim-2005']]],
    ['Kim S.-H. and colleagues (January 2005)', [['Kim S.-H. and colleagues (January 2005)', 'kim-2005']]],
    ['Mabilleau & Sabokbar, 2009;', [['Mabilleau & Sabokbar, 2009', 'mabilleau-2009']]],
    ['Mabilleau and Sabokbar (2009)', [['Mabilleau and Sabokbar (2009)', 'mabilleau-2009']]],
    ['Kim 2006', [['Kim 2006', '?']]],
    ['Kimura 2005', []],
    ['Joachim 2005', []],
    ['Kim wrote in 2004 and I read it in 2005', []],
    ['Han 2005', []],
    ['in 2005', []],
    ['Kim 20051', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('with or without diacritics', () => {
    const record = withReference({ ...KIM, author: [{ family: 'Müller', given: 'A.' }] });
    for (const text of ['Müller 2005', 'Muller 2005', 'MÜLLER 2005']) {
      expect(told(findTerms([record], text))).toEqual([[readable(text), 'kim']]);
    }
  });

  test('two papers of one author: the year decides', () => {
    const author = [{ family: 'Kim', given: 'A.' }];
    const record = withReference({ ...KIM, id: 'kim-2009', author, issued: { 'date-parts': [[2009]] } });
    expect(told(findTerms([record], 'Kim 2009, Kim 2005, Kim 2007'))).toEqual([
      ['Kim 2009', 'kim-2009'],
      ['Kim 2005', 'kim-2005'],
      ['Kim 2007', '?'],
    ]);
  });
});

describe('a DOI with any character that a DOI may have', () => {
  const doi = '10.1002/(sici)1099-050x(199823/24)37:3/4<197::aid-hrm2>3.0.co;2-#';
  const record = withReference({ ...KIM, id: 'sici', DOI: doi });
  const encoded = encodeURIComponent(doi).replace('%2F', '/');
  test.each([
    [doi, doi],
    [doi.toUpperCase(), doi.toUpperCase()],
    [`see doi:${doi}, and`, `doi:${doi}`],
    [`(${doi})`, doi],
    [`https://doi.org/${encoded}`, `https://doi.org/${encoded}`],
    [`<https://doi.org/${doi}>`, `https://doi.org/${doi}`],
    [doi.replace('<', '&lt;').replace('>', '&gt;'), doi.replace('<', '&lt;').replace('>', '&gt;')],
  ])('%s', (text, typed) => {
    expect(told(findTerms([record], text))).toEqual([[readable(typed), 'sici']]);
  });

  test.each(['10.1000/a%b', '10.1000/a"b', '10.1000/a;b', '10.1000/a#b', '10.1000/a|b', '10.1000/a>b'])(
    '%s is the recorded one, not what stands before its odd character',
    (odd) => {
      const odds = withReference({ ...KIM, id: 'odd', DOI: odd });
      expect(told(findTerms([odds], odd))).toEqual([[odd, 'odd']]);
    },
  );
});

test('a whole message: in order, with offsets, without overlaps, each once', () => {
  const text = `Kim et al. (2005), doi:${KIM_DOI}, PMID 15664165; but see https://doi.org/${MAB_DOI} (PMC2613539).`;
  const { terms, unknown } = findTerms([il32], text);
  expect(terms.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Kim et al. (2005)',
    `https://doi.org/${MAB_DOI}`,
  ]);
  expect(unknown).toEqual([]);
});

describe('names', () => {
  test('every name and number, with where it stands', () => {
    const text =
      'We used IL\u201132\u03b3 (UniProt P24001, ENSG00000008517.12) as in PMID: 15664165 and NK4; not IL-33. IL-31 too.';
    const { terms, unknown } = findTerms([il32, il31], text);
    expect(terms.map(({ start, typed, what, record }) => [start, typed, what.found, record.command])).toEqual(
      [
        [8, 'IL-32gamma', 'name', 'il32'],
        [28, 'P24001', 'identifier', 'il32'],
        [36, 'ENSG00000008517.12', 'identifier', 'il32'],
        [62, 'PMID: 15664165', 'reference', 'il32'],
        [81, 'NK4', 'name', 'il32'],
        [97, 'IL-31', 'name', 'il31'],
      ],
    );
    expect(unknown).toEqual(['IL-33']);
  });

  test('compounds and other genes are left alone', () => {
    expect(found('an IL-32-like protein, IL-32R, IL-3 2')).toEqual([
      ['IL-32R', '?'],
      ['IL-3', '?'],
    ]);
    expect(found('anti-IL-32')).toEqual([['IL-32', 'IL32']]);
    expect(found('interleukin 32 gamma and rhIL-32')).toEqual([
      ['interleukin 32 gamma', 'IL-32gamma'],
      ['rhIL-32', 'IL32'],
    ]);
  });

  test('what looks like a gene or an accession and is not recorded is named, things of the record are not', () => {
    expect(
      findTerms([il32], 'IL33 and IL-32 theta (NM_001012632, rs28372698), not IL-6, hg19 or v14').unknown,
    ).toEqual(['IL33', 'IL-32 theta', 'NM_001012632', 'rs28372698']);
  });

  test('small talk has none', () => {
    expect(found('who took my FBS aliquots again?')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  test('the records are asked for what any of them knows', () => {
    expect(told(findTerms([il31, il32], 'NK4 and IL31'))).toEqual([
      ['NK4', 'NK4'],
      ['IL31', 'IL31'],
    ]);
  });
});

test('a message as long as can be, of one accession again and again, is read once', () => {
  const text = 'PMID 15664165 '.repeat(900);
  expect(found(text)).toEqual([['PMID 15664165', 'kim-2005']]);
});

test.each([
  ['is IL\u200b-\u200b32 a cytokine?', 'IL-32'],
  ['\u0438\u043d\u0442\u0435\u0440\u043b\u0435\u0439\u043a\u0438\u043d-32', 'interleukin-32'],
  ["l'expression d'IL-32", 'IL-32'],
  ['IL-32\u306eOMIM', 'IL-32'],
  ['interleukin thirty two', 'interleukin thirty two'],
])('a name is read as in a question: %s', (text, typed) => {
  expect(findTerms([il32], text).terms.map((term) => term.typed)).toEqual([typed]);
});

test('a change behind a sequence belongs to it', () => {
  const { terms, unknown } = findTerms([il32], 'found NP_001012649.1:p.Thr22Ile here');
  expect(terms.map(({ typed, what }) => [typed, what])).toMatchObject([
    ['NP_001012649.1:p.Thr22Ile', { found: 'identifier', suffix: '.1', change: 'p.Thr22Ile' }],
  ]);
  expect(unknown).toEqual([]);
});

test('any text: terms are in order, inside the text, and never overlap', () => {
  const pieces = fc.constantFrom(
    KIM_DOI,
    'PMID',
    ' ',
    '15664165',
    'Kim',
    'et al.',
    '(',
    ')',
    '2005',
    'PMC',
    '2613539',
    'https://doi.org/',
    '10.',
    '/',
    ',',
    '%',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const read = readable(text);
      let end = 0;
      for (const term of findTerms([il32], text).terms) {
        expect(term.start).toBeGreaterThanOrEqual(end);
        expect(read.slice(term.start, term.end)).toBe(term.typed);
        end = term.end;
      }
    }),
  );
});
