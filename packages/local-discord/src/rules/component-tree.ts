import { isObject } from './form.js';

type Loose = Record<string, unknown>;

/** Component types. Source: components/reference. */
export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** Select menus of every kind. */
export const SELECTS: readonly number[] = [
  TYPE.stringSelect,
  TYPE.userSelect,
  TYPE.roleSelect,
  TYPE.mentionableSelect,
  TYPE.channelSelect,
];

/** Calls `visit` with every component of a tree, parents first, with its place. */
export function eachComponent(
  value: unknown,
  visit: (component: Loose, path: readonly (string | number)[]) => void,
  path: readonly (string | number)[] = [],
): void {
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      eachComponent(item, visit, [...path, index]);
    });
    return;
  }
  if (!isObject(value)) return;
  visit(value, path);
  if (value['components'] !== undefined) eachComponent(value['components'], visit, [...path, 'components']);
  for (const key of ['accessory', 'component']) {
    if (value[key] !== undefined) eachComponent(value[key], visit, [...path, key]);
  }
}

/** The text of all text displays of a message. */
export function displayedText(components: unknown): string[] {
  const texts: string[] = [];
  eachComponent(components, (component) => {
    const content = component['content'];
    if (component['type'] === TYPE.text && typeof content === 'string') texts.push(content);
  });
  return texts;
}
