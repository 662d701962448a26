import { describe, expect, it } from 'vitest';
import { commandDefinition, commandLength, commandList } from '../../src/rules/command-rules.js';
import { complaintsOf } from '../../src/rules/form.js';
import { isSlashName } from '../../src/rules/option-rules.js';

const one = (code: string, message: string) => ({ _errors: [{ code, message }] });
const between = (min: number, max: number) =>
  one('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
const maxLength = (max: number) => one('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
const required = one('BASE_TYPE_REQUIRED', 'This field is required');
const invalidName = one('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
const x = (count: number) => 'x'.repeat(count);

const text = (name: string, rest: object = {}) => ({ type: 3, name, description: 'd', ...rest });
const judge = (rest: object, scope: 'global' | 'guild' = 'global') =>
  complaintsOf(commandDefinition(scope), { name: 'gene', description: 'd', ...rest });
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

describe('names', () => {
  it.each([
    ['il32', true],
    ['look-up_it', true],
    ["it's", true],
    ['基因', true],
    ['जीन', true],
    ['IL32', false],
    ['il 32', false],
    ['', false],
    [x(33), false],
    ['il32!', false],
  ])('%s', (name, valid) => {
    expect(isSlashName(name)).toBe(valid);
  });

  it('of menus may have capitals and spaces', () => {
    expect(
      complaintsOf(commandDefinition('global'), { type: 3, name: 'Look up gene terms' }),
    ).toBeUndefined();
    expect(complaintsOf(commandDefinition('global'), { type: 3, name: x(33) })).toEqual({
      name: between(1, 32),
    });
  });
});

describe('definitions', () => {
  it.each([
    ['a capital', { name: 'Gene' }, { name: invalidName }],
    ['no name', { name: undefined }, { name: required }],
    ['description 101', { description: x(101) }, { description: between(1, 100) }],
    ['no description', { description: undefined }, { description: required }],
    ['26 options', { options: names(26).map((name) => text(name)) }, { options: maxLength(25) }],
    [
      '26 choices',
      { options: [text('a', { choices: names(26).map((name) => ({ name, value: name })) })] },
      { options: { 0: { choices: maxLength(25) } } },
    ],
    [
      'a choice named with 101',
      { options: [text('a', { choices: [{ name: x(101), value: 'v' }] })] },
      { options: { 0: { choices: { 0: { name: between(1, 100) } } } } },
    ],
    [
      'a choice of 101',
      { options: [text('a', { choices: [{ name: 'n', value: x(101) }] })] },
      { options: { 0: { choices: { 0: { value: between(1, 100) } } } } },
    ],
    [
      'choices with autocomplete',
      { options: [text('a', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })] },
      {
        options: {
          0: {
            autocomplete: one(
              'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
              'Option cannot have both choices and autocomplete set',
            ),
          },
        },
      },
    ],
    [
      'a required option after an optional one',
      { options: [text('a'), text('b', { required: true })] },
      {
        options: {
          1: one(
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        },
      },
    ],
    [
      'an option name twice',
      { options: [text('a'), text('a')] },
      {
        options: { 1: one('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists') },
      },
    ],
    [
      'subcommands among options',
      { options: [text('a'), { type: 1, name: 'b', description: 'd' }] },
      {
        options: one(
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
        ),
      },
    ],
    [
      'a group in a group',
      {
        options: [
          { type: 2, name: 'a', description: 'd', options: [{ type: 2, name: 'b', description: 'd' }] },
        ],
      },
      {
        options: {
          0: {
            options: {
              0: {
                type: one('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command option type is invalid'),
                options: required,
              },
            },
          },
        },
      },
    ],
    [
      'a group without subcommands',
      { options: [{ type: 2, name: 'a', description: 'd' }] },
      { options: { 0: { options: required } } },
    ],
    [
      'option type 12',
      { options: [text('a', { type: 12 })] },
      { options: { 0: { type: one('NUMBER_TYPE_MAX', 'int value should be less than or equal to 11.') } } },
    ],
    [
      'a text length of 6,001',
      { options: [text('a', { max_length: 6001 })] },
      {
        options: {
          0: { max_length: one('NUMBER_TYPE_MAX', 'int value should be less than or equal to 6000.') },
        },
      },
    ],
    [
      'a minimum above the maximum',
      { options: [text('a', { min_length: 5, max_length: 4 })] },
      {
        options: {
          0: { min_length: one('NUMBER_TYPE_MAX', 'int value should be less than or equal to 4.') },
        },
      },
    ],
    [
      'an unknown locale',
      { name_localizations: { xx: 'gen' } },
      {
        name_localizations: {
          xx: one('BASE_TYPE_CHOICES', expect.stringContaining('Value must be one of {id, da, de')),
        },
      },
    ],
    [
      'a localized name with a capital',
      { name_localizations: { de: 'Gen' } },
      { name_localizations: { de: invalidName } },
    ],
    [
      'malformed permissions',
      { default_member_permissions: 'all' },
      { default_member_permissions: one('NUMBER_TYPE_COERCE', 'Value "all" is not int.') },
    ],
    [
      'context 3',
      { contexts: [3] },
      { contexts: { 0: one('BASE_TYPE_CHOICES', 'Value must be one of {0, 1, 2}.') } },
    ],
  ])('refuse %s', (_name, rest, errors) => {
    expect(judge(rest)).toEqual(errors);
  });

  it('refuse global fields in a guild', () => {
    const refused = (key: string) =>
      one('APPLICATION_COMMAND_GUILD_FIELD_INVALID', `${key} is only allowed on global commands`);
    expect(judge({ contexts: [0], integration_types: [0] }, 'guild')).toEqual({
      contexts: refused('contexts'),
      integration_types: refused('integration_types'),
    });
  });

  it('refuse a description on a menu', () => {
    expect(complaintsOf(commandDefinition('global'), { type: 3, name: 'Look up', description: 'd' })).toEqual(
      {
        description: one(
          'APPLICATION_COMMAND_DESCRIPTION_INVALID',
          'Context menu commands cannot have a description',
        ),
      },
    );
  });

  it('have 8,000 characters at most, the longest localization counting', () => {
    const options = Array.from({ length: 17 }, (_, index) =>
      text(`o${String(index).padStart(2, '0')}`, {
        description: x(97),
        choices: [0, 1].map((choice) => ({ name: `${choice}${x(99)}`, value: `${choice}${x(98)}` })),
      }),
    );
    const full = { name: 'gene', description: 'd', options };
    expect(commandLength(full)).toBe(4 + 1 + 17 * (3 + 97 + 2 * (100 + 99)));
    expect(judge({ options })).toEqual(
      one('APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)'),
    );
    expect(judge({ options: options.slice(1) })).toBeUndefined();
    expect(commandLength({ name: 'gene', name_localizations: { de: 'genname', fr: 'gen' } })).toBe(7);
  });

  it('have names that are unique within their type', () => {
    const twice = [
      { name: 'gene', description: 'd' },
      { type: 3, name: 'gene' },
      { name: 'gene', description: 'd' },
    ];
    expect(complaintsOf(commandList('global'), twice)).toEqual({
      2: one('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
    });
  });
});
