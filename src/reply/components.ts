import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer, CitationAnswer } from '../answer/answer.js';
import { type FormatChoice, formatChoices, isStyle } from '../citation/find-style.js';
import { BUILT_IN_STYLES, DEFAULT_STYLE, type StyleCatalogue } from '../citation/styles.js';
import { LIMITS } from '../limits.js';
import type { GeneRecord } from '../record/schema.js';
import { type NextStep, nextSteps } from '../view/next.js';
import type { AnswerView, ViewLink } from '../view/view.js';
import { type Action, encodeStep } from './custom-id.js';
import { clamp } from './markdown.js';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The value of the menu entry that says where all the other styles are. */
export const MORE_STYLES = 'more-styles';

/**
 * The rows under an answer, in this order: citation format, "Ask next", pages of a list, links to the sources, sharing.
 * @param shareable an answer that only one person sees gets a button that posts it to the channel
 */
export function answerRows(
  answer: Answer,
  { links, pages }: Pick<AnswerView, 'links' | 'pages'>,
  styles: StyleCatalogue,
  shareable: boolean,
): readonly Row[] {
  const next = nextButtons(nextSteps(answer).map((step) => ({ record: answer.record, ...step })));
  const rows = [
    formatMenu(answer, styles),
    row([...copyButton(answer), ...next].slice(0, LIMITS.buttonsPerRow)),
    row([...pageButtons(answer, pages), ...shareButton(answer, shareable)]),
    row(linkButtons(links)),
  ];
  return rows.filter((each) => each !== null).slice(0, LIMITS.actionRows);
}

/** A row of buttons; null when there are none. */
export function row(components: readonly APIComponentInMessageActionRow[]): Row | null {
  return components.length === 0 ? null : { type: ComponentType.ActionRow, components: [...components] };
}

/** "Ask next": a button for each step that fits into a custom_id, each step once, at most five. */
export function nextButtons(
  steps: readonly (NextStep & { readonly record: GeneRecord })[],
): APIButtonComponentWithCustomId[] {
  const seen = new Set<string>();
  return steps
    .flatMap(({ record, label, request }) => {
      const customId = encodeStep({ action: 'ask', record, request, verdict: null });
      if (customId === null || seen.has(customId)) return [];
      seen.add(customId);
      return [button(clamp(label, LIMITS.buttonLabelReadable), customId, ButtonStyle.Secondary)];
    })
    .slice(0, LIMITS.buttonsPerRow);
}

function linkButtons(links: readonly ViewLink[]): APIButtonComponentWithURL[] {
  if (links.length > LIMITS.buttonsPerRow) return [];
  return links
    .filter(({ url }) => url.length <= LIMITS.linkUrl)
    .map(({ label, url }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label: clamp(label, LIMITS.buttonLabelReadable),
      url,
    }));
}

function shareButton(answer: Answer, shareable: boolean): APIButtonComponentWithCustomId[] {
  if (!shareable || answer.kind === 'none') return [];
  const customId = stepFor('share', answer);
  return customId === null ? [] : [button('Share to channel', customId, ButtonStyle.Primary)];
}

/** A citation as text, to paste into a manuscript; a file format is shown as such already. */
function copyButton(answer: Answer): APIButtonComponentWithCustomId[] {
  if (answer.kind !== 'citation' || (answer.format !== null && !isStyle(answer.format))) return [];
  const customId = encodeStep({ action: 'copy', ...citeStep(answer, answer.format) });
  return customId === null ? [] : [button('Copy as text', customId, ButtonStyle.Secondary)];
}

function pageButtons(answer: Answer, pages: AnswerView['pages']): APIButtonComponentWithCustomId[] {
  const step = pageStep(answer);
  if (step === null || pages === null) return [];
  const turns = [
    { label: 'Previous page', page: pages.index - 1 },
    { label: 'Next page', page: pages.index + 1 },
  ];
  return turns.flatMap(({ label, page }) => {
    if (page < 0 || page >= pages.count) return [];
    const customId = encodeStep({ action: 'turn', ...step, request: { ...step.request, page } });
    return customId === null ? [] : [button(label, customId, ButtonStyle.Secondary)];
  });
}

/** What a page of a list is a part of; null for what has no pages. */
function pageStep(answer: Answer) {
  if (answer.kind === 'citation') return citeStep(answer, answer.format);
  const { kind, record, request, verdict } = answer;
  return kind === 'function' && request.do === 'function' ? { record, request, verdict } : null;
}

function citeStep({ record, references, all }: CitationAnswer, format: string | null) {
  const ids = all ? [] : references.map(({ id }) => id);
  return { record, request: { do: 'cite', references: ids, format }, verdict: null } as const;
}

function formatMenu(answer: Answer, styles: StyleCatalogue): Row | null {
  if (answer.kind !== 'citation') return null;
  const customId = encodeStep({ action: 'format', ...citeStep(answer, null) });
  if (customId === null) return null;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder: 'Another style, or a file',
        options: formatOptions(answer, styles),
      },
    ],
  };
}

/** The built-in styles, the files, then the installed styles; where there are more than a menu takes, the last entry says where. */
function formatOptions({ format, record }: CitationAnswer, styles: StyleCatalogue): APISelectMenuOption[] {
  const chosen = format ?? DEFAULT_STYLE;
  const builtIn = new Set(BUILT_IN_STYLES.map(({ id }) => id));
  const order = ({ key }: FormatChoice) => (key === chosen || builtIn.has(key) || !isStyle(key) ? 0 : 1);
  const all = formatChoices(styles).toSorted((a, b) => order(a) - order(b));
  const fits = all.length <= LIMITS.selectOptions;
  const shown = fits ? all : all.slice(0, LIMITS.selectOptions - 1);
  const options = shown.map(({ key, title }) => ({
    value: key,
    label: clamp(title, LIMITS.selectOptionLabel),
    default: key === chosen,
  }));
  const more = { value: MORE_STYLES, label: `${all.length - shown.length} more styles`, default: false };
  return fits
    ? options
    : [...options, { ...more, description: `Type /${record.command} cite and use "style"` }];
}

function stepFor(action: Action, { record, request, verdict }: Answer): string | null {
  return encodeStep({ action, record, request, verdict });
}

function button(
  label: string,
  customId: string,
  style: APIButtonComponentWithCustomId['style'],
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, label, custom_id: customId };
}
