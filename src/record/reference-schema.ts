import { z } from 'zod';
import { httpsUrl, id, line } from './fields.js';

/** A reference as CSL-JSON 1.0.2 has it, as far as a bibliography needs it. */

/** CSL types of what gene records cite; a preprint is an `article` with the genre "preprint". */
const REFERENCE_TYPES = [
  'article-journal',
  'article',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'thesis',
  'report',
  'paper-conference',
  'dataset',
  'webpage',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
] as const;

const given = line
  .max(80)
  .regex(/^(?!\p{Lu}{2,}$)/u, 'expected initials one by one, such as "S. H."')
  .describe('given names or initials, such as "S. H."');

/** A person or a group that signs a reference. */
export type Author =
  | {
      readonly family: string;
      readonly given?: string | undefined;
      /** a particle that sorts with the name: "van" in "van Gogh" */
      readonly 'non-dropping-particle'?: string | undefined;
      /** a particle that does not: "de" in "de la Fontaine" */
      readonly 'dropping-particle'?: string | undefined;
      readonly suffix?: string | undefined;
    }
  | { readonly literal: string };

const particle = line.max(40).optional();

const author = z
  .strictObject({
    family: line.max(120).optional(),
    given: given.optional(),
    'non-dropping-particle': particle.describe('sorts with the name: "van" in "van Gogh"'),
    'dropping-particle': particle.describe('does not sort with the name: "de" in "de la Fontaine"'),
    suffix: line.max(20).optional().describe('"Jr.", "III"'),
    literal: line.optional().describe('a consortium or an institution, as it signs'),
  })
  .transform((parts, context): Author => {
    const { literal, family, ...more } = parts;
    const extra = Object.values({ family, ...more }).some((part) => part !== undefined);
    if (literal !== undefined && !extra) return { literal };
    if (family !== undefined && literal === undefined) return { family, ...more };
    context.addIssue({
      code: 'custom',
      message: 'expected a person with "family", or a group with "literal" alone',
    });
    return z.NEVER;
  });

const whole = z.union(
  [
    z.int(),
    z
      .string()
      .regex(/^\d{1,4}$/u)
      .transform(Number),
  ],
  {
    error: 'expected a whole number',
  },
);

const day = z
  .tuple([whole], whole)
  .refine((parts) => isDay(parts), 'expected a real date: year, year and month, or year, month and day');

const date = z.strictObject({
  'date-parts': z
    .tuple([day], day)
    .refine((days) => days.length <= 2, 'expected one date, or first and last')
    .describe('one date, or first and last'),
});

/** True for a year, a month or a day that the Gregorian calendar has. */
function isDay([year, month, dayOfMonth, ...more]: readonly [number, ...number[]]): boolean {
  if (more.length > 0 || year < 1500 || year > 2200) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return (
    dayOfMonth === undefined ||
    (dayOfMonth >= 1 && dayOfMonth <= new Date(Date.UTC(year, month, 0)).getUTCDate())
  );
}

const short = line.max(80).optional();
const people = z.array(author).min(1).optional();

export const referenceSchema = z.strictObject({
  id,
  type: z.enum(REFERENCE_TYPES),
  title: line.max(600).describe('may have <i>, <b>, <sup>, <sub> and <sc>'),
  author: people,
  editor: people,
  issued: date.optional(),
  accessed: date.optional(),
  'container-title': line.optional(),
  'container-title-short': short,
  'collection-title': line.optional().describe('the series'),
  'collection-number': short,
  edition: short,
  genre: line.max(80).optional().describe('"preprint", "PhD thesis"'),
  'event-title': line.optional().describe('the conference'),
  'event-place': line.optional(),
  publisher: line.optional(),
  'publisher-place': line.optional(),
  volume: short,
  issue: short,
  page: z
    .string()
    .regex(
      /^[\p{L}\p{N}.:]{1,20}(?:[-–][\p{L}\p{N}.:]{1,20})?(?:, ?[\p{L}\p{N}.:]{1,20}(?:[-–][\p{L}\p{N}.:]{1,20})?)*$/u,
      {
        error: 'expected pages such as 131-142 or i-xii, or an article number such as e4173',
      },
    )
    .optional(),
  number: short.describe('of a report, or the article number'),
  version: short,
  ISBN: short,
  ISSN: short,
  language: z.string().max(20).optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}(?:\.\d+)*\/\S+$/u, 'expected a DOI such as 10.1000/182')
    .max(256)
    .optional(),
  PMID: z
    .string()
    .regex(/^[1-9]\d{0,8}$/u, 'expected a PMID, digits only')
    .optional(),
  PMCID: z
    .string()
    .regex(/^PMC\d{1,9}$/u, 'expected a PMCID such as PMC2613539')
    .optional(),
  URL: httpsUrl.optional(),
});
