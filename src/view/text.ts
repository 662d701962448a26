import { type Answer, type AnswerKind, answersIn } from '../answer/answer.js';
import { BUILT_IN_CATALOGUE, type StyleCatalogue } from '../citation/styles.js';
import { aliasView } from './alias.js';
import { sourceLink, sourcesOf, withSources } from './base.js';
import { citationView } from './citation.js';
import { clarifyView } from './clarify.js';
import { functionView } from './function.js';
import { helpView } from './help.js';
import { identifierView } from './identifier.js';
import { locationView } from './location.js';
import { nextSteps } from './next.js';
import { noneView } from './none.js';
import { speciesView } from './species.js';
import { summaryView } from './summary.js';
import type { AnswerView, ViewField, ViewItem } from './view.js';

/**
 * What a person reads of an answer, laid out for no medium in particular.
 * Asynchronous because a citation in a style loads the style first.
 */
export async function answerView(
  answer: Answer,
  styles: StyleCatalogue = BUILT_IN_CATALOGUE,
): Promise<AnswerView> {
  const view = await kindView(answer, styles);
  if (answer.sourceAsked === true) return withSources(answer, view);
  if (view.links.length > 0 || view.list.length > 0 || UNLINKED.has(answer.kind)) return view;
  return { ...view, links: sourcesOf(answer).map(sourceLink) };
}

/** What rests on no source: a refusal, a question back, and help, which has its own links. */
const UNLINKED: ReadonlySet<AnswerKind> = new Set(['none', 'clarify', 'help']);

function kindView(answer: Answer, styles: StyleCatalogue): AnswerView | Promise<AnswerView> {
  switch (answer.kind) {
    case 'alias':
      return aliasView(answer);
    case 'identifier':
      return identifierView(answer);
    case 'function':
      return functionView(answer);
    case 'citation':
      return citationView(answer, styles);
    case 'location':
      return locationView(answer);
    case 'species':
      return speciesView(answer);
    case 'summary':
      return summaryView(answer);
    case 'help':
      return helpView(answer);
    case 'clarify':
      return clarifyView(answer);
    case 'none':
      return noneView(answer);
  }
}

/** An answer as plain text for a terminal: all that a person would read, links included; several parts one below the other,
 * and what stands on the buttons of a question back. */
export async function answerText(answer: Answer, styles?: StyleCatalogue): Promise<string> {
  const views = await Promise.all(answersIn(answer).map((part) => answerView(part, styles)));
  const choices =
    answer.kind === 'clarify'
      ? nextSteps(answer)
          .map(({ label }) => label)
          .join(', ')
      : '';
  return [...views.map(viewText), choices].filter((text) => text !== '').join('\n\n');
}

function viewText(view: AnswerView): string {
  const paragraphs = [
    view.url === null ? view.title : `${view.title} <${view.url}>`,
    [...openingLines(view, (line) => line), ...view.list.map(itemText)].join('\n'),
    view.table === null ? '' : tableText(view.table),
    view.fields.map(fieldText).join('\n'),
    view.copy?.text ?? '',
    view.notes.join('\n'),
    view.links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
    view.source,
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/**
 * The body with its verdict: before the only line, or on a line of its own before a list.
 * @param emphasise how the verdict is set off
 */
export function openingLines(
  { lead, body }: AnswerView,
  emphasise: (lead: string) => string,
): readonly string[] {
  if (lead === null) return body;
  const [only, ...others] = body;
  return only !== undefined && others.length === 0
    ? [`${emphasise(lead)} ${only}`]
    : [emphasise(lead), ...body];
}

function itemText({ mark, text, url }: ViewItem): string {
  return `${mark} ${text}${url === null ? '' : ` <${url}>`}`;
}

function fieldText({ name, value, url }: ViewField): string {
  const separator = value.includes('\n') ? '\n' : ' ';
  return `${name}:${separator}${value}${url === null ? '' : ` <${url}>`}`;
}

/** A table in columns of equal width (characters), for a monospaced font. */
export function tableText(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
}
