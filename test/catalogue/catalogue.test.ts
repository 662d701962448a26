import { beforeAll, describe, expect, test } from 'vitest';
import type { GeneCatalogue } from '../../src/catalogue/catalogue.js';
import { geneAccessions } from '../../src/search/accessions.js';
import { sampleCatalogue, told } from './support.js';

let catalogue: GeneCatalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

const found = (name: string): string[] => told(catalogue.lookUp(name));

describe('a name', () => {
  test.each([
    ['TP53', ['TP53 symbol TP53']],
    ['tp53', ['TP53 symbol TP53']],
    ['tumor protein p53', ['TP53 name tumor protein p53']],
    ['SCYB8', ['CXCL8 alias SCYB8']],
    ['IL8', ['CXCL8 previous symbol IL8']],
    ['interleukin 8', ['CXCL8 previous name interleukin 8']],
    ['Li-Fraumeni syndrome', ['TP53 alias name Li-Fraumeni syndrome']],
    ['IL-32', ['IL32 symbol IL32']],
    ['IL 32', ['IL32 symbol IL32']],
    ['ＩＬ３２', ['IL32 symbol IL32']],
    ['IFN-γ', ['IFNG symbol IFNG']],
    ['interferon gamma', ['IFNG name interferon gamma']],
    ['TNFα', ['TNF alias TNF-alpha']],
    ['β-catenin', ['CTNNB1 alias beta-catenin']],
    ['HLA-A', ['HLA-A symbol HLA-A']],
    ['C4B_2', ['C4B_2 symbol C4B_2']],
    ['great', ['RXFP2 alias GREAT']],
    ['CAT', ['CAT symbol CAT']],
    ['IL35', []],
    ['TAIFA', []],
    ['IL', []],
    ['', []],
    ['-', []],
  ])('%s', (name, wanted) => {
    expect(found(name)).toEqual(wanted);
  });

  test('of several genes lists them all, approved symbols first, then previous ones, then aliases', () => {
    expect(found('p65')).toEqual(['GORASP1 alias P65', 'RELA alias p65', 'SYT1 alias P65']);
    expect(found('HGF')).toEqual(['HGF symbol HGF', 'IL6 alias HGF', 'SOS1 alias HGF']);
    expect(found('DEC1')).toEqual(['DELEC1 previous symbol DEC1', 'BHLHE40 alias DEC1']);
    expect(found('p21')).toEqual([
      'CDKN1A alias P21',
      'NSG1 alias P21',
      'TCEAL1 alias p21',
      'H3P16 alias p21',
    ]);
  });

  test('with a hyphen is another one than without; the other is told apart', () => {
    const withHyphen = catalogue.lookUp('AP-2');
    expect(told(withHyphen)).toEqual(['TFAP2A alias AP-2']);
    expect(told({ matches: withHyphen.alike })).toEqual(['FABP4 alias aP2', 'GTF3A alias AP2']);
    const without = catalogue.lookUp('AP2');
    expect(told(without)).toEqual(['FABP4 alias aP2', 'GTF3A alias AP2']);
    expect(told({ matches: without.alike })).toEqual(['TFAP2A alias AP-2']);
  });

  test('that only exists with a hyphen is found without it', () => {
    expect(found('AP1')).toEqual(['FOS alias AP-1', 'FOSB alias AP-1', 'JUN alias AP-1', 'JUND alias AP-1']);
  });

  test('that was withdrawn says what took its place', () => {
    expect(catalogue.lookUp('OLDGENE1').matches[0]).toMatchObject({
      kind: 'withdrawn symbol',
      gene: { status: 'withdrawn', hgncId: 'HGNC:900001', replacedBy: [] },
    });
    expect(catalogue.lookUp('oldgene2').matches[0]?.gene.replacedBy).toEqual(['IL32']);
    expect(catalogue.lookUp('OLDGENE3').matches[0]?.gene.replacedBy).toEqual(['TP53', 'RELA']);
  });

  test('is cut before it is compared when it is endless', () => {
    expect(found('x'.repeat(100_000))).toEqual([]);
    expect(catalogue.complete('TP53'.repeat(50_000), 25)).toEqual([]);
  });
});

describe('a date of a spreadsheet', () => {
  test('stands for every symbol that becomes it', () => {
    const finding = catalogue.lookUp('1-Mar');
    expect(told(finding)).toEqual([
      'MARCHF1 previous symbol MARCH1',
      'MTARC1 previous symbol MARC1',
      'RTL1 alias Mar1',
    ]);
    expect(finding.date).toEqual({ typed: 'date', shown: '1-Mar' });
  });

  test.each(['9-Sep', '09-Sep', '9-sept', 'Sep-9', '9 Sep', '9.Sep', '09-Sep-24', '9-Sep-2024'])(
    '%s',
    (typed) => {
      expect(found(typed)).toEqual(['SEPTIN9 previous symbol SEPT9']);
    },
  );

  test('is told of a symbol that becomes one', () => {
    expect(catalogue.lookUp('SEPT9').date).toEqual({ typed: 'symbol', shown: '9-Sep' });
    expect(catalogue.lookUp('OCT4').date).toEqual({ typed: 'symbol', shown: '4-Oct' });
    expect(catalogue.lookUp('TP53').date).toBeNull();
  });

  test('behind which there is no gene is no name', () => {
    expect(catalogue.lookUp('24-Dec')).toEqual({ matches: [], alike: [], date: null });
  });
});

describe('an accession', () => {
  const entries = (typed: string): string[] =>
    geneAccessions(catalogue, typed, true)
      .flatMap((found) => found.entries)
      .map(({ database, accession, gene }) => `${database} ${accession} ${gene.symbol}`);

  test.each([
    ['HGNC:16830', ['hgnc HGNC:16830 IL32']],
    ['ENSG00000169429', ['ensembl ENSG00000169429 CXCL8']],
    ['ensg00000169429.12', ['ensembl ENSG00000169429 CXCL8']],
    ['P04637', ['uniprot P04637 TP53']],
    ['p04637-2', ['uniprot P04637 TP53']],
    ['NM_000546.6', ['refseq_mrna NM_000546 TP53', 'mane NM_000546 TP53']],
    ['ENST00000269305.9', ['mane ENST00000269305 TP53']],
    ['OMIM:191170', ['omim 191170 TP53']],
    ['CCDS7891', ['ccds CCDS7891 CAT']],
    ['MGI:98834', ['mgi MGI:98834 TP53']],
    ['RGD:3889', ['rgd RGD:3889 TP53']],
    ['GeneID: 7157', ['ncbigene 7157 TP53']],
    ['9235', ['hgnc HGNC:9235 PPARD', 'ncbigene 9235 IL32']],
    ['HGNC:900002', ['hgnc HGNC:900002 OLDGENE2']],
    ['ENSG00000169420', []],
    ['TP53', []],
    ['', []],
  ])('%s', (typed, wanted) => {
    expect(entries(typed)).toEqual(wanted);
  });
});

describe('names in a text', () => {
  const named = (text: string): string[] =>
    catalogue
      .named(text)
      .map(
        ({ start, end, finding }) =>
          `${text.slice(start, end)}=${finding.matches.map(({ gene }) => gene.symbol)}`,
      );

  test.each([
    ['Is TIFA the same as TAIFA?', ['TIFA=TIFA,IL22']],
    ['IL-8, IL 6 and TNF alpha rose', ['IL-8=CXCL8', 'IL 6=IL6', 'TNF alpha=TNF']],
    ['tumor necrosis factor and interleukin 32 gamma', ['tumor necrosis factor=TNF', 'interleukin 32=IL32']],
    ['c-fos binds p65.', ['c-fos=FOS', 'p65=GORASP1,RELA,SYT1']],
    ['MAPK/ERK', ['ERK=EPHB2,MAPK1']],
    ['the great cat has a large set of the rest', []],
    ['THE REST OF THE CAT WAS LARGE', []],
    ['a rest, a SET, a CAT', []],
    ['on 1-Mar we met', []],
    ['5 mg in 10 ml at 37 C', []],
    ['', []],
  ])('%s', (text, wanted) => {
    expect(named(text)).toEqual(wanted);
  });
});

describe('offers while somebody types', () => {
  const offered = (typed: string, limit = 6): string[] =>
    catalogue.complete(typed, limit).map(({ name, symbol }) => `${name}=${symbol}`);

  test('the same name first, then those that begin so, then those one edit away; each gene once', () => {
    expect(offered('IL3')).toEqual([
      'IL31=IL31',
      'IL32=IL32',
      'IL33=IL33',
      'IL2=IL2',
      'IL6=IL6',
      'IL8=CXCL8',
    ]);
    expect(offered('tifa', 2)).toEqual(['TIFA=TIFA', 'TIFa=IL22']);
    expect(offered('tumor necr')).toEqual([
      'tumor necrosis factor=TNF',
      'tumor necrosis factor-induced gene 1=CXCL8',
    ]);
  });

  test.each([
    ['a letter left out', 'GAPH', 'GAPDH'],
    ['one too many', 'GAPDDH', 'GAPDH'],
    ['another one', 'GAPTH', 'GAPDH'],
    ['two swapped', 'GADPH', 'GAPDH'],
    ['two swapped across the middle', 'BRAC1', 'BRCA1'],
    ['the first one', 'BP53', 'TP53'],
    ['the last one', 'TP54', 'TP53'],
  ])('one edit: %s', (_, typed, symbol) => {
    expect(catalogue.near(typed, 25).map(({ gene }) => gene.symbol)).toContain(symbol);
  });

  test('nothing for nothing, and nothing two edits away', () => {
    expect(offered('')).toEqual([]);
    expect(catalogue.near('GAXXH', 25)).toEqual([]);
    expect(catalogue.near('T', 25)).toEqual([]);
  });
});

test('a symbol gives its gene with everything that HGNC has', () => {
  expect(catalogue.bySymbol('il32')).toEqual({
    hgncId: 'HGNC:16830',
    status: 'approved',
    symbol: 'IL32',
    name: 'interleukin 32',
    location: '16p13.3',
    locusGroup: 'protein-coding gene',
    locusType: 'gene with protein product',
    aliases: ['NK4', 'TAIF', 'TAIFb', 'TAIFd'],
    aliasNames: ['natural killer cell transcript 4'],
    previousSymbols: [],
    previousNames: [],
    replacedBy: [],
    accessions: {
      hgnc: ['HGNC:16830'],
      ncbigene: ['9235'],
      ensembl: ['ENSG00000008517'],
      uniprot: ['P24001'],
      refseq_mrna: ['NM_004221'],
      mane: ['ENST00000525643', 'NM_001376923'],
      omim: ['606001'],
      ccds: [],
      mgi: [],
      rgd: [],
    },
  });
  expect(catalogue.bySymbol('NK4')).toBeNull();
});
