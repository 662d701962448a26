import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refuse } from '../../src/answer/respond.js';
import { packagePath } from '../../src/package-path.js';
import { readText } from '../../src/search/reading.js';
import { vocabularyFile } from '../../src/search/vocabulary.js';
import { answerView } from '../../src/view/text.js';
import { il32 } from '../fixtures/records.js';

async function refused(question: string, record = il32) {
  const { marks } = readText(record, question);
  const answer = refuse(record, 'The record does not say.', { do: 'ask', question }, undefined, marks);
  const { body, links } = await answerView(answer);
  return { sentence: body[1], links: links.map(({ label, url }) => `${label}: ${url}`) };
}

describe('a refusal leads somewhere', () => {
  test.each<[string, string, string]>([
    [
      'which tissues express it?',
      'For expression in tissues, see Human Protein Atlas, GTEx and Expression Atlas.',
      'Human Protein Atlas: https://www.proteinatlas.org/ENSG00000008517-IL32/tissue',
    ],
    [
      'what is its receptor',
      'For partners and receptors, see STRING, IntAct and BioGRID.',
      'STRING: https://string-db.org/cgi/network?identifiers=IL32&species=9606',
    ],
    [
      'is there a crystal structure?',
      'For structures, see AlphaFold DB, RCSB PDB and UniProtKB.',
      'AlphaFold DB: https://alphafold.ebi.ac.uk/entry/P24001',
    ],
    [
      'which SNPs are known',
      'For variants, see ClinVar, gnomAD and dbSNP.',
      'ClinVar: https://www.ncbi.nlm.nih.gov/clinvar/?term=IL32%5Bgene%5D',
    ],
    [
      'which antibody works for western blot?',
      'For antibodies, see CiteAb, Human Protein Atlas and Antibodypedia.',
      'CiteAb: https://www.citeab.com/antibodies/search?q=IL32',
    ],
    [
      'amino acid sequence of the protein',
      'For sequences, see UniProtKB, NCBI Gene and Ensembl.',
      'UniProtKB: https://www.uniprot.org/uniprotkb/P24001/entry#sequences',
    ],
    [
      'how many amino acids has it',
      'For sequences, see UniProtKB, NCBI Gene and Ensembl.',
      'UniProtKB: https://www.uniprot.org/uniprotkb/P24001/entry#sequences',
    ],
    [
      'is it secreted?',
      'For its place in the cell, see Human Protein Atlas, UniProtKB and QuickGO.',
      'Human Protein Atlas: https://www.proteinatlas.org/ENSG00000008517-IL32/subcellular',
    ],
    [
      'gene ontology terms',
      'For pathways and processes, see Reactome, KEGG and QuickGO.',
      'Reactome: https://reactome.org/content/query?q=P24001&species=Homo+sapiens&cluster=true',
    ],
    [
      'are there drugs in clinical trials',
      'For drugs, see Open Targets, DGIdb and DrugBank.',
      'Open Targets: https://platform.opentargets.org/target/ENSG00000008517',
    ],
    [
      'its role in rheumatoid arthritis',
      'For diseases, see Open Targets, OMIM and ClinVar.',
      'Open Targets: https://platform.opentargets.org/target/ENSG00000008517',
    ],
    [
      'zebrafish ortholog',
      'For orthologs, see NCBI Orthologs, Alliance of Genome Resources and Ensembl.',
      'NCBI Orthologs: https://www.ncbi.nlm.nih.gov/gene/9235/ortholog/?scope=7776',
    ],
    [
      'any newer papers',
      'For newer papers, see PubMed and Europe PMC.',
      'PubMed: https://pubmed.ncbi.nlm.nih.gov/?term=IL32%5BTitle%2FAbstract%5D&sort=date',
    ],
  ])('%s', async (question, sentence, link) => {
    const found = await refused(question);
    expect([found.sentence, found.links[0]]).toEqual([sentence, link]);
  });

  test('every thing beyond a record that the table names is one of the vocabulary', () => {
    const known = Object.keys(vocabularyFile('beyond.json'));
    const file: { topics: { beyond: string[] }[] } = JSON.parse(
      readFileSync(packagePath('data', 'vocabulary', 'elsewhere.json'), 'utf8'),
    );
    const named = file.topics.flatMap(({ beyond }) => beyond);
    expect(named.filter((what) => !known.includes(what))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('a place whose identifier the record lacks is left out', async () => {
    const identifiers = il32.identifiers.filter(({ database }) => database !== 'uniprot');
    const found = await refused('is there a crystal structure?', { ...il32, identifiers });
    expect(found).toEqual({ sentence: undefined, links: [] });
  });

  test('a paper that the record does not have: that paper', async () => {
    expect(await refused('cite 10.1002/(sici)1(1998)37:3/4<197::aid-h>3.0.co;2-# and PMID 1')).toEqual({
      sentence: undefined,
      links: [
        'Open the DOI page: https://doi.org/10.1002/(sici)1(1998)37:3/4%3C197::aid-h%3E3.0.co%3B2-%23',
        'Open the PubMed page: https://pubmed.ncbi.nlm.nih.gov/1/',
      ],
    });
  });

  test('nothing that has a place: no more than the refusal', async () => {
    expect(await refused('who won the match?')).toEqual({ sentence: undefined, links: [] });
  });
});
