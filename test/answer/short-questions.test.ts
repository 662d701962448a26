import { describe, expect, it } from 'vitest';
import { factIds } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import { cxcl8, il32, kvnx6 } from '../fixtures/records.js';

/** The lead, the kind and the facts of an answer. */
function told(question: string, after?: string, record = il32): string {
  const before = after === undefined ? undefined : ask([record], after);
  const previous = before === undefined ? {} : { previous: { record, request: before.request } };
  const answer = ask([record], question, previous);
  return [answer.verdict ?? 'none', answer.kind, ...factIds(answer)].join(' ');
}

describe('short questions that ask whether', () => {
  it.each([
    ['is there at least one tyrosine sulfation site?', 'yes function function:tyrosine-sulfation-site'],
    ['at least two myristoylation sites?', 'yes function function:myristoylation-sites'],
    ['more than three myristoylation sites?', 'no function function:myristoylation-sites'],
    ['exactly three myristoylation sites?', 'yes function function:myristoylation-sites'],
    ['4 myristoylation sites, no?', 'no function function:myristoylation-sites'],
    ['does it have fewer than three myristoylation sites?', 'no function function:myristoylation-sites'],
    ['phospho sites confirmed?', 'no function function:phosphorylation-sites'],
    ['are the phosphorylation sites known?', 'no function function:phosphorylation-sites'],
    ['proinflammatory right', 'yes function function:pro-inflammatory'],
    ['is it on 16', 'yes location location:human'],
    ['are the phospho sites real or guessed', 'none function function:phosphorylation-sites'],
    ['on 6 right?', 'no location location:human'],
    ['nk4 = il32?', 'yes alias alias:NK4 alias:IL32'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(question)).toBe(expected);
  });
});

describe('names of one kind', () => {
  it.each([
    ['full name?', 'none alias alias:Interleukin 32'],
    ['gene symbol?', 'none alias alias:IL32'],
    ['official symbol and full name?', 'none alias alias:IL32 alias:Interleukin 32'],
    ['do IL-32alpha and IL-32beta refer to one isoform?', 'no alias alias:IL-32alpha alias:IL-32beta'],
    ['is TAIF the same as TAIFa?', 'yes alias alias:TAIF alias:TAIFa'],
    ['I found TAIFd in an old article. Is it IL-32?', 'yes alias alias:TAIFd'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(question)).toBe(expected);
  });
});

describe('authors, years and accessions', () => {
  it.each([
    ['is Dinarello an author?', 'yes citation citation:kim-2005'],
    ['was Kim et al. published in Cell?', 'no citation citation:kim-2005'],
    ['Was Kim et al. 2005 published in Cell?', 'no citation citation:kim-2005'],
    ['was the osteoclast study published in 2009?', 'yes citation citation:mabilleau-2009'],
    ['was kim 2005 in nature', 'not-said citation citation:kim-2005'],
    ['paper about tnf', 'none citation citation:kim-2005'],
    ['Is NM_001012631 the protein?', 'no identifier id:refseq_mrna:human'],
    ['Did Sabokbar co-author the Kim paper?', 'no citation citation:kim-2005 citation:mabilleau-2009'],
    ['P24011 from my blast, is that il32', 'no identifier id:uniprot:human id:uniprot:mouse'],
    ['is the OMIM number 290?', 'no identifier id:omim:human'],
    ['is 16830 the hgnc number', 'yes identifier id:hgnc:human'],
    ['P24001 = TNF?', 'none none'],
    [
      'Is P24001 a RefSeq accession?',
      'no identifier id:refseq_mrna:human id:refseq_mrna:mouse id:refseq_protein:human id:refseq_protein:mouse',
    ],
    ['is NP_001012649 from refseq?', 'yes identifier id:refseq_protein:human'],
    ['TAIFa,TAIFb,TAIFc,TAIFd', 'none alias alias:TAIFa alias:TAIFb alias:TAIFc alias:TAIFd'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(question)).toBe(expected);
  });
});

describe('who acts', () => {
  it.each([
    [
      'does il32 make macrophages produce tnf',
      'yes function function:tnf-macrophages function:inflammatory-cytokines',
    ],
    ['is IL-6 released by monocytes when IL-32 is added?', 'yes function function:inflammatory-cytokines'],
    ['IL2 makes il32 go down in NKs, right', 'no function function:expression-nk-cells'],
    ['is it IL-32 that raises IL-2?', 'not-said function function:expression-nk-cells'],
    ['what induces it', 'none function function:expression-t-cells function:expression-nk-cells'],
    ['what turns il32 on', 'none function function:expression-t-cells function:expression-nk-cells'],
    ['Which cytokine increases IL-32 in NK cells?', 'none function function:expression-nk-cells'],
    ['In which diseases is IL-32 increased?', 'none none'],
    [
      'does IL-32 keep macrophages from producing TNF?',
      'no function function:tnf-macrophages function:inflammatory-cytokines',
    ],
    ['which pathway does it regulate', 'none function function:osteoclast-pathway'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(question)).toBe(expected);
  });
});

describe('a species named behind a question about another', () => {
  it('asks the same of it', () => {
    expect(told('human one i mean', 'mouse uniprot?')).toBe('none identifier id:uniprot:human');
    expect(told('and in mouse?', 'where is it', kvnx6)).toBe('none location location:mouse');
  });
});

describe('words that nobody knows', () => {
  it.each([
    ['Is the effect of IL-32 on IL-8 dose dependent?', 'not-said function function:chemokines'],
    ['Does IL-32 induce oxidised IL-8?', 'not-said function function:chemokines'],
    ['Does IL-32 induce IL-8?', 'yes function function:chemokines'],
    [
      'does it induce TNF in alveolar macrophages',
      'not-said function function:tnf-macrophages function:inflammatory-cytokines',
    ],
    [
      'is IL-32 an orphan cytokine',
      'not-said function function:cytokine-family function:pro-inflammatory function:inflammatory-cytokines',
    ],
    ['is IL-32 good against inflammation?', 'not-said function function:pro-inflammatory'],
    ['does IL-32 induce IL-8 receptors', 'none none'],
    ['is it expressed in resting NK cells?', 'not-said function function:expression-nk-cells'],
    [
      'is IL-32 a type I cytokine?',
      'not-said function function:cytokine-family function:pro-inflammatory function:inflammatory-cytokines',
    ],
    ['is IL32 high in inflammation?', 'not-said function function:pro-inflammatory'],
    ['does IL-32 increase IL-8 at low dose', 'none none'],
    ['does IL-32 induce IL-8 through MAPK?', 'not-said function function:chemokines'],
    ['does IL-32 induce TNF more than IL-6', 'none function function:inflammatory-cytokines'],
    ['does the human protein have an RGD motif', 'yes function function:rgd-sequence'],
  ])('may narrow the claim: "%s" gives "%s"', (question, expected) => {
    expect(told(question)).toBe(expected);
  });

  it('may narrow a class', () => {
    expect(told('is CXCL8 a cc chemokine', undefined, cxcl8)).toMatch(/^not-said/u);
    expect(told('is CXCL8 a CXC chemokine', undefined, cxcl8)).toMatch(/^yes/u);
  });
});

describe('verdicts that went wrong', () => {
  it('nowhere else limits the place, not the object', () => {
    const question = 'does KVNX6 raise repetitive firing in Purkinje cells and nowhere else?';
    expect(told(question, undefined, kvnx6)).toBe('not-said function function:firing');
  });

  it('one is denied where several are recorded', () => {
    expect(told('Does IL32 encode just one isoform?')).toMatch(/^no /u);
  });

  it('a predicate that nobody knows is not affirmed', () => {
    expect(told('would you call IL32 a helicase?')).not.toMatch(/^(?:yes|no) /u);
  });

  it('who acts is told by the sentence where the relation has no sign', () => {
    expect(told('is it known that PKA is impacted by KVNX6?', undefined, kvnx6)).not.toMatch(/^yes/u);
    expect(told('does KVNX6 control PKA?', undefined, kvnx6)).not.toMatch(/^yes/u);
  });
});

describe('arms of the chromosome', () => {
  it.each([
    ['is it on the long arm of chromosome 16', 'no location location:human'],
    ['is it on the short arm of chromosome 16', 'yes location location:human'],
    ['is it on 16q', 'no location location:human'],
    ['is IL-32 X-linked?', 'no location location:human'],
  ])('"%s" gives "%s"', (question, expected) => {
    expect(told(question)).toBe(expected);
  });

  it('no species is denied to somebody who asks what to do', () => {
    expect(told('can I inject IL-32 in mouse?')).not.toMatch(/^no /u);
  });
});
