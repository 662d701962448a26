import { z } from 'zod';
import type { GeneRecord } from '../record/schema.js';
import { signature } from '../record/words.js';

/** A labelled question: the labels of which any makes an answer right. */
const questionSchema = z.object({
  q: z.string(),
  expect: z.array(z.string()).min(1),
  after: z.string().optional(),
  note: z.string().optional(),
});
const labelsSchema = z.record(z.string(), z.object({ kind: z.string(), match: z.array(z.string()) }));

export type LabelledQuestion = z.infer<typeof questionSchema>;
/** What an answer must be for each label: its kind, and expressions (any case) that its text must match, all of them. */
export type Labels = z.infer<typeof labelsSchema>;

/** A file of questions or labels that cannot be used; the message names the line. */
export class ScoreError extends Error {
  override readonly name = 'ScoreError';
}

/**
 * Reads a file of labelled questions, one JSON object a line.
 * @throws ScoreError naming the first line that is not one, or a label that does not exist
 */
export function readQuestions(text: string, labels: Labels): readonly LabelledQuestion[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const question = readQuestion(line, at + 1);
    const strange = question.expect.find((label) => labels[label] === undefined);
    if (strange !== undefined) throw new ScoreError(`line ${at + 1}: there is no label "${strange}"`);
    return [question];
  });
}

function readQuestion(line: string, number: number): LabelledQuestion {
  try {
    return questionSchema.parse(JSON.parse(line));
  } catch {
    throw new ScoreError(`line ${number}: expected {"q": "...", "expect": ["label"], "after": "optional"}`);
  }
}

/** @throws ScoreError when the text is not a table of labels */
export function readLabels(text: string): Labels {
  try {
    return labelsSchema.parse(JSON.parse(text));
  } catch {
    throw new ScoreError('expected labels as {"name": {"kind": "...", "match": ["expression"]}}');
  }
}

/** What somebody answered: the kind and all that a person would read. */
export interface Given {
  readonly kind: string;
  readonly text: string;
}

/** How one question came out. `wrong`: something was asserted that no label allows. */
export interface Scored {
  readonly question: LabelledQuestion;
  readonly given: Given;
  readonly right: boolean;
  readonly wrong: boolean;
}

/** The figures of a set of questions; shares are null where nothing of the kind was asked. */
export interface Score {
  readonly scored: readonly Scored[];
  /** label -> right and asked */
  readonly labels: ReadonlyMap<string, { readonly right: number; readonly asked: number }>;
  readonly answerable: { readonly right: number; readonly asked: number };
  readonly unanswerable: { readonly right: number; readonly asked: number };
  readonly wrong: number;
}

/** Whether an answer is what a label asks for. */
export function satisfies(label: string, labels: Labels, given: Given): boolean {
  const wanted = labels[label];
  if (wanted === undefined || wanted.kind !== given.kind) return label === 'none' && given.kind === 'help';
  return wanted.match.every((expression) => new RegExp(expression, 'i').test(given.text));
}

/** Holds one answer against its question. */
export function scoreOne(question: LabelledQuestion, given: Given, labels: Labels): Scored {
  const right = question.expect.some((label) => satisfies(label, labels, given));
  return { question, given, right, wrong: !right && given.kind !== 'none' && given.kind !== 'help' };
}

/** Adds the answers up. */
export function scoreAll(scored: readonly Scored[]): Score {
  const labels = new Map<string, { right: number; asked: number }>();
  const answerable = { right: 0, asked: 0 };
  const unanswerable = { right: 0, asked: 0 };
  for (const one of scored) {
    const only = one.question.expect.every((label) => label === 'none') ? unanswerable : answerable;
    const [label = 'none'] = one.question.expect;
    const entry = labels.get(label) ?? { right: 0, asked: 0 };
    labels.set(label, { right: entry.right + Number(one.right), asked: entry.asked + 1 });
    only.asked += 1;
    only.right += Number(one.right);
  }
  return { scored, labels, answerable, unanswerable, wrong: scored.filter(({ wrong }) => wrong).length };
}

/** A record's facts as plain lines, for the baseline. */
export interface Fact {
  readonly kind: string;
  readonly text: string;
}

/** Every fact of a record as one searchable line with the kind of answer that would show it. */
export function factLines(record: GeneRecord): readonly Fact[] {
  return [
    ...record.names.map(({ name, kind }) => ({
      kind: 'alias',
      text: `${name} ${kind} name alias of ${record.names[0]?.name ?? ''}`,
    })),
    ...record.identifiers.map(({ database, species, accession }) => ({
      kind: 'identifier',
      text: `${database} ${species} ${accession ?? 'none'}`,
    })),
    ...record.statements.map(({ text }) => ({ kind: 'function', text })),
    ...record.references.map((reference) => ({
      kind: 'citation',
      text: [
        reference.title,
        ...(reference.author ?? []).map(signature),
        reference['container-title'] ?? '',
        reference.DOI ?? '',
        reference.PMID ?? '',
        reference.PMCID ?? '',
      ].join(' '),
    })),
    ...record.locations.flatMap(({ species, place }) =>
      place === null
        ? []
        : [
            {
              kind: 'location',
              text: `${species} location chromosome ${place.chromosome} ${(place.start / 1e6).toFixed(2)} Mb`,
            },
          ],
    ),
    ...record.species.map(({ name }) => ({ kind: 'species', text: `${name} species ortholog` })),
    { kind: 'summary', text: record.definition.text },
    { kind: 'help', text: 'help what can I ask alias' },
  ];
}
