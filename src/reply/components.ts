import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer } from '../answer/answer.js';
import type { Suggestion } from '../answer/request.js';
import { EXPORT_FORMATS, formatTitle } from '../citation/export.js';
import type { StyleCatalogue } from '../citation/styles.js';
import { LIMITS } from '../limits.js';
import type { GeneRecord } from '../record/schema.js';
import type { ViewLink } from '../view/view.js';
import { type Action, encodeStep } from './custom-id.js';
import { clamp } from './markdown.js';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The value of the menu entry that shows a citation without a style. */
export const PLAIN_FORMAT = 'plain';

/**
 * The rows under an answer, in this order: citation format, "Ask next", links to the sources, sharing.
 * @param shareable an answer that only one person sees gets a button that posts it to the channel
 */
export function answerRows(
  answer: Answer,
  links: readonly ViewLink[],
  styles: StyleCatalogue,
  shareable: boolean,
): readonly Row[] {
  const rows = [
    formatMenu(answer, styles),
    row(nextButtons(answer.suggestions.map((suggestion) => ({ record: answer.record, ...suggestion })))),
    row(linkButtons(links)),
    row(shareButton(answer, shareable)),
  ];
  return rows.filter((each) => each !== null).slice(0, LIMITS.actionRows);
}

/** A row of buttons; null when there are none. */
export function row(components: readonly APIComponentInMessageActionRow[]): Row | null {
  return components.length === 0 ? null : { type: ComponentType.ActionRow, components: [...components] };
}

/** "Ask next": a button for each step that fits into a custom_id, each step once, at most five. */
export function nextButtons(
  steps: readonly (Suggestion & { readonly record: GeneRecord })[],
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

function formatMenu(answer: Answer, styles: StyleCatalogue): Row | null {
  if (answer.kind !== 'citation') return null;
  const customId = encodeStep({
    action: 'format',
    record: answer.record,
    request: {
      do: 'cite',
      references: answer.all ? [] : answer.references.map(({ id }) => id),
      format: null,
    },
    verdict: null,
  });
  if (customId === null) return null;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder: 'Show in a style or as a file',
        options: formatOptions(answer.format, styles),
      },
    ],
  };
}

const menus = new WeakMap<StyleCatalogue, readonly APISelectMenuOption[]>();

function formatOptions(chosen: string | null, styles: StyleCatalogue): APISelectMenuOption[] {
  const known = menus.get(styles) ?? optionsOf(styles);
  menus.set(styles, known);
  return known.map((option) => ({ ...option, default: option.value === (chosen ?? PLAIN_FORMAT) }));
}

function optionsOf(styles: StyleCatalogue): readonly APISelectMenuOption[] {
  const options = [
    { value: PLAIN_FORMAT, label: 'Overview', description: 'Authors, journal, identifiers' },
    ...EXPORT_FORMATS.map((format) => ({
      value: format,
      label: formatTitle(format),
      description: 'As text and as a file',
    })),
    ...styles.styles.map(({ id, title }) => ({
      value: id,
      label: title,
      description: 'A formatted reference',
    })),
  ];
  return options.slice(0, LIMITS.selectOptions).map((option) => ({
    ...option,
    label: clamp(option.label, LIMITS.selectOptionLabel),
  }));
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
