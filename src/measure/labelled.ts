import { z } from 'zod';

/** The lead of an answer. `unsaid`: neither Yes nor No is known; `none`: neither was asked for. */
export type Lead = (typeof LEADS)[number];

const LEADS = ['yes', 'no', 'unsaid', 'none'] as const;

/** What kind of answer a label asks for, in words for people who write labels. Labels name no fact, so that they fit every record. */
export const LABELS: Readonly<Record<string, string>> = {
  alias: 'its names, or one of them',
  'id:DATABASE': 'the accession in one database, such as id:uniprot',
  'id:all': 'the accessions in all databases',
  function: 'what it does, is or contains',
  citation: 'references',
  location: 'where it lies',
  species: 'in which species it is',
  summary: 'the gene at a glance',
  help: 'what can be asked',
  none: 'nothing: the record does not say',
};

const label = z
  .string()
  .regex(
    /^(?:alias|id:[a-z_\d]+|function|citation|location|species|summary|help|none)$/u,
    `expected one of ${Object.keys(LABELS).join(', ')}`,
  );
const lead = z.enum(LEADS);

const labelledSchema = z.strictObject({
  q: z.string('expected the question, a text').min(1, 'expected a question, found nothing'),
  after: z.string().optional(),
  record: z.string().optional(),
  expect: z.array(label, 'expected a list of labels').min(1, 'expected at least one label').readonly(),
  facts: z.array(z.string().min(1), 'expected a list of fact ids').readonly().optional(),
  verdict: z
    .union([lead, z.array(lead).min(1).readonly()], `expected ${LEADS.join(', ')}, or a list of these`)
    .optional(),
  part: z.string().optional(),
  note: z.string().optional(),
});

/**
 * A question with what is right for it: `expect`, labels of which any will do; `facts`, ids that must be shown ("a|b": either);
 * `verdict`, the lead, several where English or the record leaves it open; `after`, the question before it; `record`, the command of
 * the record that it is about.
 */
export type Labelled = z.infer<typeof labelledSchema>;

/** A file of labelled questions that cannot be used; each line of the message names a line of the file. */
export class LabelledError extends Error {
  override readonly name = 'LabelledError';
}

const SHOWN = 5;

/**
 * Reads labelled questions, one JSON object a line.
 * @param known the ids of the facts that the record has
 * @throws LabelledError saying for each line that cannot be used what was expected; also where there is no question at all
 */
export function readLabelled(text: string, known: ReadonlySet<string>): readonly Labelled[] {
  const questions: Labelled[] = [];
  const problems: string[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const read = readLine(line, known);
    if (typeof read === 'string') problems.push(`line ${at + 1}: ${read}`);
    else questions.push(read);
  });
  if (problems.length > 0) {
    const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more lines`] : [];
    throw new LabelledError([...problems.slice(0, SHOWN), ...more].join('\n'));
  }
  if (questions.length === 0) {
    throw new LabelledError(
      'no question found; expected one on each line: {"q": "...", "expect": ["alias"]}',
    );
  }
  return questions;
}

/** @returns the question, or what is wrong with the line */
function readLine(line: string, known: ReadonlySet<string>): Labelled | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'not JSON; expected {"q": "...", "expect": ["alias"]}';
  }
  const parsed = labelledSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'not a labelled question'}`;
  }
  const strange = parsed.data.facts?.flatMap((each) => each.split('|')).find((fact) => !known.has(fact));
  return strange === undefined ? parsed.data : `facts: the record has no fact "${strange}"`;
}

/** A record as far as its facts have ids. */
export interface FactSource {
  readonly names: readonly { readonly name: string }[];
  readonly species: readonly (string | { readonly id: string })[];
  readonly identifiers: readonly {
    readonly database: string;
    readonly species: string;
    readonly accession: string | null;
  }[];
  readonly locations: readonly { readonly species: string }[];
  readonly statements: readonly { readonly id: string }[];
  readonly references: readonly { readonly id: string }[];
}

/** The ids of all facts of a record. */
export function factIdsOf(record: FactSource): ReadonlySet<string> {
  return new Set([
    ...record.names.map(({ name }) => `alias:${name}`),
    ...record.identifiers.map(({ database, species }) => `id:${database}:${species}`),
    ...record.statements.map(({ id }) => `function:${id}`),
    ...record.references.map(({ id }) => `citation:${id}`),
    ...record.locations.map(({ species }) => `location:${species}`),
    ...record.species.map((species) => `species:${typeof species === 'string' ? species : species.id}`),
    'summary',
  ]);
}
