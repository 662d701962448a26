import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { read as readRis } from '@customcommander/ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportReferences } from '../../src/citation/export.js';
import { formatCitation } from '../../src/citation/format.js';
import type { Author } from '../../src/record/reference-schema.js';
import type { Reference } from '../../src/record/schema.js';
import { doiLink, plainTitle } from '../../src/record/words.js';
import { NASTY } from './nasty.js';

const csl = z.array(
  z.looseObject({
    title: z.string(),
    author: z.array(z.record(z.string(), z.string())).optional(),
    DOI: z.string().optional(),
    page: z.string().optional(),
    issued: z.object({ 'date-parts': z.array(z.array(z.number())) }).optional(),
  }),
);

function contentOf(reference: Reference, format: 'bibtex' | 'ris'): string {
  return exportReferences([reference], format, 'il32').content;
}

function readAsCsl(content: string) {
  const [item] = csl.parse(new Cite(content).data);
  if (item === undefined) throw new Error('nothing was read');
  return item;
}

/** All parts of a name in one text: parsers differ in where they keep particles. */
function nameText(name: Readonly<Record<string, string | undefined>> | Author): string {
  const parts: Readonly<Record<string, string | undefined>> = { ...name };
  const { literal, family, given, suffix } = parts;
  const particles = [parts['dropping-particle'], parts['non-dropping-particle']];
  return [...particles, literal ?? family, given, suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .replaceAll(',', '');
}

const cases = NASTY.map((reference) => [reference.id, plainTitle(reference), reference] as const);

test('there are at least 60, and the record takes each', () => {
  expect(NASTY.length).toBeGreaterThanOrEqual(60);
});

describe.each(cases)('%s: %s', (_, title, reference) => {
  test('RIS comes back from both parsers', () => {
    const content = contentOf(reference, 'ris');
    expect(
      content.split('\r\n').every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/u.test(line)),
    ).toBe(true);
    expect(readRis(content.replaceAll('\r\n', '\n'))).toMatchObject([
      { TI: [title], ...(reference.DOI && { DO: [reference.DOI] }) },
    ]);
    const read = readAsCsl(content);
    expect(read.title).toBe(title);
    expect(read.author?.map(nameText)).toEqual(reference.author?.map(nameText));
    // The reader knows of a chapter's date only its year.
    const parts = reference.type === 'chapter' ? 1 : 3;
    expect(read.issued?.['date-parts'][0]).toEqual(reference.issued?.['date-parts'][0].slice(0, parts));
    expect(content).not.toMatch(/^UR {2}- .*[;<>" ]/mu);
  });

  test('BibTeX comes back from both parsers', () => {
    const content = contentOf(reference, 'bibtex');
    expect(content.split('{').length).toBe(content.split('}').length);
    const { entries, errors } = parseBibtex(content, { sentenceCase: false, caseProtection: false });
    expect(errors).toEqual([]);
    const plain = (text = '') => text.replaceAll(/<\/?(?:i|b|sup|sub|span)[^<>]*>/gu, '');
    // It turns a raised + into ⁺.
    expect(plain(entries[0]?.fields.title).normalize('NFKC')).toBe(title.normalize('NFKC'));
    const read = readAsCsl(content);
    expect(read.author?.map(nameText)).toEqual(reference.author?.map(nameText));
    expect(read.DOI).toBe(reference.DOI);
    expect(read.issued?.['date-parts'][0]?.[0]).toEqual(reference.issued?.['date-parts'][0][0]);
  });

  test.each(['vancouver', 'apa', 'harvard'])(
    '%s writes it on one line, DOI and title whole',
    async (style) => {
      const line = await formatCitation(reference, style);
      expect(line).not.toMatch(/[\n\r]|<\/?(?:i|b|sup|sub|sc|span)\b|\s\s|(?<!\.)\.\.(?!\.)|undefined/u);
      const known =
        reference.DOI === undefined ? '' : style === 'vancouver' ? reference.DOI : doiLink(reference.DOI);
      expect(line).toContain(known);
      const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}<>%{}&]+/gu, '');
      expect(letters(line)).toContain(letters(title));
    },
  );
});
