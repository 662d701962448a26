import { eachComponent, TYPE } from './component-tree.js';
import { COMPONENT } from './discord-limits.js';
import {
  all,
  boolean,
  checkLength,
  fields,
  type Issues,
  integer,
  isObject,
  list,
  oneOf,
  optional,
  type Rule,
  rule,
  snowflake,
  text,
  url,
} from './form.js';

const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

/** A component's own identifier, chosen by the bot. */
export const customId = text({ min: 1, max: COMPONENT.customIdMax });
const componentId = optional(integer(0, COMPONENT.idMax));

type Loose = Record<string, unknown>;

/** Judges a component by its type; a type that may not stand here is refused as Discord does. */
export function byType(judges: Readonly<Record<number, Rule<Loose>>>): Rule<Loose> {
  const allowed = Object.keys(judges);
  const listed = allowed.length === 1 ? `${allowed[0]},` : allowed.join(', ');
  return rule((value, at) => {
    if (!isObject(value)) {
      at.add('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
      return;
    }
    const type = value['type'];
    const judge = typeof type === 'number' ? judges[type] : undefined;
    if (judge === undefined) {
      at.at('type').add('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${listed}).`);
      return;
    }
    judge(value, at);
  });
}

const emoji = optional(
  fields<Loose>({
    id: optional(snowflake),
    name: optional(text({ min: 1, max: 32 })),
    animated: optional(boolean),
  }),
);

function checkLinkButton(button: Loose, at: Issues): void {
  url(COMPONENT.linkMax, ['http', 'https', 'discord'])(button['url'], at.at('url'));
  if (button['custom_id'] !== undefined) {
    at.at('custom_id').add(
      'BUTTON_COMPONENT_CUSTOM_ID_URL_CONFLICT',
      'A custom id and url cannot both be specified',
    );
  }
}

function checkPressButton(button: Loose, at: Issues): void {
  if (button['custom_id'] === undefined || button['custom_id'] === null) {
    at.add('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
  } else customId(button['custom_id'], at.at('custom_id'));
  if (button['url'] !== undefined && button['url'] !== null) {
    at.at('url').add('BUTTON_COMPONENT_URL_NOT_ALLOWED', 'A url is only allowed on link buttons');
  }
}

function checkButtonFace(button: Loose, at: Issues): void {
  const { label, emoji: picture } = button;
  if ((label === undefined || label === null || label === '') && !isObject(picture)) {
    at.at('label').add('BASE_TYPE_REQUIRED', 'This field is required');
  }
}

function checkButtonKind(button: Loose, at: Issues): void {
  if (button['style'] === PREMIUM_STYLE) {
    snowflake(button['sku_id'], at.at('sku_id'));
    return;
  }
  if (button['style'] === LINK_STYLE) checkLinkButton(button, at);
  else checkPressButton(button, at);
  checkButtonFace(button, at);
}

/** A button: label up to 80, a custom_id or (style 5) a link up to 512. Source: components/reference. */
const button: Rule<Loose> = all(
  fields<Loose>({
    id: componentId,
    style: oneOf([1, 2, 3, 4, 5, 6]),
    label: optional(text({ max: COMPONENT.labelMax })),
    emoji,
    disabled: optional(boolean),
  }),
  checkButtonKind,
);

const selectOption = fields<Loose>({
  label: text({ min: 1, max: COMPONENT.selectTextMax }),
  value: text({ min: 1, max: COMPONENT.selectTextMax }),
  description: optional(text({ max: COMPONENT.selectTextMax })),
  emoji,
  default: optional(boolean),
});

const selectFields = {
  id: componentId,
  custom_id: customId,
  placeholder: optional(text({ max: COMPONENT.placeholderMax })),
  min_values: optional(integer(0, COMPONENT.selectOptionsMax)),
  max_values: optional(integer(1, COMPONENT.selectOptionsMax)),
  disabled: optional(boolean),
};

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function checkSelectRange(select: Loose, at: Issues): void {
  const max = numberOr(select['max_values'], 1);
  if (numberOr(select['min_values'], 1) > max) {
    at.at('min_values').add('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  }
}

/** Options: as many as may be picked at least, 25 at most, no value twice. */
export function checkSelectOptions(select: Loose, at: Issues): void {
  const options: unknown = select['options'];
  if (!Array.isArray(options)) return;
  const max = numberOr(select['max_values'], 1);
  checkLength(options.length, Math.max(1, max), COMPONENT.selectOptionsMax, at.at('options'));
  const seen = new Set<unknown>();
  options.forEach((option: unknown, index) => {
    const value = isObject(option) ? option['value'] : undefined;
    if (seen.has(value)) {
      at.at('options')
        .at(index)
        .add('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    }
    seen.add(value);
  });
  const defaults = options.filter((option: unknown) => isObject(option) && option['default'] === true).length;
  if (defaults > max) {
    at.at('options').add('SELECT_COMPONENT_TOO_MANY_DEFAULTS', `Must have ${max} or fewer default options.`);
  }
}

const stringSelect: Rule<Loose> = all(
  fields<Loose>({ ...selectFields, options: list(selectOption) }),
  checkSelectRange,
  checkSelectOptions,
);

const autoSelect: Rule<Loose> = all(
  fields<Loose>({
    ...selectFields,
    default_values: optional(list(fields<Loose>({ id: snowflake }), { max: COMPONENT.selectOptionsMax })),
    channel_types: optional(list(integer(0, 20))),
  }),
  checkSelectRange,
);

/** Select menus by type, for rows and for the labels of modals. */
export const selectJudges: Readonly<Record<number, Rule<Loose>>> = {
  [TYPE.stringSelect]: stringSelect,
  [TYPE.userSelect]: autoSelect,
  [TYPE.roleSelect]: autoSelect,
  [TYPE.mentionableSelect]: autoSelect,
  [TYPE.channelSelect]: autoSelect,
};

function typeOf(component: unknown): unknown {
  return isObject(component) ? component['type'] : undefined;
}

/** A row is five units wide: a button takes one, a select menu all five. */
function checkWidth(row: Loose, at: Issues): void {
  const children: unknown = row['components'];
  if (!Array.isArray(children)) return;
  let width = 0;
  children.forEach((child: unknown, index) => {
    width += typeOf(child) === TYPE.button ? 1 : COMPONENT.rowButtonsMax;
    if (width > COMPONENT.rowButtonsMax) {
      at.at('components')
        .at(index)
        .add('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
    }
  });
}

/** A row of buttons, or one menu. */
export const row: Rule<Loose> = all(
  fields<Loose>({
    id: componentId,
    components: list(byType({ [TYPE.button]: button, ...selectJudges }), {
      min: 1,
      max: COMPONENT.rowButtonsMax,
    }),
  }),
  checkWidth,
);

const mediaUrl = fields<Loose>({ url: url(2048, ['http', 'https', 'attachment']) });
const fileUrl = fields<Loose>({ url: url(2048, ['attachment']) });
const altText = optional(text({ max: COMPONENT.altTextMax }));
const spoiler = optional(boolean);

/** A text display, in messages and modals. */
export const textDisplay: Rule<Loose> = fields<Loose>({
  id: componentId,
  content: text({ min: 1, max: COMPONENT.displayTextMax }),
});

const thumbnail = fields<Loose>({ id: componentId, media: mediaUrl, description: altText, spoiler });

const section = fields<Loose>({
  id: componentId,
  components: list(byType({ [TYPE.text]: textDisplay }), { min: 1, max: COMPONENT.sectionTextsMax }),
  accessory: byType({ [TYPE.button]: button, [TYPE.thumbnail]: thumbnail }),
});

const gallery = fields<Loose>({
  id: componentId,
  items: list(fields<Loose>({ media: mediaUrl, description: altText, spoiler }), {
    min: 1,
    max: COMPONENT.galleryMax,
  }),
});

/** What may stand in a message of the V2 kind, and in its containers. */
export const containable = {
  [TYPE.row]: row,
  [TYPE.section]: section,
  [TYPE.text]: textDisplay,
  [TYPE.gallery]: gallery,
  [TYPE.file]: fields<Loose>({ id: componentId, file: fileUrl, spoiler }),
  [TYPE.separator]: fields<Loose>({
    id: componentId,
    divider: optional(boolean),
    spacing: optional(oneOf([1, 2])),
  }),
};

/** A container with its parts. */
export const container = fields<Loose>({
  id: componentId,
  components: list(byType(containable), { min: 1, max: COMPONENT.totalMax }),
  accent_color: optional(integer(0, 0xffffff)),
  spoiler,
});

/** No custom_id (and no given id) stands twice in one message. Source: components/reference. */
export function checkUniqueIds(components: unknown, at: Issues): void {
  const seen = new Set<unknown>();
  eachComponent(components, (component, path) => {
    const id = component['custom_id'];
    if (typeof id !== 'string') return;
    if (seen.has(id)) {
      const place = [...path, 'custom_id'].reduce<Issues>((here, key) => here.at(key), at);
      place.add('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
    seen.add(id);
  });
}
