import { beforeAll, describe, expect, test } from 'vitest';
import type { GeneCatalogue } from '../../src/catalogue/catalogue.js';
import { catalogueReply } from '../../src/reply/catalogue.js';
import { type CatalogueView, catalogueView } from '../../src/view/catalogue.js';
import { sampleCatalogue } from '../catalogue/support.js';

let catalogue: GeneCatalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

const view = (typed: string): CatalogueView => catalogueView(catalogue, typed);
const lines = ({ fields }: CatalogueView): string[] =>
  fields.map(
    ({ name, lines: all }) =>
      `${name}: ${all.map((line) => line.map(({ text }) => text).join(' ')).join(' / ')}`,
  );

describe('a gene without a record', () => {
  test('with all that HGNC has of it', () => {
    const shown = view('tp53');
    expect(shown.title).toBe('TP53 (tumor protein p53)');
    expect(shown.body).toEqual(['TP53 (tumor protein p53) is a human gene.']);
    expect(lines(shown)).toEqual([
      'Full name: tumor protein p53',
      'Aliases: p53, LFS1, Li-Fraumeni syndrome',
      'Place: 17p13.1',
      'Kind of locus: gene with protein product',
      'Database IDs: HGNC:  HGNC:11998 / NCBI Gene:  7157 / Ensembl:  ENSG00000141510 / UniProtKB:  P04637 / RefSeq (mRNA):  NM_000546 / MANE Select:  ENST00000269305 NM_000546 / OMIM:  191170 / MGI:  MGI:98834 / RGD:  RGD:3889',
    ]);
    expect(shown.fields.at(-1)?.lines[1]?.[1]?.url).toBe('https://www.ncbi.nlm.nih.gov/gene/7157');
    expect(shown.source).toBe('Source: HGNC complete set, catalogue of 2026-01-02, CC0');
  });

  test('by a name of several lists them all with the reason', () => {
    const shown = view('HGF');
    expect(shown.title).toBe('HGF: 3 human genes');
    expect(shown.fields.map(({ name }) => name)).toEqual([
      'HGF: approved symbol HGF',
      'IL6: alias HGF',
      'SOS1: alias HGF',
    ]);
  });

  test('by a previous symbol, one that spreadsheets mangle, or a date', () => {
    expect(view('SEPT9').body).toEqual([
      'SEPT9 is a previous symbol of SEPTIN9 (septin 9).',
      'Spreadsheets turn SEPT9 into the date 9-Sep.',
    ]);
    expect(view('9-Sep').body).toEqual([
      '"9-Sep" is what spreadsheets make of SEPT9: SEPTIN9 (septin 9), a previous symbol of SEPTIN9.',
    ]);
  });

  test('with a name that differs in a hyphen alone', () => {
    expect(view('AP-2').body[1]).toBe(
      'Written otherwise: aP2 is an alias of FABP4; AP2 is an alias of GTF3A.',
    );
  });

  test('that was withdrawn', () => {
    expect(view('OLDGENE3').body).toEqual([
      'HGNC has withdrawn OLDGENE3 (HGNC:900003); its place was taken by TP53 and RELA.',
    ]);
  });

  test('by an accession; a bare number may be one of several databases', () => {
    expect(view('ENSG00000169429').body).toEqual([
      'ENSG00000169429 is the Ensembl gene ID of CXCL8 (C-X-C motif chemokine ligand 8).',
    ]);
    expect(view('9235').body).toEqual([
      'HGNC:9235 is the HGNC ID of PPARD (peroxisome proliferator activated receptor delta).',
      '9235 is the NCBI Gene ID of IL32 (interleukin 32).',
    ]);
    expect(view('9235').title).toBe('9235: 2 human genes');
  });

  test('that nobody knows: near names are offered, not taken', () => {
    const shown = view('GAPDDH');
    expect(shown.isFound).toBe(false);
    expect(shown.body).toEqual([
      'HGNC lists no human gene with the name or accession "GAPDDH".',
      'Did you mean GAPDH?',
    ]);
    expect(catalogueReply(shown, false).private).toBe(true);
  });
});

test('as a message: links for the accessions, all within the limits of Discord', () => {
  const { message, outcome, context } = catalogueReply(view('TP53'), false);
  const [embed] = message.embeds;
  expect([outcome, context, embed?.title]).toEqual(['answered', null, 'TP53 (tumor protein p53)']);
  expect(embed?.fields?.at(-1)?.value.split('\n').slice(0, 2)).toEqual([
    'HGNC: [HGNC:11998](https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:11998)',
    'NCBI Gene: [7157](https://www.ncbi.nlm.nih.gov/gene/7157)',
  ]);
  for (const field of embed?.fields ?? []) expect(field.value.length).toBeLessThanOrEqual(1024);
});
