import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { byType, checkUniqueIds, customId, selectJudges, textDisplay } from './component-rules.js';
import { TYPE } from './component-tree.js';
import { COMPONENT, MODAL } from './discord-limits.js';
import {
  all,
  boolean,
  fields,
  type Issues,
  integer,
  isObject,
  list,
  oneOf,
  optional,
  type Rule,
  text,
} from './form.js';

type Loose = Record<string, unknown>;

const common = {
  id: optional(integer(0, COMPONENT.idMax)),
  custom_id: customId,
  required: optional(boolean),
};

function checkInputRange(input: Loose, at: Issues): void {
  const [min, max] = [input['min_length'], input['max_length']];
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    at.at('min_length').add('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  }
}

function textInput(labelled: boolean): Rule<Loose> {
  return all(
    fields<Loose>({
      ...common,
      style: oneOf([1, 2]),
      label: labelled ? text({ min: 1, max: MODAL.labelMax }) : optional(text({ max: MODAL.labelMax })),
      min_length: optional(integer(0, MODAL.inputMax)),
      max_length: optional(integer(1, MODAL.inputMax)),
      value: optional(text({ max: MODAL.inputMax })),
      placeholder: optional(text({ max: MODAL.placeholderMax })),
    }),
    checkInputRange,
  );
}

const groupOption = fields<Loose>({
  label: text({ min: 1, max: COMPONENT.selectTextMax }),
  value: text({ min: 1, max: COMPONENT.selectTextMax }),
  description: optional(text({ max: COMPONENT.selectTextMax })),
});

function group(min: number, max: number): Rule<Loose> {
  return fields<Loose>({ ...common, options: list(groupOption, { min, max }) });
}

const labelled = byType({
  [TYPE.textInput]: textInput(false),
  ...selectJudges,
  [TYPE.fileUpload]: fields<Loose>({
    ...common,
    min_values: optional(integer(0, MODAL.filesMax)),
    max_values: optional(integer(1, MODAL.filesMax)),
  }),
  [TYPE.radioGroup]: group(2, 10),
  [TYPE.checkboxGroup]: group(1, 10),
  [TYPE.checkbox]: fields<Loose>(common),
});

/** Nothing in a modal may be disabled. Source: components/reference. */
function checkNotDisabled(holder: Loose, at: Issues): void {
  const child = holder['component'];
  if (isObject(child) && child['disabled'] === true) {
    at.at('component').at('disabled').add('MODAL_COMPONENT_DISABLED', 'Modal components cannot be disabled');
  }
}

const label: Rule<Loose> = all(
  fields<Loose>({
    label: text({ min: 1, max: MODAL.labelMax }),
    description: optional(text({ max: MODAL.labelDescriptionMax })),
    component: labelled,
  }),
  checkNotDisabled,
);

const inputRow = fields<Loose>({
  components: list(byType({ [TYPE.textInput]: textInput(true) }), { min: 1, max: 1 }),
});

/** A modal: custom_id 1-100, title up to 45, 1-5 components. Source: interactions/receiving-and-responding. */
export const modal: Rule<APIModalInteractionResponseCallbackData> = all(
  fields<APIModalInteractionResponseCallbackData>({
    custom_id: customId,
    title: text({ min: 1, max: MODAL.titleMax }),
    components: list(byType({ [TYPE.row]: inputRow, [TYPE.label]: label, [TYPE.text]: textDisplay }), {
      min: 1,
      max: MODAL.componentsMax,
    }),
  }),
  (value, at) => checkUniqueIds(value.components, at.at('components')),
);
