import { describe, expect, it } from 'vitest';
import { il32, klzf7, kvnx6 } from '../fixtures/records.js';
import { told } from './told.js';

describe('accessions of another species that the record has', () => {
  it.each([
    ['is ENSMUSG00099900562 the mouse Ensembl id?', 'yes identifier id:ensembl:mouse'],
    ['is ENSMUSG00099900552 the mouse Ensembl id?', 'no identifier id:ensembl:mouse'],
    ["isn't 999900572 the mouse NCBI Gene ID?", 'no identifier id:ncbigene:mouse'],
    ['A9ZWR8 is the mouse UniProt ID, right?', 'no identifier id:uniprot:mouse'],
    ['the mouse ensembl id?', 'none identifier id:ensembl:mouse'],
    ['is there a mouse UniProt accession?', 'yes identifier id:uniprot:mouse'],
    ['where is it in mouse?', 'none location location:mouse'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(kvnx6, question)).toBe(expected);
  });

  it.each([
    ['the mouse ensembl id?', 'none species species:mouse'],
    ['is there a human MIM number?', 'yes identifier id:omim:human'],
  ])('"%s" of a record with an empty mouse column gives "%s"', (question, expected) => {
    expect(told(il32, question)).toBe(expected);
  });
});

describe('the kind of an accession', () => {
  it.each([
    ['is P24001 the accession of the gene?', 'yes identifier id:uniprot:human'],
    ['is P24001 a gene?', 'no identifier id:uniprot:human'],
    ['is NM_001012631 the accession of the protein?', 'no identifier id:refseq_mrna:human'],
  ])('is what it is said to be, not whose it is: "%s" gives "%s"', (question, expected) => {
    expect(told(il32, question)).toBe(expected);
  });
});

describe('what goes with an accession', () => {
  it.each([
    [
      'which protein accession goes with NM_001012631?',
      'none identifier id:refseq_protein:human id:refseq_protein:mouse',
    ],
    ['what transcript is NM_001012631?', 'none identifier id:refseq_mrna:human'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(il32, question)).toBe(expected);
  });
});

describe('a short number said to be an accession', () => {
  it.each([
    ['is 290 the OMIM number of KVNX6?', 'no identifier id:omim:human'],
    ['is 699042 the OMIM number of KVNX6?', 'yes identifier id:omim:human'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(kvnx6, question)).toBe(expected);
  });
});

describe('names of a kind, and two names', () => {
  it.each([
    ['is NODK6 the full name?', 'no alias alias:NODK6'],
    ['is KVNX6 the gene symbol?', 'yes alias alias:KVNX6'],
    ['is NODK6 the symbol?', 'no alias alias:NODK6'],
    ['is KVNX6A the gene symbol?', 'no alias alias:KVNX6A'],
    ['are NODK6 and PKCH-6 two names of one gene?', 'yes alias alias:NODK6 alias:PKCH-6'],
    ['is NODK6 the same as KVNX6?', 'yes alias alias:NODK6 alias:KVNX6'],
    ['are KVNX6A and KVNX6B the same?', 'no alias alias:KVNX6A alias:KVNX6B'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(kvnx6, question)).toBe(expected);
  });

  it.each([
    ['is it also called Kolmer-like zinc finger 7?', 'yes alias alias:Kolmer-like zinc finger 7'],
    [
      'is it true that Kolmer-like zinc finger 7 is not a name of it?',
      'no alias alias:Kolmer-like zinc finger 7',
    ],
    ['is Kolmer-like zinc finger 7 the symbol of KLZF7?', 'no alias alias:Kolmer-like zinc finger 7'],
    ['is Kolmer-like zinc finger 7 the full name of KLZF7?', 'yes alias alias:Kolmer-like zinc finger 7'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(klzf7, question)).toBe(expected);
  });

  it.each(['is Kolmer-like zinc finger 12 a name of KLZF7?', 'is it true that KIT is a name of KLZF7?'])(
    '"%s" is not answered with Yes',
    (question) => {
      expect(told(klzf7, question)).not.toMatch(/^yes/);
      expect(told(klzf7, question)).not.toMatch(/function/);
    },
  );
});

describe('a pasted list of accessions', () => {
  it('is answered whole, whatever databases stand before them', () => {
    expect(told(il32, 'HGNC:16830; Ensembl:ENSG00000008517; MIM:606001')).toBe(
      'none identifier id:hgnc:human id:ensembl:human id:omim:human',
    );
  });
});

describe('author and journal of a reference', () => {
  it.each([
    ['was Kim et al. published in Blood?', 'no citation citation:kim-2005'],
    ['was Kim 2005 published in Immunity?', 'yes citation citation:kim-2005'],
    ['did Miller co-author the Kim 2005 paper?', 'no citation citation:kim-2005'],
    ['is Novak an author of Mabilleau and Sabokbar?', 'no citation citation:mabilleau-2009'],
    ['is Sabokbar an author of the Mabilleau 2009 paper?', 'yes citation citation:mabilleau-2009'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(il32, question)).toBe(expected);
  });
});
