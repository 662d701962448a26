import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { eachComponent, SELECTS, TYPE } from '../rules/component-tree.js';
import { MODAL } from '../rules/discord-limits.js';
import { isObject } from '../rules/form.js';
import type { ModalValues } from './contract.js';
import { refuse } from './refusal.js';

type Loose = Record<string, unknown>;
type Given = ModalValues[string] | undefined;

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function isRequired(input: Loose): boolean {
  return input['required'] !== false;
}

function textValue(input: Loose, given: Given): string {
  const preset = typeof input['value'] === 'string' ? input['value'] : '';
  const text = typeof given === 'string' ? given : preset;
  const min = numberOr(input['min_length'], 0);
  const max = numberOr(input['max_length'], MODAL.inputMax);
  if (text === '' && isRequired(input)) refuse('This field is required');
  if (text !== '' && text.length < min) refuse(`Write at least ${min} characters`);
  if (text.length > max) refuse(`Write at most ${max} characters`);
  return text;
}

/** The options of a menu or group; undefined where people, roles or channels are picked. */
function optionsOf(input: Loose): Loose[] | undefined {
  const options: unknown = input['options'];
  return Array.isArray(options) ? options.filter(isObject) : undefined;
}

/** What was picked, or what the modal came with. */
function pickedOf(input: Loose, given: Given): readonly string[] {
  if (typeof given === 'string') return [given];
  if (typeof given === 'object') return given;
  const preset = (optionsOf(input) ?? []).filter((option) => option['default'] === true);
  return preset.map((option) => String(option['value']));
}

function checkPicked(input: Loose, picked: readonly string[], most: number): void {
  if (picked.length === 0 && isRequired(input)) refuse('This field is required');
  const min = numberOr(input['min_values'], 1);
  const max = numberOr(input['max_values'], most);
  if (picked.length > 0 && (picked.length < min || picked.length > max))
    refuse(`Pick between ${min} and ${max}`);
  const known = optionsOf(input)?.map((option) => option['value']);
  for (const value of picked)
    if (known?.includes(value) === false) refuse(`"${value}" is not one of the choices`);
}

function pickedValues(input: Loose, given: Given, most: number): readonly string[] {
  const picked = pickedOf(input, given);
  checkPicked(input, picked, most);
  return picked;
}

/** What is sent of one field. Source: interactions/receiving-and-responding, "Modal Submit Data". */
function answerOf(input: Loose, given: Given): Loose {
  const type = Number(input['type']);
  if (type === TYPE.textInput) return { value: textValue(input, given) };
  if (type === TYPE.checkbox)
    return { value: typeof given === 'boolean' ? given : input['default'] === true };
  if (type === TYPE.radioGroup) return { value: pickedValues(input, given, 1)[0] ?? null };
  if (type === TYPE.checkboxGroup)
    return { values: pickedValues(input, given, optionsOf(input)?.length ?? 0) };
  if (SELECTS.includes(type)) return { values: pickedValues(input, given, 1) };
  if (isRequired(input)) refuse('Files cannot be uploaded here');
  return { values: [] };
}

function filledInput(input: Loose, values: ModalValues): Loose {
  const id = String(input['custom_id']);
  const given = Object.hasOwn(values, id) ? values[id] : undefined;
  return { type: input['type'], id: input['id'] ?? 0, custom_id: id, ...answerOf(input, given) };
}

function filledComponent(component: unknown, values: ModalValues): Loose[] {
  if (!isObject(component)) return [];
  const { type, component: child, components: children } = component;
  const base = { type, id: component['id'] ?? 0 };
  if (type === TYPE.label && isObject(child)) return [{ ...base, component: filledInput(child, values) }];
  if (type === TYPE.row && Array.isArray(children))
    return [{ ...base, components: children.filter(isObject).map((input) => filledInput(input, values)) }];
  return [base];
}

function fieldIds(modal: APIModalInteractionResponseCallbackData): Set<unknown> {
  const ids = new Set<unknown>();
  eachComponent(modal.components, (field) => void ids.add(field['custom_id']));
  return ids;
}

/** The components of a submitted modal. Throws a ClientRefusal for values that the client would not send. */
export function fillModal(modal: APIModalInteractionResponseCallbackData, values: ModalValues): Loose[] {
  const known = fieldIds(modal);
  for (const id of Object.keys(values)) if (!known.has(id)) refuse(`There is no field "${id}" in this modal`);
  return modal.components.flatMap((component) => filledComponent(component, values));
}

/** The ids that were picked in the menus of a submitted modal. */
export function pickedIds(components: readonly Loose[]): string[] {
  const fields = components.map(({ component }) => component).filter(isObject);
  return fields
    .filter(({ type }) => SELECTS.includes(Number(type)) && type !== TYPE.stringSelect)
    .flatMap(({ values }) => (Array.isArray(values) ? values.map(String) : []));
}
