import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagePath } from '../../src/package-path.js';
import { recordJsonSchema } from '../../src/record/json-schema.js';
import { il32 } from '../fixtures/records.js';

test('all symbols of the article are names, each with its kind', () => {
  expect(il32.names.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'IL32 symbol',
    'Interleukin 32 name',
    'IL-32alpha isoform',
    'IL-32beta isoform',
    'IL-32delta isoform',
    'IL-32gamma isoform',
    'NK4 alias',
    'TAIF alias',
    'TAIFa alias',
    'TAIFb alias',
    'TAIFc alias',
    'TAIFd alias',
  ]);
});

test('every row of the infobox is a cross-reference, "n/a" included', () => {
  expect(
    il32.identifiers.map(({ database, species, accession }) => `${database} ${species} ${accession}`),
  ).toEqual([
    'omim human 606001',
    'homologene human 128400',
    'genecards human IL32',
    'ncbigene human 9235',
    'ncbigene mouse null',
    'ensembl human ENSG00000008517',
    'ensembl mouse null',
    'uniprot human P24001',
    'uniprot mouse null',
    'refseq_mrna human NM_001012631',
    'refseq_mrna mouse null',
    'refseq_protein human NP_001012649',
    'refseq_protein mouse null',
    'pubmed_search human IL32',
    'pubmed_search mouse null',
    'hgnc human HGNC:16830',
  ]);
});

test('what HGNC has of the gene stands there with HGNC as its source', () => {
  const facts = [...il32.names, ...il32.identifiers, ...il32.cytobands];
  expect(
    facts
      .filter(({ source }) => source === 'hgnc')
      .map((fact) => ('name' in fact ? fact.name : 'band' in fact ? fact.band : fact.accession)),
  ).toEqual(['NK4', 'TAIF', 'TAIFb', 'TAIFd', 'HGNC:16830', '16p13.3']);
});

test('the record.schema.json in data is the schema of the program', () => {
  expect(readFileSync(packagePath('data', 'record.schema.json'), 'utf8')).toBe(recordJsonSchema());
});
