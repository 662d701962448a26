import { expect, test } from 'vitest';
import { mainLink } from '../../src/citation/links.js';
import { doiLink } from '../../src/record/words.js';
import { KIM, MABILLEAU, NCBI_GENE } from './fixtures.js';

test('the first link of a reference: its own, DOI, PubMed, PMC', () => {
  expect(mainLink(NCBI_GENE)).toBe('https://www.ncbi.nlm.nih.gov/gene/9235');
  expect(mainLink(KIM)).toBe('https://doi.org/10.1016/j.immuni.2004.12.003');
  const { DOI: _doi, ...withoutDoi } = MABILLEAU;
  expect(mainLink(withoutDoi)).toBe('https://pubmed.ncbi.nlm.nih.gov/19137064/');
  const { PMID: _pmid, ...withoutPmid } = withoutDoi;
  expect(mainLink(withoutPmid)).toBe('https://pmc.ncbi.nlm.nih.gov/articles/PMC2613539/');
  const { PMCID: _pmcid, ...bare } = withoutPmid;
  expect(mainLink(bare)).toBeUndefined();
});

test('a DOI with characters that addresses cannot have', () => {
  expect(doiLink('10.1002/(SICI)1097<1661::AID>3.0#x?y')).toBe(
    'https://doi.org/10.1002/(SICI)1097%3C1661::AID%3E3.0%23x%3Fy',
  );
});
