import * as fc from 'fast-check';
import { z } from 'zod';
import type { Reference } from '../../src/record/schema.js';
import { il32 } from '../fixtures/records.js';

/** The references of the IL32 record, in its order: NCBI Gene, Kim 2005, Mabilleau 2009. */
export const IL32_REFERENCES: readonly Reference[] = il32.references;

export function referenceOf(id: string): Reference {
  const reference = IL32_REFERENCES.find((candidate) => candidate.id === id);
  if (reference === undefined) throw new Error(`no reference ${id}`);
  return reference;
}

export const KIM = referenceOf('kim-2005');
export const MABILLEAU = referenceOf('mabilleau-2009');
export const NCBI_GENE = referenceOf('entrez-gene');

/** Titles with all that a format could trip over: TeX and Markdown characters, line ends, letters of other scripts. */
export const titles = fc
  .array(
    fc
      .constantFrom(
        '\\',
        '{',
        '}',
        '&',
        '%',
        '$',
        '#',
        '_',
        '~',
        '^',
        '-',
        "'",
        '`',
        '"',
        '@',
        ',',
        '(',
        ')',
        '*',
        '|',
        ' ',
        '\n',
      )
      .map(String)
      .chain((mark) =>
        fc.constantFrom(mark, 'NF-κB', 'α', 'TNFalpha', 'Müller', 'p53', 'a', 'IL-32', '細胞', '50'),
      ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => `T${parts.join('')}x`);

/** Family names as people have them, and some that break naive writers. */
export const authors = fc.array(
  fc.record({
    family: fc.constantFrom(
      'Kim',
      'Müller',
      "O'Neill",
      'Smith-Jones',
      'Nguyễn',
      'Ångström',
      'Anderson',
      'Sand and Sons',
      'Others',
    ),
    given: fc.constantFrom('A.', 'S. H.', 'J.-P.', 'É.'),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The same text with every run of white space as one space. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** A CSL item as another parser gives it, with what it adds left out. */
export const cslItems = z.array(
  z.object({
    type: z.string(),
    title: z.string(),
    author: z.array(z.object({ family: z.string(), given: z.string() })).optional(),
    issued: z.object({ 'date-parts': z.array(z.array(z.number())) }).optional(),
    accessed: z.object({ 'date-parts': z.array(z.array(z.number())) }).optional(),
    'container-title': z.string().optional(),
    'container-title-short': z.string().optional(),
    volume: z.string().optional(),
    issue: z.string().optional(),
    page: z.string().optional(),
    DOI: z.string().optional(),
    PMID: z.string().optional(),
    PMCID: z.string().optional(),
    URL: z.string().optional(),
  }),
);
