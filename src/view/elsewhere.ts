import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { NoAnswer } from '../answer/answer.js';
import type { Request } from '../answer/request.js';
import { listed } from '../catalogue/words.js';
import { packagePath } from '../package-path.js';
import { localId } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol, referenceLinks } from '../record/words.js';
import { resolveAccession, scanAccessions } from '../search/accessions.js';
import type { Mark } from '../search/marks.js';
import { readable } from '../search/normalise.js';
import { stem } from '../search/stem.js';
import type { ViewLink } from './view.js';

/** Where somebody may look who was refused. `sentence` says what those places have; null where the links say it. */
export interface Elsewhere {
  readonly sentence: string | null;
  readonly links: readonly ViewLink[];
}

const schema = z
  .strictObject({
    note: z.string(),
    topics: z.array(
      z.strictObject({
        name: z.string().min(2),
        words: z.array(z.string().min(2)).min(1),
        beyond: z.array(z.string().min(2)),
        places: z.array(z.string()).min(1).max(3),
      }),
    ),
    places: z.record(
      z.string(),
      z.strictObject({ name: z.string().max(38), link: z.url({ protocol: /^https$/u }) }),
    ),
  })
  .superRefine(({ topics, places }, context) => {
    const used = new Set(topics.flatMap((topic) => topic.places));
    for (const key of used)
      if (places[key] === undefined) context.addIssue(`expected a place "${key}" among the places`);
    for (const key of Object.keys(places))
      if (!used.has(key)) context.addIssue(`expected a topic that leads to the place "${key}"`);
  });

const FILE = packagePath('data', 'vocabulary', 'elsewhere.json');
const { topics, places } = schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
type Topic = (typeof topics)[number];

const BEYOND: ReadonlyMap<string, Topic> = new Map(
  topics.flatMap((topic) => topic.beyond.map((what) => [what, topic] as const)),
);

const WORDS: ReadonlyMap<string, Topic> = new Map(
  topics.toReversed().flatMap((topic) => topic.words.map((word) => [stem(word), topic] as const)),
);

/**
 * Where to look for what a record does not say: the paper that a number in the question stands for, or places that have the topic
 * of the question, with links made from the identifiers of the record.
 * @param marks the question as it was read
 */
export function elsewhere({
  record,
  request,
  marks,
}: Pick<NoAnswer, 'record' | 'request' | 'marks'>): Elsewhere | null {
  const papers = unknownPapers(record, typedIn(request));
  if (papers.length > 0) return { sentence: null, links: papers };
  const topic = topicOf(marks);
  if (topic === null) return null;
  const links = topic.places.flatMap((key) => linkTo(record, key));
  if (links.length === 0) return null;
  const names = links.map(({ label }) => label);
  return { sentence: `For ${topic.name}, see ${listed(names, 'and')}.`, links };
}

function typedIn(request: Request): string {
  switch (request.do) {
    case 'ask':
      return request.question;
    case 'accession':
      return request.accession;
    default:
      return '';
  }
}

/** At most so many papers get a link. */
const PAPERS = 4;

/** Pages of DOIs, PMIDs and PMCIDs that the record does not have. */
export function unknownPapers(record: GeneRecord, typed: string): readonly ViewLink[] {
  const found = scanAccessions(readable(typed)).flatMap((one) => {
    if (resolveAccession(record, one).found !== 'unknown') return [];
    const reference = { id: 'asked', type: 'article', title: '-' } as const;
    if (one.space === 'doi') return referenceLinks({ ...reference, DOI: one.base });
    if (one.space === 'pubmed') return referenceLinks({ ...reference, PMID: one.base });
    return one.space === 'pmc' ? referenceLinks({ ...reference, PMCID: one.base }) : [];
  });
  return found.slice(0, PAPERS).map(({ label, url }) => ({ label: `Open the ${label} page`, url }));
}

/** The topic that most words and phrases of the question tell; of two, the one that stands first in the table. */
function topicOf(marks: readonly Mark[]): Topic | null {
  const counts = new Map<Topic, number>();
  for (const { text, terms } of marks) {
    const said = text.split(' ').flatMap((word) => WORDS.get(stem(word)) ?? []);
    const beyond = terms.flatMap((term) => (term.kind === 'beyond' ? (BEYOND.get(term.what) ?? []) : []));
    for (const topic of new Set([...said, ...beyond])) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return topics.find((topic) => counts.get(topic) === most) ?? null;
}

function linkTo(record: GeneRecord, key: string): ViewLink[] {
  const place = places[key];
  if (place === undefined) return [];
  let isWhole = true;
  const url = place.link.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = name === 'symbol' ? geneSymbol(record) : accessionIn(record, name);
    if (value === null) isWhole = false;
    return encodeURIComponent(value ?? '');
  });
  return isWhole ? [{ label: place.name, url }] : [];
}

/** The first accession of a database in the gene's own species, without a prefix that repeats the database, or null. */
function accessionIn(record: GeneRecord, key: string): string | null {
  const own = record.species[0]?.id;
  const found = record.identifiers.find(({ species, database }) => species === own && database === key);
  return found?.accession == null ? null : localId(found.accession);
}
