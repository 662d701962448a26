import { describe, expect, it } from 'vitest';
import { factIds } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import { loadRecord } from '../../src/record/load.js';
import { il32 } from '../fixtures/records.js';
import { told } from './told.js';

const [gck, lmna] = await Promise.all([
  loadRecord('test/fixtures/genes/gck.json'),
  loadRecord('test/fixtures/genes/lmna.json'),
]);

describe('a sentence of several predicates', () => {
  it.each([
    ['does GCKR inhibit GCK in hepatocytes?', 'yes function function:gckr'],
    ['does GCKR activate GCK in hepatocytes?', 'no function function:gckr'],
    ['does GCKR bind GCK?', 'yes function function:gckr'],
    ['does GCK promote insulin secretion in beta cells?', 'yes function function:glucose-sensor'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(gck, question)).toBe(expected);
  });

  it('is about the gene where what the gene is acts', () => {
    expect(told(lmna, 'does LMNA bind emerin in fibroblasts?')).toBe('yes function function:emerin');
  });
});

describe('what is denied in the record', () => {
  it.each([
    ['is glucokinase inhibited by glucose-6-phosphate?', 'no function function:product-inhibition'],
    ['does fasting change GCK in pancreatic islets?', 'no function function:fasting'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(gck, question)).toBe(expected);
  });

  it.each([
    ['CASP3 cleaves lamin A?', 'no function function:caspase-3'],
    ['is lamin A/C expressed in undifferentiated ES cells?', 'no function function:es-cells'],
    ['CDK1 dephosphorylates lamin A?', 'no function function:cdk1'],
    ['CDK1 phosphorylates lamin A?', 'yes function function:cdk1'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(lmna, question)).toBe(expected);
  });
});

describe('mutations', () => {
  it.each([
    ['do GCK mutations cause MODY2?', 'yes function function:mody2'],
    ['does GCK cause MODY2?', 'not-said function function:mody2'],
    ['do activating GCK mutations cause MODY2?', 'not-said function function:mody2'],
  ])('are not the gene itself, and their kind counts: "%s" gives "%s"', (question, expected) => {
    expect(told(gck, question)).toBe(expected);
  });

  it('may stand far from the gene', () => {
    expect(told(lmna, 'is HGPS caused by a LMNA point mutation?')).toBe('yes function function:progerin');
  });
});

describe('a word that only the title of a reference has', () => {
  it('is no part of what is recorded', () => {
    expect(told(gck, 'gck phosphorylates fructose too?')).toMatch(/^(?:not-said|none) /u);
  });
});

describe('two claims in one', () => {
  it.each([
    ['just one transcript, no splicing, right?', /^none function /u],
    ['is expression lost without mitogens', /^none function /u],
    ['are IL-32α and IL-32β the same length?', /^not-said alias /u],
  ])('get no Yes or No: "%s"', (question, expected) => {
    expect(told(il32, question)).toMatch(expected);
  });
});

describe('how cells are said to be made to do something', () => {
  it.each([
    [
      'Are monocytes prompted by IL-32 to release inflammatory cytokines?',
      'yes function function:inflammatory-cytokines',
    ],
    ['can monocytes be made to release IL-6 by il-32', 'yes function function:inflammatory-cytokines'],
    ['mitogen activated T cells have more IL-32, true?', 'yes function function:expression-t-cells'],
    ['Is IL-6 secreted in response to IL-32?', 'yes function function:inflammatory-cytokines'],
    ['does IL-32 make il6', 'yes function function:inflammatory-cytokines'],
    ['il32 make less cxcl2?', 'no function function:chemokines'],
    [
      'Is the actin cytoskeleton unaffected by IL-32 in osteoclasts?',
      'no function function:osteoclast-pathway',
    ],
    [
      'Does IL-32 leave the MAPK/ERK pathway in osteoclasts untouched?',
      'no function function:osteoclast-pathway',
    ],
    ['Is ERK signalling in osteoclasts modulated by IL-32?', 'yes function function:osteoclast-pathway'],
    ['Does IL-32 stimulate either IL-8 or CXCL2?', 'yes function function:chemokines'],
    ['Is IL-8 the sole chemokine that IL-32 induces?', 'no function function:chemokines'],
    ['would you call IL-32 a pro-inflammatory cytokine', 'yes function function:pro-inflammatory'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(il32, question)).toBe(expected);
  });
});

describe('the number of a reference', () => {
  it.each([
    ['10.1016/j.immuni.2004.12.003 is that one of ur refs?', 'yes citation citation:kim-2005'],
    ['PMID 19137064 is the osteoclast one, right', 'yes citation citation:mabilleau-2009'],
    ['PMID 15664165 is the osteoclast one, right', 'no citation citation:kim-2005'],
    ['is the osteoclast one in plos one', 'yes citation citation:mabilleau-2009'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(il32, question)).toBe(expected);
  });
});

describe('an accession that the record does not have', () => {
  it.each([
    ['ENSG00000008571 is IL32 right', 'no identifier id:ensembl:human id:ensembl:mouse'],
    ['HGNC:16380, is that the one', 'no identifier id:hgnc:human'],
    ['OMIM 147670 for IL32?', 'no identifier id:omim:human'],
    ['ENSG00000008571 is top of my DE list what gene is it', 'none none'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(il32, question)).toBe(expected);
  });
});

describe('a gene that is called what it is', () => {
  const trpv1 = loadRecord('test/fixtures/genes/trpv1.json');

  it.each([
    ['is the channel blocked by capsazepine?', 'yes function function:blockers'],
    ['does ruthenium red activate the channel?', 'no function function:blockers'],
    ['does PIP2 open the channel?', 'no function function:pip2'],
    ['does the channel conduct calcium?', 'yes function function:calcium'],
    ['amiloride - does it block trpv1?', 'none none'],
  ])('"%s" gives "%s"', async (question, expected) => {
    expect(told(await trpv1, question)).toBe(expected);
  });
});

describe('who acts', () => {
  it.each([
    ['Is TNF provoking the IL-32?', /^(?:not-said|none) /u],
    ['is TNF the reason that IL-32 goes up', /^(?:not-said|none) /u],
    ['knocking down IL32, does IL-8 fall?', /^(?:not-said|none) /u],
    ['does TNF go down when il32 is silenced', /^(?:not-said|none) /u],
    ['il6 down with il32?', /^(?:no|not-said|none) /u],
    ['does IL-32 induce TNF in mice?', /^(?:not-said|none) /u],
    ['IL-32 calms monocytes so that they secrete less IL-6, yes?', /^(?:no|not-said|none) /u],
  ])('must be told before a Yes: "%s"', (question, expected) => {
    expect(told(il32, question)).toMatch(expected);
  });
});

describe('what of the gene is meant', () => {
  const runx2 = loadRecord('test/fixtures/genes/runx2.json');
  const kcnh2 = loadRecord('test/fixtures/genes/kcnh2.json');

  it.each([
    ['does TWIST1 reduce RUNX2 expression?', 'no function function:twist1-expression'],
    ['does TWIST1 inhibit RUNX2?', 'yes function function:twist1'],
    ['RUNX2 is needed for bone formation, right?', 'yes function function:bone-formation'],
    ['is bone formation required for RUNX2?', 'not-said function function:bone-formation'],
  ])('is told apart: "%s" gives "%s"', async (question, expected) => {
    expect(told(await runx2, question)).toBe(expected);
  });

  it.each([
    ['and IKs, does hERG conduct that too?', 'no function function:iks'],
    ['does KCNE2 assemble with hERG?', 'yes function function:kcne2'],
    ['human KCNH2 on chr7?', 'yes location location:human'],
    ['human KCNH2 on chr8?', 'no location location:human'],
  ])('"%s" gives "%s"', async (question, expected) => {
    expect(told(await kcnh2, question)).toBe(expected);
  });
});

describe('two deeds in one', () => {
  const trpv1 = loadRecord('test/fixtures/genes/trpv1.json');

  it.each([
    'Is TRPV1 blocked by capsazepine but activated by ruthenium red?',
    'Does capsazepine block TRPV1 while ruthenium red activates it?',
    'Is TRPV1 activated by capsaicin and blocked by capsazepine?',
    'Does activation of TRPV1 by capsaicin lead to vasodilation?',
    'Is the activation of TRPV1 by capsaicin blocked by capsazepine?',
  ])('get no Yes or No: "%s"', async (question) => {
    expect(told(await trpv1, question)).toMatch(/^none function /u);
  });

  it.each([
    ['Does TRPV1 activate capsaicin?', /^(?:not-said|none) /u],
    ['Is capsaicin required for TRPV1 activation?', /^(?:not-said|none) /u],
    ['Does TRPV1 cause inflammation?', /^(?:not-said|none) /u],
    ['Does NGF activate TRPV1?', /^(?:not-said|none) /u],
    ['Did Caterina show that TRPV1 is not expressed in the liver?', /^(?:yes|none) /u],
  ])('a Yes or No needs the very deed: "%s"', async (question, expected) => {
    expect(told(await trpv1, question)).toMatch(expected);
  });

  it.each([
    ['Did Mabilleau show that IL-32 does not support osteoclast activation?', /^yes function /u],
    ['Did Kim 2009 show IL-32 is pro-inflammatory?', /^(?:not-said|none|no) /u],
    ['Can IL-32 alone induce TNF-alpha in macrophages?', /^none function /u],
    ['Do macrophages produce TNF-alpha only when IL-32 is present?', /^(?:not-said|none) /u],
    ['does it have several RGD sequences?', /^not-said function /u],
  ])('"%s"', (question, expected) => {
    expect(told(il32, question)).toMatch(expected);
  });
});

describe('numbers', () => {
  const trpv1 = loadRecord('test/fixtures/genes/trpv1.json');

  it.each([
    ['does TRPV1 have 6 transmembrane segments?', 'yes function function:domains'],
    ['does TRPV1 have 7 transmembrane segments?', 'no function function:domains'],
    ['does TRPV1 have 6 ankyrin repeats?', 'not-said function function:domains'],
    ['does TRPV1 have several ankyrin repeats?', 'yes function function:domains'],
  ])('count what they stand before: "%s" gives "%s"', async (question, expected) => {
    expect(told(await trpv1, question)).toBe(expected);
  });
});

describe('ways of speaking', () => {
  it.each([
    ['sooo what does this gene actually do', /^none function /u],
    ['Is IL-32 a cytokine inhibitor / suppressor?', /^no function /u],
    ['does IL-32 inhibit or suppress TNF?', /^(?:no|none) function /u],
    ['Do macrophages make TNF-alpha when IL-32 is absent?', /^(?:not-said|none) /u],
    ['are IL-32β and IL32 the same gene?', /^yes alias /u],
    ["band is 16p13.3, isn't it", /^yes location /u],
    ['any papers on osteoclasts?', /^(?:yes|none) citation /u],
  ])('are read: "%s"', (question, expected) => {
    expect(told(il32, question)).toMatch(expected);
  });
});

describe('a question that names the gene as such', () => {
  it('is not changed by what was asked before', () => {
    const before = ask([il32], 'does IL-32 induce IL-8?', { record: il32 });
    const previous = { record: il32, request: before.request };
    const answer = ask([il32], 'what does this gene actually do', { record: il32, previous });
    expect(factIds(answer)).toHaveLength(il32.statements.length);
  });
});
