import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/package-path.js';
import { loadRecord } from '../../src/record/load.js';
import { il32 } from '../fixtures/records.js';
import { told } from './told.js';

const gene = (name: string) => loadRecord(packagePath('test', 'fixtures', 'genes', `${name}.json`));
const [nfe2l2, gata3, cftr, kcnj11, esr1, scn9a, pparg, p2rx7, piezo1] = await Promise.all(
  ['nfe2l2', 'gata3', 'cftr', 'kcnj11', 'esr1', 'scn9a', 'pparg', 'p2rx7', 'piezo1'].map(gene),
);
const records = { il32, nfe2l2, gata3, cftr, kcnj11, esr1, scn9a, pparg, p2rx7, piezo1 };

type Row = readonly [gene: keyof typeof records, question: string, expected: string];

function asserts(rows: readonly Row[]): void {
  it.each(rows)('%s: "%s" gives "%s"', (name, question, expected) => {
    const record = records[name];
    if (record === undefined) throw new Error(`no record of ${name}`);
    expect(told(record, question)).toBe(expected);
  });
}

describe('a part of the recorded name of a thing', () => {
  asserts([
    ['nfe2l2', 'has NRF2 got a leucine zipper?', 'yes function function:bzip-domain'],
    ['nfe2l2', 'is it a CNC protein?', 'yes function function:transcription-factor'],
    ['nfe2l2', 'phase 2 enzymes', 'none function function:phase-ii-enzymes'],
    ['cftr', 'absence of the vas deferens', 'none function function:cbavd'],
    // It names another thing than the whole: there is no Yes.
    ['nfe2l2', 'does it bind beta-globin?', 'not-said function function:globin-lcr'],
  ]);
});

describe('a thing that only the sentence has', () => {
  asserts([['gata3', 'does it bind DNA?', 'not-said function function:gata-motif']]);
});

describe('where it is', () => {
  asserts([
    ['cftr', 'CFTR in the lung?', 'yes function function:expression'],
    ['cftr', 'is CFTR made in the colon?', 'yes function function:expression'],
    ['cftr', 'is it present in the brain?', 'no function function:expression-brain'],
    ['gata3', 'is it found in B cells?', 'no function function:expression-b-cells'],
  ]);
});

describe('the class that is asked for', () => {
  asserts([
    ['gata3', 'which kinase phosphorylates it?', 'none function function:p38'],
    ['cftr', 'which transporter family?', 'none function function:chloride-channel'],
    ['il32', 'which isoforms are there?', isoforms()],
  ]);
});

describe('what stands before the claim', () => {
  asserts([
    ['il32', 'Osteoclast activation - does IL-32 help there?', 'no function function:osteoclast-activation'],
    ['il32', 'Hepatocytes: does IL-32 make them secrete IL-8?', 'none none'],
    [
      'il32',
      'IL-6, overnight: does that induce TNF?',
      'none function function:tnf-macrophages function:inflammatory-cytokines',
    ],
  ]);
});

describe('what narrows an accession, a place or an author', () => {
  asserts([
    ['il32', 'is NM_001012631 the mRNA of IL-32delta?', 'not-said identifier id:refseq_mrna:human'],
    ['il32', 'mouse uniprot is P24001?', 'no identifier id:uniprot:human'],
    ['il32', 'Does it lie on the reverse strand of chromosome 16?', 'none none'],
    ['il32', 'Was Dinarello the first author in 2005?', 'no citation citation:kim-2005'],
    ['il32', 'Was Kim the first author in 2005?', 'yes citation citation:kim-2005'],
    ['il32', 'all papers by Kim please', 'none citation citation:kim-2005'],
  ]);
});

describe('numbers and proof', () => {
  asserts([
    ['il32', 'Is it spliced in more than one way?', 'yes function function:splice-variants'],
    ['il32', 'Is it spliced in more than three ways?', 'not-said function function:splice-variants'],
    ['il32', 'Are the putative phosphorylation sites proven?', 'no function function:phosphorylation-sites'],
  ]);
});

describe('what something is', () => {
  asserts([
    [
      'il32',
      'Would you call IL-32 a cytokine?',
      'yes function function:cytokine-family function:pro-inflammatory',
    ],
    ['il32', 'its a cytokine?', 'yes function function:cytokine-family function:pro-inflammatory'],
    // "works as a channel even in the absence of SUR1" does not say that it is SUR1.
    ['kcnj11', 'is SUR1 another name of it?', 'none none'],
    ['il32', 'waht is IL32', 'none summary summary'],
  ]);
});

function isoforms(): string {
  const names = il32.names.filter(({ kind }) => kind === 'isoform').map(({ name }) => `alias:${name}`);
  return `none alias ${names.join(' ')}`;
}

describe('no Yes or No by chance', () => {
  asserts([
    // Another gene was named last.
    ['il32', 'I work on IL-6. Does it induce TNF in macrophages?', tumourNecrosis()],
    ['kcnj11', 'kcnj11 = ABCC8, right?', 'not-said function function:sur1 function:alone function:truncated'],
    ['il32', 'is NK4 an unrelated gene?', 'no alias alias:NK4'],
    [
      'il32',
      'il32 -> tnf in keratinocytes?',
      'not-said function function:tnf-macrophages function:inflammatory-cytokines',
    ],
    ['il32', 'Is NK4 an isoform?', 'no alias alias:NK4'],
    // The opposite is no misspelling.
    ['gata3', 'Is GATA3 loss linked to hyperparathyroidism?', 'none none'],
    [
      'kcnj11',
      'Do inactivating mutations of KCNJ11 cause permanent neonatal diabetes?',
      'not-said function function:neonatal-diabetes',
    ],
    ['kcnj11', 'Is Kir6.2 a calcium channel?', 'not-said function function:calcium'],
    ['cftr', 'Does it have one nucleotide-binding domain?', 'no function function:domains'],
    // A word of "sweat gland" is another place.
    [
      'cftr',
      'Is CFTR expressed in sweat?',
      'not-said function function:expression function:expression-brain',
    ],
  ]);
});

describe('a condition, a comparison, or what is done through the gene', () => {
  asserts([
    ['il32', 'If you block ERK, does IL-32 still induce TNF?', tumourNecrosis()],
    ['cftr', 'Is CFTR expression higher in the lung than in the colon?', 'none function function:expression'],
    ['gata3', 'Does FOG-1 repress IL-4 through GATA-3?', 'none function function:fog-1'],
  ]);
});

describe('what a reference shows, and who signs it first', () => {
  asserts([
    [
      'il32',
      'Did Mabilleau 2009 show that IL-32 activates osteoclasts?',
      'no citation citation:mabilleau-2009',
    ],
    ['nfe2l2', 'Did Chan 1996 show that NRF2 is essential for growth?', 'no citation citation:chan-1996'],
    ['nfe2l2', 'Was Itoh 1999 in Cell?', 'no citation citation:itoh-1999'],
  ]);
});

describe('species', () => {
  asserts([
    ['scn9a', 'do you cover mouse?', 'yes species species:mouse'],
    ['esr1', 'any mouse data in here?', 'yes species species:mouse'],
    ['esr1', 'ensembl for human and mouse pls, both', 'none identifier id:ensembl:human id:ensembl:mouse'],
    ['nfe2l2', 'human only or also mouse in this record', 'none species species:human species:mouse'],
    ['kcnj11', 'human only?', 'no species species:human species:mouse'],
    ['il32', 'any mouse?', 'none species species:mouse'],
    ['il32', 'is mouse mentioned in the record?', 'none species species:mouse'],
    // Who has mice to use asks nothing of the record.
    ['scn9a', 'can i use mice?', 'none species species:mouse'],
  ]);
});

describe('who acts', () => {
  asserts([
    ['esr1', 'is ESR1 a target of TFF1?', 'not-said function function:pgr'],
    ['esr1', 'GATA3 is a target of ERalpha too?', 'yes function function:gata3-target'],
    ['esr1', 'Is IL-6 among its targets?', 'yes function function:il-6'],
    ['scn9a', 'Is TTX a blocker of Nav1.7?', 'yes function function:tetrodotoxin'],
    ['scn9a', 'Is TTX a Nav1.7 activator?', 'no function function:tetrodotoxin'],
    ['scn9a', 'Is Nav1.7 a blocker of TTX?', 'not-said function function:tetrodotoxin'],
    ['kcnj11', 'Is Kir6.2 required for insulin secretion?', 'yes function function:insulin-secretion'],
    ['kcnj11', 'Does Kir6.2 need insulin secretion?', 'not-said function function:insulin-secretion'],
    ['scn9a', 'is Nav1.7 needed for odor-evoked action potentials?', 'no function function:odor-spikes'],
  ]);
});

describe('the gene lost, overdone or mutated', () => {
  asserts([
    ['scn9a', 'do GoF variants cause primary erythermalgia?', 'yes function function:erythermalgia'],
    ['scn9a', 'do LoF mutations cause primary erythermalgia?', 'not-said function function:erythermalgia'],
    ['cftr', 'phenotype of cftr ko mice', 'none function function:mouse-model'],
    ['il32', 'phenotype of il32 ko mice', 'none none'],
    ['esr1', 'is there a link to osteoporosis?', 'yes function function:bone'],
    ['esr1', 'does ESR1 cause osteoporosis?', 'not-said function function:bone'],
  ]);
});

describe('how a claim is put', () => {
  asserts([
    ['esr1', 'would you say ER-alpha represses TFF1 in breast cancer cells?', 'no function function:pgr'],
    ['scn9a', 'can someone confirm 6335 is the human entrez gene', 'yes identifier id:ncbigene:human'],
    ['scn9a', 'any scn9a transcript in thyroid', 'yes function function:glands'],
    ['scn9a', 'how many TM segments', 'none function function:domains'],
    ['kcnj11', 'do 2 Kir6.2 go with 2 SUR1?', 'no function function:sur1'],
    ['pparg', 'who partners with PPAR gamma', 'none function function:rxr function:ppre function:pgj2'],
    [
      'il32',
      'all references please',
      'none citation citation:entrez-gene citation:kim-2005 citation:mabilleau-2009',
    ],
  ]);
});

describe('what a sentence of a record says', () => {
  asserts([
    // "... but does not make the large pore."
    ['p2rx7', 'P2X7B also makes the large pore?', 'not-said function function:large-pore'],
    // "Mice without it develop neither ..." is recorded as what the gene supports.
    ['p2rx7', 'did the ko mice still get neuropathic pain', 'none none'],
    ['p2rx7', 'does P2RX7 support neuropathic pain?', 'yes function function:pain'],
    // "... block the receptor."
    ['p2rx7', 'oxATP blocks p2x7, right?', 'yes function function:inhibitors'],
    ['p2rx7', 'inhibitors of p2x7', 'none function function:inhibitors'],
    ['p2rx7', 'do microglia have it', 'yes function function:cells'],
    ['piezo1', 'does STOML3 make it more sensitive?', 'yes function function:stoml3'],
    ['piezo1', 'does STOML3 make it less sensitive?', 'not-said function function:stoml3'],
    ['piezo1', 'what sits on top of the pore', 'none function function:cap'],
    ['p2rx7', 'LPS primed macrophages, what gets released', 'none function function:il-1beta'],
  ]);
});

describe('authors and journals', () => {
  asserts([
    [
      'p2rx7',
      'any papers by Surprenant in there?',
      'yes citation citation:surprenant-1996 citation:rassendren-1997 citation:pelegrin-2006',
    ],
    ['il32', 'Mabilleau 2009 in PLoS ONE?', 'yes citation citation:mabilleau-2009'],
    ['il32', 'is IL-32gamma a gene of its own?', 'not-said alias alias:IL-32gamma'],
    ['il32', 'is mouse one of the species in the record?', 'none species species:mouse'],
    [
      'il32',
      'list the motifs in the protein pls',
      'none function function:tyrosine-sulfation-site function:myristoylation-sites function:phosphorylation-sites function:rgd-sequence',
    ],
  ]);
});

describe('no Yes where the record says less', () => {
  asserts([
    ['scn9a', 'are the mice healthy?', 'none none'],
    ['scn9a', 'do mice lack Scn9a?', 'none species species:mouse'],
    ['il32', 'does the mouse lack an IL32 gene?', 'none species species:mouse'],
    ['p2rx7', 'KN-62 blocks the receptor but oxidized ATP does not?', 'none function function:inhibitors'],
    ['il32', 'does IL-32 activate macrophages?', 'none none'],
    [
      'il32',
      'does IL-32 directly induce TNF?',
      'not-said function function:tnf-macrophages function:inflammatory-cytokines',
    ],
    [
      'il32',
      'does IL-32 increase TNF phosphorylation?',
      'not-said function function:tnf-macrophages function:inflammatory-cytokines function:phosphorylation-sites',
    ],
    ['il32', 'does IL-32beta rise in T cells?', 'not-said function function:expression-t-cells'],
    ['il32', 'did Kim publish after 2005?', 'none citation citation:kim-2005'],
    ['il32', 'is Mabilleau 2009 the first reference?', 'none citation citation:mabilleau-2009'],
    ['il32', 'is HGNC:16830 wrong?', 'none identifier id:hgnc:human'],
    ['il32', 'is NK4 something other than IL32?', 'none alias alias:NK4'],
    ['il32', 'is IL-2 associated with TNF?', 'none none'],
    ['esr1', 'is rs1234567 linked to osteoporosis?', 'none none'],
  ]);
});

function tumourNecrosis(): string {
  return 'none function function:tnf-macrophages function:inflammatory-cytokines';
}
