import { expect, test } from 'vitest';
import { respond } from '../../src/answer/respond.js';
import { answerView } from '../../src/view/text.js';
import { il31, il32 } from '../fixtures/records.js';

test('help: four lines, with three example questions', async () => {
  const { title, body, fields } = await answerView(respond(il32, { do: 'help' }));
  expect([title, ...body]).toEqual([
    'Ask about IL32 (Interleukin 32)',
    'Its names, database IDs, function, references and place in the genome, in your own words.',
    'For example: "What is NK4?", "Does IL32 induce TNF-alpha?", "Cite Kim et al. 2005 in APA"',
    'Type /il32 ask, mention me, reply to one of my answers, or write to me directly. With "private", only you see the answer until you share it.',
    'Typos in words are fine. Names and accessions are matched exactly, and I do not guess: you are told when the record does not say.',
  ]);
  expect(fields).toEqual([]);
});

test('the examples are of the record', async () => {
  const { body } = await answerView(respond(il31, { do: 'help' }));
  expect(body[1]).not.toContain('32');
});

test('where the answers are from, with every source and licence', async () => {
  const { body, fields } = await answerView(respond(il32, { do: 'help', about: 'sources' }));
  expect(body).toEqual([
    'Wikipedia, the free encyclopedia: "Interleukin 32", revised about 2013, under CC BY-SA 3.0. The facts are retold in our own words.',
    'The article includes public-domain text from the United States National Library of Medicine.',
    'HGNC, the HUGO Gene Nomenclature Committee: "HGNC complete set", revised October 2024, under CC0 1.0. The facts are retold in our own words.',
  ]);
  expect(fields.map(({ value }) => value)).toEqual([
    '12 names\n' +
      'IDs in NCBI Gene, Ensembl, UniProtKB, RefSeq (mRNA), RefSeq (protein), OMIM, HGNC, HomoloGene, GeneCards, PubMed search\n' +
      '15 statements about function\n' +
      '3 references: Entrez Gene: Interleukin 32; Kim et al. 2005; Mabilleau and Sabokbar 2009',
  ]);
});
