import { describe, expect, it } from 'vitest';
import { complaintsOf } from '../../src/rules/form.js';
import { messageBody } from '../../src/rules/message-rules.js';
import { modal } from '../../src/rules/modal-rules.js';

const V2 = 1 << 15;
const one = (code: string, message: string) => ({ _errors: [{ code, message }] });
const maxLength = (max: number) => one('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
const between = (min: number, max: number) =>
  one('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
const required = one('BASE_TYPE_REQUIRED', 'This field is required');
const x = (count: number) => 'x'.repeat(count);

const button = (id: string, rest: object = {}) => ({ type: 2, style: 1, label: 'l', custom_id: id, ...rest });
const row = (...components: object[]) => ({ type: 1, components });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: 'l', value: `v${index}` }));
const select = (rest: object = {}) => ({ type: 3, custom_id: 'select', options: options(2), ...rest });
const rows = (...components: object[]) => complaintsOf(messageBody(), { components });
const inRow = (errors: object) => ({ components: { 0: { components: errors } } });
const first = (errors: object) => inRow({ 0: errors });

describe('rows', () => {
  it('holds five buttons, a message five rows', () => {
    const full = (index: number) => row(...[0, 1, 2, 3, 4].map((column) => button(`${index}-${column}`)));
    expect(rows(full(0), full(1), full(2), full(3), full(4))).toBeUndefined();
  });
  it('refuses a sixth row', () => {
    expect(rows(...[1, 2, 3, 4, 5, 6].map((id) => row(button(`${id}`))))).toEqual({
      components: maxLength(5),
    });
  });
  it('refuses a sixth button', () => {
    expect(rows(row(...[1, 2, 3, 4, 5, 6].map((id) => button(`${id}`))))).toEqual(inRow(between(1, 5)));
  });
  it('refuses an empty row', () => {
    expect(rows(row())).toEqual(inRow(between(1, 5)));
  });
  it('refuses a button beside a menu', () => {
    expect(rows(row(select(), button('b')))).toEqual(
      inRow({
        1: one('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width'),
      }),
    );
  });
  it('refuses a button outside a row', () => {
    expect(rows(button('b'))).toEqual({
      components: { 0: { type: one('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).') } },
    });
  });
  it('refuses a custom_id that stands twice', () => {
    expect(rows(row(button('a')), row(button('b'), button('a')))).toEqual({
      components: {
        1: {
          components: {
            1: {
              custom_id: one('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
            },
          },
        },
      },
    });
  });
});

describe('buttons', () => {
  const link = (rest: object) => ({ type: 2, style: 5, label: 'l', ...rest });

  it.each([
    ['label 81', button('b', { label: x(81) }), { label: maxLength(80) }],
    ['custom_id 101', button(x(101)), { custom_id: between(1, 100) }],
    ['no face', { type: 2, style: 1, custom_id: 'b' }, { label: required }],
    [
      'style 7',
      button('b', { style: 7 }),
      { style: one('BASE_TYPE_CHOICES', 'Value must be one of {1, 2, 3, 4, 5, 6}.') },
    ],
    ['a link of 513', link({ url: `https://e.org/${x(499)}` }), { url: between(1, 512) }],
    [
      'no custom_id',
      { type: 2, style: 1, label: 'l' },
      one('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'),
    ],
    [
      'a link with a custom_id',
      link({ url: 'https://e.org', custom_id: 'b' }),
      {
        custom_id: one(
          'BUTTON_COMPONENT_CUSTOM_ID_URL_CONFLICT',
          'A custom id and url cannot both be specified',
        ),
      },
    ],
    [
      'a link to a script',
      link({ url: 'javascript:alert(1)' }),
      {
        url: one(
          'URL_TYPE_INVALID_SCHEME',
          `Scheme "javascript" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
        ),
      },
    ],
  ])('refuses %s', (_name, component, errors) => {
    expect(rows(row(component))).toEqual(first(errors));
  });

  it('takes a link of 512', () => {
    expect(rows(row(link({ url: `https://e.org/${x(498)}` })))).toBeUndefined();
  });
});

describe('select menus', () => {
  it.each([
    ['26 options', select({ options: options(26) }), { options: between(1, 25) }],
    ['no options', select({ options: [] }), { options: between(1, 25) }],
    ['fewer options than may be picked', select({ max_values: 3 }), { options: between(3, 25) }],
    ['placeholder 151', select({ placeholder: x(151) }), { placeholder: maxLength(150) }],
    [
      'label 101',
      select({ options: [{ label: x(101), value: 'v' }] }),
      { options: { 0: { label: between(1, 100) } } },
    ],
    [
      'value 101',
      select({ options: [{ label: 'l', value: x(101) }] }),
      { options: { 0: { value: between(1, 100) } } },
    ],
    [
      'description 101',
      select({ options: [{ label: 'l', value: 'v', description: x(101) }] }),
      { options: { 0: { description: maxLength(100) } } },
    ],
    [
      'a value twice',
      select({ options: [...options(1), ...options(1)] }),
      {
        options: {
          1: one('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used'),
        },
      },
    ],
    [
      'a minimum of 26',
      select({ min_values: 26 }),
      { min_values: one('NUMBER_TYPE_MAX', 'int value should be less than or equal to 25.') },
    ],
  ])('refuses %s', (_name, component, errors) => {
    expect(rows(row(component))).toEqual(first(errors));
  });
});

describe('components V2', () => {
  const layout = (components: object[], rest: object = {}) =>
    complaintsOf(messageBody(), { flags: V2, components, ...rest });
  const display = (content: string) => ({ type: 10, content });

  it('refuses the older parts', () => {
    const legacy = (field: string) =>
      one(
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    expect(layout([display('x')], { content: 'c', embeds: [{ title: 't' }] })).toEqual({
      content: legacy('content'),
      embeds: legacy('embeds'),
    });
  });
  it('holds 40 components', () => {
    expect(layout(Array(40).fill(display('x')))).toBeUndefined();
    const nested = Array.from({ length: 11 }, () => ({
      type: 9,
      components: [display('x'), display('y')],
      accessory: { type: 11, media: { url: 'https://e.org/a.png' } },
    }));
    expect(layout(nested)).toEqual({
      components: one(
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        'The total number of components exceeds the maximum of 40',
      ),
    });
  });
  it('holds 4,000 characters', () => {
    expect(layout([display(x(2000)), display(x(2000))])).toBeUndefined();
    expect(layout([display(x(2000)), display(x(2001))])).toEqual({
      components: one(
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        'Components displayable text size exceeds maximum size of 4000',
      ),
    });
  });
  it('wants an accessory, 1-3 texts, 1-10 pictures', () => {
    expect(layout([{ type: 9, components: [display('x')] }])).toEqual({
      components: {
        0: { accessory: one('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType') },
      },
    });
    const items = Array(11).fill({ media: { url: 'https://e.org/a.png' } });
    expect(layout([{ type: 12, items }])).toEqual({ components: { 0: { items: between(1, 10) } } });
    expect(layout([{ type: 17, components: [] }])).toEqual({
      components: { 0: { components: between(1, 40) } },
    });
  });
  it('is needed for its components', () => {
    expect(rows(display('x'))).toEqual({
      components: { 0: { type: one('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).') } },
    });
  });
});

describe('modals', () => {
  const input = (rest: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...rest });
  const label = (rest: object = {}, component: object = input()) => ({
    type: 18,
    label: 'l',
    component,
    ...rest,
  });
  const judge = (rest: object = {}) =>
    complaintsOf(modal, { custom_id: 'm', title: 't', components: [label()], ...rest });

  it('takes labels and old rows', () => {
    expect(judge({ components: [label(), row(input({ custom_id: 'j', label: 'l' }))] })).toBeUndefined();
  });
  it.each([
    ['title 46', { title: x(46) }, { title: between(1, 45) }],
    ['custom_id 101', { custom_id: x(101) }, { custom_id: between(1, 100) }],
    ['no components', { components: [] }, { components: between(1, 5) }],
    [
      '6 components',
      { components: [1, 2, 3, 4, 5, 6].map((id) => label({}, input({ custom_id: `${id}` }))) },
      { components: between(1, 5) },
    ],
    ['label 46', { components: [label({ label: x(46) })] }, { components: { 0: { label: between(1, 45) } } }],
    [
      'value 4001',
      { components: [label({}, input({ value: x(4001) }))] },
      { components: { 0: { component: { value: maxLength(4000) } } } },
    ],
    [
      'placeholder 101',
      { components: [label({}, input({ placeholder: x(101) }))] },
      { components: { 0: { component: { placeholder: maxLength(100) } } } },
    ],
    [
      'a disabled menu',
      { components: [label({}, select({ disabled: true }))] },
      {
        components: {
          0: {
            component: { disabled: one('MODAL_COMPONENT_DISABLED', 'Modal components cannot be disabled') },
          },
        },
      },
    ],
  ])('refuses %s', (_name, rest, errors) => {
    expect(judge(rest)).toEqual(errors);
  });
});
