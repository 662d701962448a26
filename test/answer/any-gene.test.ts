import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/package-path.js';
import { loadRecord } from '../../src/record/load.js';
import { il32 } from '../fixtures/records.js';
import { told } from './told.js';

const gene = (name: string) => loadRecord(packagePath('test', 'fixtures', 'genes', `${name}.json`));
const [nfe2l2, gata3, cftr, kcnj11] = await Promise.all(['nfe2l2', 'gata3', 'cftr', 'kcnj11'].map(gene));
const records = { il32, nfe2l2, gata3, cftr, kcnj11 };

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
    ['il32', 'mouse uniprot is P24001?', 'no species species:mouse'],
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
    ['cftr', 'Is ENaC another name for CFTR?', 'not-said function function:enac'],
    ['il32', 'is NK4 an unrelated gene?', 'no alias alias:NK4'],
    ['il32', 'il32 -> tnf in keratinocytes?', 'none none'],
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
    ['cftr', 'Is CFTR expressed in sweat?', 'none none'],
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

function tumourNecrosis(): string {
  return 'none function function:tnf-macrophages function:inflammatory-cytokines';
}
