import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { il32 } from '../fixtures/records.js';

const kindAndVerdict = (question: string): string => {
  const { kind, verdict } = ask([il32], question);
  return verdict === null ? kind : `${kind} ${verdict}`;
};

describe('another molecule', () => {
  it.each([
    'does il32 induce TNF-beta',
    'does il32 induce TNF-gamma',
    'does il32 induce MIP-2 beta',
    'does IL-32 induce IL-6 receptor',
  ])('"%s" is not answered', (question) => {
    expect(ask([il32], question).kind).toBe('none');
  });

  it('names the whole other name', () => {
    const answer = ask([il32], 'does il32 induce TNF-beta');
    expect(answer.kind === 'none' ? answer.reason : answer.kind).toBe(
      '"TNF-beta" is not a name of IL32 in this record, and the record holds nothing about it. Names are matched exactly.',
    );
  });

  it.each(['does il32 induce TNF-alpha', 'does il32 induce TNF alpha', 'does il32 induce MIP-2'])(
    '"%s" is answered',
    (question) => {
      expect(kindAndVerdict(question)).toBe('function yes');
    },
  );
});

describe('another cell or another state of it', () => {
  it.each([
    'is il32 expressed in NKT cells',
    'is il32 expressed in gamma delta T cells',
    'is il32 expressed in memory T cells',
    'is il32 expressed in naive T cells',
    'is il32 induced in NK T cells',
    'does IL-32 induce TNF in resting primary macrophages',
    'does IL-32 make resting monocytes secrete IL-6',
    'does IL-2 raise IL32 in unstimulated NK cells',
  ])('"%s" is not answered', (question) => {
    expect(ask([il32], question).kind).toBe('none');
  });

  it.each([
    'is IL-32 expression raised in activated T cells',
    'does IL-32 make human macrophages produce TNF',
    'does IL-32 make primary macrophages produce TNF',
    'does IL-32 make my macrophages produce TNF',
  ])('"%s" is answered', (question) => {
    expect(kindAndVerdict(question)).toBe('function yes');
  });
});

describe('denials', () => {
  it.each([
    ['has il32 been shown not to induce IL-6?', 'function no'],
    ['does IL-32 neither activate nor differentiate osteoclasts', 'function'],
    ['has nobody shown that il32 induces IL-6', 'function'],
    ['does il32 not support osteoclast differentiation?', 'function'],
    ["doesn't il32 support osteoclast differentiation?", 'function yes'],
    ['does IL-32 lack an RGD motif', 'function no'],
    ['does IL-32 lack chemokine induction', 'function'],
    ['is it false that il32 induces IL-6', 'function'],
    ['has no one shown il32 induces IL-6', 'function'],
    ['is there no evidence that il32 induces IL-6', 'function'],
    ['is there any evidence that il32 induces IL-6', 'function yes'],
    ['yes or no: does il32 induce IL-6', 'function yes'],
  ])('"%s" gives %s', (question, expected) => {
    expect(kindAndVerdict(question)).toBe(expected);
  });
});

describe('who said it', () => {
  it.each([
    ['does Kim 2005 say anything on osteoclasts', 'none not-said'],
    ['did Mabilleau show that it induces IL-6?', 'none not-said'],
    ['did Kim show that it induces IL-6?', 'function yes'],
    ['does Kim 2009 say IL-32 induces IL-6', 'none not-said'],
    ['did Smith show that il32 induces IL-6', 'none'],
  ])('"%s" gives %s', (question, expected) => {
    expect(kindAndVerdict(question)).toBe(expected);
  });
});

describe('what the statement does not say', () => {
  it.each([
    ['does IL32 have 2 tyrosine sulfation sites', 'function'],
    ['does IL32 have two RGD sequences', 'function'],
    ['does IL-32 have 3 myristoylation sites', 'function yes'],
    ['does IL-32 have 4 myristoylation sites', 'function no'],
    ['does IL-32 directly induce TNF', 'function'],
    ['does IL-32 alone induce IL-8', 'function'],
    ['does IL-32 rarely induce IL-6', 'function'],
    ['does IL-32 only induce IL-6', 'function'],
    ['does IL-32 induce IL-6 independently of ERK', 'function'],
    ['does IL-32 potently induce TNF', 'function'],
    ['does IL-32 really induce TNF', 'function yes'],
    ['does IL-32 make angry macrophages produce TNF', 'function'],
    ['does IL-32 induce IL-6 via ERK', 'function'],
    ['does il32 act on osteoclasts via ERK', 'function yes'],
    ['does il32 have several RGD sequences', 'function'],
    ['does il32 have several phosphorylation sites', 'function yes'],
    ['is il32 expressed in T cell lines', 'function'],
    ['is TAIFb an isoform', 'alias no'],
    ['is TAIF an isoform of il32', 'alias no'],
    ['is NK4 the official symbol', 'alias no'],
    ['is NK4 an alias of IL32', 'alias yes'],
    ['is IL32 the official symbol', 'alias yes'],
    ['is IL-32 gamma an isoform', 'alias yes'],
    ['is IL-32 gamma an alias or isoform', 'alias'],
    ['is HomoloGene 128400 still valid', 'identifier'],
  ])('"%s" gives %s', (question, expected) => {
    expect(kindAndVerdict(question)).toBe(expected);
  });

  it.each(['does IL-32beta induce TNF', 'does TAIFd induce IL-6', 'does IL-32 gamma have an RGD motif'])(
    'of one isoform, as in "%s", is said in a note',
    (question) => {
      const { notes, verdict } = ask([il32], question);
      expect(notes).toEqual(['The record does not say which isoform.']);
      expect(verdict).toBeNull();
    },
  );
});

describe('words for names', () => {
  it.each([
    "'; DROP TABLE aliases; --",
    'call my wife',
    'call me names',
    'give names of cytokines',
    'Chemokines induced, names.',
    'How many splice variants of CXCL2 exist?',
    'Which other genes lie at 16p13.3',
  ])('"%s" is not answered', (question) => {
    expect(ask([il32], question).kind).toBe('none');
  });

  it.each(['aliases?', 'other names', 'names?'])('"%s" gives the names', (question) => {
    expect(ask([il32], question).kind).toBe('alias');
  });

  it('leaves an option for help a question for help', () => {
    expect(ask([il32], '/il32 --help').kind).toBe('help');
  });
});

describe('places that the record does not name', () => {
  it.each(['does IL-32 induce TNF in bone', 'is IL-32 expressed in bone', 'does il32 affect bone'])(
    '"%s" is not answered',
    (question) => {
      expect(ask([il32], question).kind).toBe('none');
    },
  );
});
