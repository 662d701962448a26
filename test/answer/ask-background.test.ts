import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { il32 } from '../fixtures/records.js';

const kind = (question: string): string => ask([il32], question).kind;

function followUp(first: string, next: string): string {
  const answer = ask([il32], first);
  return ask([il32], next, { previous: { record: il32, request: answer.request } }).kind;
}

describe('what stands beside a question', () => {
  it.each([
    ['some1 plz post the ensembl link 4 il-32', 'identifier'],
    ['canonical clickable uniprot url for interleukin 32', 'identifier'],
    ['the fibroblast lab upstairs wants to know if il32 raises mip-2', 'function'],
    ['our neutrophil postdoc claims IL32 induces IL-8, is he right?', 'function'],
    ['phospho sites? thinking of a phos-tag gel', 'function'],
    ['extra bands on my western for il32, could those be splice isoforms?', 'function'],
    ['il32 homologene number, and is it my wifi?', 'identifier'],
    ['which NM should go in the siRNA order form for IL-32', 'identifier'],
    ['Reviewer 2 wants every synonym of this gene in table S1', 'alias'],
    ['talk starts in 5 minutes, il32 in two sentences please', 'summary'],
  ])('"%s" is answered: %s', (question, expected) => {
    expect(kind(question)).toBe(expected);
  });

  it.each([
    'we treat with LPS 6h, will il32 go up?',
    'i add IFNg overnight. does IL32 go up?',
    'i got IL33 levels from nasal swab, whats its chromosome',
    'siRNA uniprot id for IL-32 knockdown dose',
    'uniprot id of the elephant',
    'omim entry for bananas',
    'uniprot website is slow today',
    'does IL32 raise TNF in elephants',
    'does il32 induce happiness',
    'does IL-8 attract IL-32 to macrophages',
    'how old is il32',
    'does cold exposure raise il32',
    "ensembl link for my grandmother's gene",
    'is mabilleau a nice person',
    'il32 elephant',
  ])('"%s" is refused', (question) => {
    expect(kind(question)).toBe('none');
  });
});

describe('what only looks like a question about the gene', () => {
  it.each([
    'what is on chromosome 16 besides IL32?',
    'list PubMed ids of papers citing Mabilleau 2009',
    'what do the letters TAIF stand for',
    'the year it was renamed from NK4',
    'how many genes are in the cytokine family',
    'is plos one a good journal',
    'smith 2005',
    'chr6:3120000-3130000 gene there?',
    'which ensembl release is IL32 from',
    'uniprot:9235',
    'NP_001012649849',
  ])('"%s" is refused', (question) => {
    expect(kind(question)).toBe('none');
  });
});

describe('conversions and addresses', () => {
  it.each([
    ['ENSG00000008517 -> entrezgene', 'ncbigene'],
    ['P24001 to ensembl', 'ensembl'],
    ['convert P24001 \u2192 ENSG', 'ensembl'],
    ['https://www.ncbi.nlm.nih.gov/protein/NP_001012649', 'refseq_protein'],
    ['carddisp.pl?gene=, full URL pls', 'genecards'],
    ['link where i can browse pubmed on il32', 'pubmed_search'],
  ])('"%s" gives %s', (question, database) => {
    const answer = ask([il32], question);
    expect(answer.kind === 'identifier' ? answer.entries[0]?.database : answer.kind).toBe(database);
  });

  it.each(['entrez P24001', '606001 homologene'])(
    '"%s" names another database and is refused',
    (question) => {
      expect(kind(question)).toBe('none');
    },
  );
});

describe('misspelt phrases and other languages', () => {
  it.each([
    ['has the protein one of those cell attachement seqeunces', 'function'],
    ['is there alternativ spliceing of il32', 'function'],
    ['genomic cordinates of il32', 'location'],
    ["en deux phrases, c'est quoi l'interleukine 32 ?", 'summary'],
    ['PubMed\u3067IL-32\u3092\u691c\u7d22\u3059\u308b\u30ea\u30f3\u30af', 'identifier'],
  ])('"%s" is answered: %s', (question, expected) => {
    expect(kind(question)).toBe(expected);
  });
});

describe('short follow-ups', () => {
  it.each([
    ['does il32 support osteoclast differentiation', 'sure about the differentiation part?', 'function'],
    ['where is il32', 'rounded or exact?', 'location'],
    ['does il32 have myristoylation sites', 'how many of those', 'function'],
    ['PMID of Kim 2005', 'how many times was it cited', 'none'],
    ['Kim 2005', 'can i hav that in endnote format', 'citation'],
  ])('after "%s", "%s" gives %s', (first, next, expected) => {
    expect(followUp(first, next)).toBe(expected);
  });
});
