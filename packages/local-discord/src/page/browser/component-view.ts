import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISelectMenuComponent,
  APISelectMenuOption,
} from 'discord-api-types/v10';
import { h } from './dom.js';
import { icon } from './icons.js';
import { safeUrl } from './markdown-text.js';
import { markdownView } from './markdown-view.js';
import { fileView, pictureView } from './media-view.js';
import { displayName, type Message } from './page-model.js';
import { selectView } from './select-view.js';
import type { ViewContext } from './view-context.js';

/** Discord's numbers for components (components/reference). */
export const componentType = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

type ButtonWithText = Extract<APIButtonComponent, { label?: string }>;

function buttonContent(button: ButtonWithText): (Node | string | null)[] {
  const emoji = button.emoji?.name && !button.emoji.id ? button.emoji.name : '';
  return [
    emoji ? h('span', { class: 'emoji', 'aria-hidden': button.label ? 'true' : undefined }, emoji) : null,
    button.label ? h('span', {}, button.label) : null,
  ];
}

function linkButton(button: ButtonWithText & { url: string }): HTMLElement {
  const target = safeUrl(button.url);
  const content = [...buttonContent(button), icon('external')];
  if (!target || button.disabled)
    return h('span', { class: 'button link disabled', role: 'link', 'aria-disabled': 'true' }, ...content);
  return h(
    'a',
    { class: 'button link', href: target, target: '_blank', rel: 'noreferrer noopener', title: target },
    ...content,
  );
}

function buttonView(button: APIButtonComponent, message: Message, context: ViewContext): HTMLElement {
  if ('url' in button) return linkButton(button);
  if (!('custom_id' in button))
    return h('span', { class: 'button secondary disabled' }, 'Not available here');
  const busy = context.status.busy === button.custom_id;
  const press = (): void => {
    if (!context.status.busy) context.actions.press(message, button.custom_id, componentType.button);
  };
  return h(
    'button',
    {
      type: 'button',
      class: `button ${buttonStyles[button.style] ?? 'secondary'}`,
      disabled: button.disabled === true,
      'aria-busy': busy ? 'true' : undefined,
      'data-key': button.custom_id,
      onclick: press,
    },
    ...buttonContent(button),
    busy && h('span', { class: 'spinner', 'aria-hidden': 'true' }),
  );
}

/** The options of a select menu; user and channel menus list what this place has. */
export function selectChoices(
  select: APISelectMenuComponent,
  context: Pick<ViewContext, 'state'>,
): APISelectMenuOption[] {
  if (select.type === componentType.stringSelect) return select.options;
  if (select.type === componentType.userSelect)
    return context.state.users.map((user) => ({ label: displayName(user), value: user.id }));
  if (select.type === componentType.channelSelect)
    return context.state.channels.map((channel) => ({ label: channel.name, value: channel.id }));
  return [];
}

function messageSelect(select: APISelectMenuComponent, message: Message, context: ViewContext): HTMLElement {
  const options = selectChoices(select, context);
  const placeholder = select.placeholder ?? 'Make a selection';
  return selectView({
    options,
    placeholder,
    label: placeholder,
    minValues: select.min_values ?? 1,
    maxValues: Math.min(select.max_values ?? 1, options.length),
    chosen: [
      ...(context.status.chosen?.get(select.custom_id) ??
        options.filter((one) => one.default).map((one) => one.value)),
    ],
    disabled: select.disabled === true,
    busy: context.status.busy === select.custom_id,
    key: select.custom_id,
    onChoose: (values) => context.actions.press(message, select.custom_id, select.type, values),
  });
}

function rowView(
  row: APIActionRowComponent<APIComponentInMessageActionRow>,
  message: Message,
  context: ViewContext,
): HTMLElement {
  const controls = row.components.map((component) =>
    component.type === componentType.button
      ? buttonView(component, message, context)
      : messageSelect(component, message, context),
  );
  return h('div', { class: 'action-row' }, ...controls);
}

function sectionView(section: APISectionComponent, message: Message, context: ViewContext): HTMLElement {
  const { accessory } = section;
  const texts = section.components.map((text) => markdownView(text.content, context));
  const side =
    accessory.type === componentType.button
      ? buttonView(accessory, message, context)
      : pictureView(
          { url: accessory.media.url, alt: accessory.description ?? '', className: 'thumbnail' },
          context,
        );
  return h('div', { class: 'section' }, h('div', { class: 'section-text' }, ...texts), side);
}

function containerView(
  parts: APIComponentInContainer[],
  color: number | null | undefined,
  message: Message,
  context: ViewContext,
): HTMLElement {
  const view = h(
    'div',
    { class: 'embed container' },
    ...parts.map((part) => componentView(part, message, context)),
  );
  if (color != null) view.style.setProperty('--bar', `#${color.toString(16).padStart(6, '0')}`);
  return view;
}

/** One component of a message, of the kinds that messages may carry; unknown kinds are left out. */
export function componentView(
  component: APIMessageTopLevelComponent,
  message: Message,
  context: ViewContext,
): Node | null {
  switch (component.type) {
    case componentType.row:
      return rowView(component, message, context);
    case componentType.text:
      return markdownView(component.content, context);
    case componentType.section:
      return sectionView(component, message, context);
    case componentType.separator:
      return h('div', { class: component.divider === false ? 'gap' : 'gap divided' });
    case componentType.gallery:
      return h(
        'div',
        { class: 'gallery' },
        ...component.items.map((item) =>
          pictureView({ url: item.media.url, alt: item.description ?? '', className: 'attachment' }, context),
        ),
      );
    case componentType.file: {
      const file = message.attachments.find(
        (one) => one.url === component.file.url || component.file.url === `attachment://${one.filename}`,
      );
      return file ? fileView(file) : null;
    }
    case componentType.container:
      return containerView(component.components, component.accent_color, message, context);
    default:
      return null;
  }
}
