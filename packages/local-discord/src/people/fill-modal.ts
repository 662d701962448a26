import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { TYPE } from '../rules/component-rules.js';
import { MODAL } from '../rules/discord-limits.js';
import { isObject } from '../rules/form.js';
import type { ModalValues } from './contract.js';
import { refuse } from './refusal.js';

type Loose = Record<string, unknown>;

function lengthLimits(input: Loose): { min: number; max: number } {
  const { min_length: min, max_length: max } = input;
  return {
    min: typeof min === 'number' ? min : 0,
    max: typeof max === 'number' ? max : MODAL.inputMax,
  };
}

function textValue(input: Loose, given: string): string {
  const { min, max } = lengthLimits(input);
  if (given === '' && input['required'] !== false) refuse('This field is required');
  if (given !== '' && given.length < min) refuse(`Write at least ${min} characters`);
  if (given.length > max) refuse(`Write at most ${max} characters`);
  return given;
}

function filledInput(input: Loose, values: ModalValues): Loose {
  const id = String(input['custom_id']);
  const given = values[id];
  const base = { type: input['type'], id: input['id'] ?? 0, custom_id: id };
  if (input['type'] === TYPE.textInput) {
    const preset = typeof input['value'] === 'string' ? input['value'] : '';
    return { ...base, value: textValue(input, typeof given === 'string' ? given : preset) };
  }
  if (input['type'] === TYPE.checkbox) return { ...base, value: given === true };
  if (input['type'] === TYPE.radioGroup) return { ...base, value: typeof given === 'string' ? given : null };
  const picked = Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];
  if (picked.length === 0 && input['required'] !== false) refuse('This field is required');
  return { ...base, values: picked };
}

function filledComponent(component: unknown, values: ModalValues): Loose[] {
  if (!isObject(component)) return [];
  const { type, component: child, components: children } = component;
  if (type === TYPE.label && isObject(child)) {
    return [{ type, id: component['id'] ?? 0, component: filledInput(child, values) }];
  }
  if (type === TYPE.row && Array.isArray(children)) {
    const inputs = children.filter(isObject).map((input) => filledInput(input, values));
    return [{ type, id: component['id'] ?? 0, components: inputs }];
  }
  return [{ type, id: component['id'] ?? 0 }];
}

/** The components of a submitted modal. Throws a ClientRefusal for values that the client would not send. */
export function fillModal(modal: APIModalInteractionResponseCallbackData, values: ModalValues): Loose[] {
  return modal.components.flatMap((component) => filledComponent(component, values));
}
