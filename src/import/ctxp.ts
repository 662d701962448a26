import { z } from 'zod';
import type { Author } from '../record/reference-schema.js';
import type { Http } from './http.js';
import { oneOrMany, textOrNumber, whereRight } from './shapes.js';

/**
 * NCBI's Literature Citation Exporter (https://pmc.ncbi.nlm.nih.gov/api/ctxp/): CSL-JSON of papers in PubMed. One paper comes as an
 * object, several as a list; papers that it does not know are left out without a word.
 */

/** More in one request is not documented to work. */
export const MOST_PAPERS = 200;

const author = z.object({
  family: whereRight(z.string()),
  given: whereRight(z.string()),
  literal: whereRight(z.string()),
});

const dateParts = z.object({ 'date-parts': z.array(z.array(z.coerce.number().int())).min(1) });

const paper = z.object({
  PMID: textOrNumber,
  title: z.string().min(1),
  type: whereRight(z.string()),
  author: oneOrMany(author).catch([]),
  issued: whereRight(dateParts),
  'container-title': whereRight(z.string()),
  'container-title-short': whereRight(z.string()),
  publisher: whereRight(z.string()),
  volume: whereRight(textOrNumber),
  issue: whereRight(textOrNumber),
  page: whereRight(textOrNumber),
  DOI: whereRight(z.string()),
  PMCID: whereRight(z.string()),
});

const ctxpAnswer = z.union([z.array(z.unknown()), z.looseObject({ PMID: textOrNumber })]);

/** A paper as a record's reference, before it is checked. */
export interface PaperFact {
  readonly pmid: string;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** The papers of some PMIDs, in no particular order. One that cannot be read is left out. */
export async function askCtxp(
  http: Http,
  base: string,
  pmids: readonly string[],
): Promise<readonly PaperFact[]> {
  if (pmids.length === 0) return [];
  const url = `${base}/?format=csl&id=${pmids.slice(0, MOST_PAPERS).join(',')}`;
  const answer = await http.json({ url }, ctxpAnswer);
  return (Array.isArray(answer) ? answer : [answer]).flatMap((one) => {
    const parsed = paper.safeParse(one);
    return parsed.success ? [paperFact(parsed.data)] : [];
  });
}

/** The id of a paper among the references of a record. */
export function paperId(pmid: string): string {
  return `pmid-${pmid}`;
}

function paperFact(found: z.infer<typeof paper>): PaperFact {
  const { PMID: pmid, title, author: authors, issued, ...rest } = found;
  const people = authors.map(authorOf).filter((one) => one !== null);
  const date = issued?.['date-parts'][0]?.slice(0, 3);
  return {
    pmid,
    reference: defined({
      id: paperId(pmid),
      type: 'article-journal',
      title: withoutStop(title),
      author: people.length === 0 ? undefined : people,
      issued: date === undefined ? undefined : { 'date-parts': [date] },
      'container-title': rest['container-title'],
      'container-title-short': rest['container-title-short'],
      publisher: rest.publisher,
      volume: rest.volume,
      issue: rest.issue,
      page: rest.page === undefined ? undefined : wholePages(rest.page),
      DOI: rest.DOI,
      PMID: pmid,
      PMCID: rest.PMCID,
    }),
  };
}

function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A group comes as a family name without a given one. */
function authorOf({ family, given, literal }: z.infer<typeof author>): Author | null {
  const name = literal ?? (given === undefined ? family : undefined);
  if (name !== undefined) return { literal: calmed(name) };
  if (family === undefined || given === undefined) return null;
  return { family: calmed(family), given: initialsApart(given) };
}

const LONGEST_ABBREVIATION = 3;

/** Old entries have names in capitals. */
function calmed(name: string): string {
  if (name !== name.toUpperCase() || name.replace(/\P{L}/gu, '').length <= LONGEST_ABBREVIATION) return name;
  return name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** "Michael P" -> "Michael P.", "KS" -> "K. S." */
function initialsApart(given: string): string {
  return given
    .split(/\s+/u)
    .flatMap((part) => (/^\p{Lu}{2,3}$/u.test(part) ? [...part] : [part]))
    .map((part) => (/^\p{Lu}$/u.test(part) ? `${part}.` : part))
    .join(' ');
}

/** A title ends without a full stop, but for an ellipsis. */
function withoutStop(title: string): string {
  const text = title.replace(/\s+/gu, ' ').trim();
  return /[^.]\.$/u.test(text) ? text.slice(0, -1) : text;
}

/** PubMed shortens "1639-1641" to "1639-41". */
function wholePages(page: string): string {
  const [, first = '', last = ''] = /^(\d+)-(\d+)$/u.exec(page) ?? [];
  return last !== '' && last.length < first.length
    ? `${first}-${first.slice(0, first.length - last.length)}${last}`
    : page;
}
