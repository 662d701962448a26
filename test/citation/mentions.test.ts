import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReferenceMentions, mentionedReferences } from '../../src/citation/mentions.js';
import { IL32_REFERENCES, KIM, MABILLEAU } from './fixtures.js';

/** What stands in the text, and the id of the reference, or "?" for something that is not in the record. */
function found(text: string): [string, string][] {
  return findReferenceMentions(text, IL32_REFERENCES).map((mention) => {
    expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    return [mention.text, mention.kind === 'known' ? mention.reference.id : '?'];
  });
}

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
      [['https://doi.org/10.1016%2Fj.immuni.2004.12.003', 'kim-2005']],
    ],
    [`https://journals.plos.org/plosone/article?id=${MAB_DOI}&type=printable`, [[MAB_DOI, 'mabilleau-2009']]],
    [`https://example.org/doi/${KIM_DOI}/full`, [[KIM_DOI, 'kim-2005']]],
    ['10.1016/j.immuni.2004.12.030', [['10.1016/j.immuni.2004.12.030', '?']]],
    [`${KIM_DOI}4`, [[`${KIM_DOI}4`, '?']]],
    ['10.1000/182)', [['10.1000/182', '?']]],
    ['10.1002/(SICI)1097-0258 and 10/2004', [['10.1002/(SICI)1097-0258', '?']]],
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
    ['15664165', []],
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
    const reference = { ...KIM, author: [{ family: 'Müller', given: 'A.' }] };
    for (const text of ['Müller 2005', 'Muller 2005', 'MÜLLER 2005']) {
      expect(findReferenceMentions(text, [reference])).toMatchObject([{ kind: 'known', text }]);
    }
  });

  test('two papers of one author: the year decides', () => {
    const later = { ...KIM, id: 'kim-2009', issued: { 'date-parts': [[2009]] } } satisfies typeof KIM;
    const mentions = findReferenceMentions('Kim 2009, Kim 2005, Kim 2007', [KIM, later]);
    expect(mentions.map((mention) => (mention.kind === 'known' ? mention.reference.id : '?'))).toEqual([
      'kim-2009',
      'kim-2005',
      '?',
    ]);
  });
});

test('a whole message: in order, with offsets, without overlaps', () => {
  const text = `Kim et al. (2005), doi:${KIM_DOI}, PMID 15664165; but see https://doi.org/${MAB_DOI} (PMC2613539).`;
  const mentions = findReferenceMentions(text, IL32_REFERENCES);
  expect(mentions.map(({ start, end, via, value }) => [text.slice(start, end), via, value])).toEqual([
    ['Kim et al. (2005)', 'author-year', 'Kim 2005'],
    [`doi:${KIM_DOI}`, 'doi', KIM_DOI],
    ['PMID 15664165', 'pmid', '15664165'],
    [`https://doi.org/${MAB_DOI}`, 'doi', MAB_DOI],
    ['PMC2613539', 'pmcid', 'PMC2613539'],
  ]);
  expect(mentionedReferences(mentions)).toEqual([KIM, MABILLEAU]);
});

test('what was made unknown says what it is', () => {
  expect(findReferenceMentions('PMID: 1', IL32_REFERENCES)).toEqual([
    { kind: 'unknown', via: 'pmid', value: '1', text: 'PMID: 1', start: 0, end: 7 },
  ]);
});

test('any text: mentions are in order, inside the text, and never overlap', () => {
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
      let end = 0;
      for (const mention of findReferenceMentions(text, IL32_REFERENCES)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        end = mention.end;
      }
    }),
  );
});

test.each(['10.1016/', 'PMID ', 'Kim et al. ', '2005 ', '(', ')', '10.1000/a)', 'https://', 'Kim, S. H., '])(
  'a long run of %j takes no longer for each character than a short one',
  (piece) => {
    const seconds = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      findReferenceMentions(text, IL32_REFERENCES);
      return performance.now() - start;
    };
    seconds(4_000);
    expect(seconds(100_000)).toBeLessThan(100 * Math.max(seconds(4_000), 2));
  },
);
