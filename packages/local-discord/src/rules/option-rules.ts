import { COMMAND } from './discord-limits.js';
import {
  all,
  boolean,
  decimal,
  fields,
  type Issues,
  integer,
  isAbsent,
  isObject,
  list,
  oneOf,
  optional,
  type Rule,
  rule,
  text,
} from './form.js';

/** Option types. Source: interactions/application-commands. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Locales Discord knows. Source: reference, "Locales". */
export const LOCALES = [
  ...['id', 'da', 'de', 'en-GB', 'en-US', 'es-ES', 'es-419', 'fr', 'hr', 'it', 'lt', 'hu', 'nl', 'no', 'pl'],
  ...['pt-BR', 'ro', 'fi', 'sv-SE', 'vi', 'tr', 'cs', 'el', 'bg', 'ru', 'uk', 'hi', 'th', 'zh-CN', 'ja'],
  ...['zh-TW', 'ko'],
] as const;

type Loose = Record<string, unknown>;

const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** A slash or option name: letters, digits, - _ ', 1-32, in lower case where there is one. */
export function isSlashName(name: string): boolean {
  return SLASH_NAME.test(name) && name === name.toLowerCase();
}

export const slashName: Rule<string> = rule((value, at) => {
  if (!text({ min: 1, max: COMMAND.nameMax })(value, at)) return;
  if (!isSlashName(value)) at.add('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
});

export const menuName = text({ min: 1, max: COMMAND.nameMax, trim: true });
export const description = text({ min: 1, max: COMMAND.descriptionMax });

export function localizations(judge: Rule<string>): Rule<unknown> {
  return optional(
    rule((value, at) => {
      if (!isObject(value)) {
        at.add('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
        return;
      }
      for (const [locale, entry] of Object.entries(value)) {
        if (!oneOf(LOCALES)(locale, at.at(locale)) || isAbsent(entry)) continue;
        judge(entry, at.at(locale));
      }
    }),
  );
}

const choiceName = text({ min: 1, max: COMMAND.choiceNameMax });

function valueRule(type: number): Rule<unknown> {
  if (type === OPTION.integer) return integer(-COMMAND.integerMax, COMMAND.integerMax);
  if (type === OPTION.number) return decimal(-COMMAND.numberMax, COMMAND.numberMax);
  return text({ min: 1, max: COMMAND.choiceTextMax });
}

/** A choice: name 1-100, text value up to 100, numbers in their range; also of autocomplete answers. */
export function choiceRule(type: number): Rule<{ name: string; value: string | number }> {
  return fields<{ name: string; value: string | number; name_localizations: unknown }>({
    name: choiceName,
    value: valueRule(type),
    name_localizations: localizations(choiceName),
  });
}

export function checkDistinct(values: readonly unknown[], at: Issues, code: string, message: string): void {
  const seen = new Set<unknown>();
  values.forEach((value, index) => {
    if (seen.has(value)) at.at(index).add(code, message);
    seen.add(value);
  });
}

export function items(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Choices belong to text and numbers, and shut autocomplete out. */
function checkChoices(option: Loose, at: Issues): void {
  const type = Number(option['type']);
  const selectable = type === OPTION.string || type === OPTION.integer || type === OPTION.number;
  const choices = option['choices'];
  const has = !isAbsent(choices) && !(Array.isArray(choices) && choices.length === 0);
  if (has && selectable) {
    list(choiceRule(type), { max: COMMAND.choicesMax })(choices, at.at('choices'));
    checkDistinct(
      items(choices).map((choice) => choice['name']),
      at.at('choices'),
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      'Option choice name already exists',
    );
  }
  if (has && !selectable)
    at.at('choices').add(
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'This option type cannot have choices',
    );
  if (option['autocomplete'] === true && (has || !selectable)) {
    at.at('autocomplete').add(
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
      has
        ? 'Option cannot have both choices and autocomplete set'
        : 'Autocomplete is only available for string, integer and number options',
    );
  }
}

function checkOrder(option: Loose, low: string, high: string, at: Issues): void {
  const [least, most] = [option[low], option[high]];
  if (typeof least === 'number' && typeof most === 'number' && least > most) {
    at.at(low).add('NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
  }
}

function checkRanges(option: Loose, at: Issues): void {
  const type = Number(option['type']);
  if (type === OPTION.string) {
    optional(integer(0, COMMAND.textLengthMax))(option['min_length'], at.at('min_length'));
    optional(integer(1, COMMAND.textLengthMax))(option['max_length'], at.at('max_length'));
    checkOrder(option, 'min_length', 'max_length', at);
  }
  if (type === OPTION.integer || type === OPTION.number) {
    optional(valueRule(type))(option['min_value'], at.at('min_value'));
    optional(valueRule(type))(option['max_value'], at.at('max_value'));
    checkOrder(option, 'min_value', 'max_value', at);
  }
  if (type === OPTION.channel)
    optional(list(integer(0, 20)))(option['channel_types'], at.at('channel_types'));
  if (type === OPTION.attachment) {
    optional(list(text({ min: 1 }), { max: COMMAND.fileTypesMax }))(
      option['file_types'],
      at.at('file_types'),
    );
  }
}

const commonOption = fields<Loose>({
  type: integer(1, 11),
  name: slashName,
  name_localizations: localizations(slashName),
  description,
  description_localizations: localizations(description),
  required: optional(boolean),
  autocomplete: optional(boolean),
});

function isNesting(option: Loose): boolean {
  return option['type'] === OPTION.subcommand || option['type'] === OPTION.group;
}

/** What may stand inside: groups hold subcommands, subcommands hold plain options, a command holds either kind. */
function checkNesting(option: Loose, depth: 'command' | 'group' | 'subcommand', at: Issues): void {
  const type = Number(option['type']);
  const allowed =
    depth === 'command' ||
    (depth === 'group' && type === OPTION.subcommand) ||
    (depth === 'subcommand' && !isNesting(option));
  if (!allowed)
    at.at('type').add('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command option type is invalid');
}

function optionRule(depth: 'command' | 'group' | 'subcommand'): Rule<Loose> {
  return all(commonOption, (option, at) => {
    checkNesting(option, depth, at);
    if (!isNesting(option)) {
      checkChoices(option, at);
      checkRanges(option, at);
      return;
    }
    if (depth === 'subcommand') return;
    const isGroup = option['type'] === OPTION.group;
    if (isGroup && items(option['options']).length === 0) {
      at.at('options').add('BASE_TYPE_REQUIRED', 'This field is required');
    }
    optional(optionList(isGroup ? 'group' : 'subcommand'))(option['options'], at.at('options'));
  });
}

function localized(holder: Loose, key: string, locale: string): string | undefined {
  const table = holder[key];
  const entry = isObject(table) ? table[locale] : undefined;
  return typeof entry === 'string' ? entry : undefined;
}

/** Required options first, names once, subcommands not mixed with plain options. */
function checkSiblings(options: readonly Loose[], at: Issues): void {
  const message = 'Option name already exists';
  checkDistinct(
    options.map((option) => option['name']),
    at,
    'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    message,
  );
  for (const locale of LOCALES) {
    const names = options.map((option) => localized(option, 'name_localizations', locale) ?? Symbol('none'));
    checkDistinct(names, at, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message);
  }
  const nested = options.filter(isNesting).length;
  if (nested > 0 && nested < options.length) {
    at.add(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  let sawOptional = false;
  options.forEach((option, index) => {
    if (isNesting(option)) return;
    if (option['required'] === true && sawOptional) {
      at.at(index).add(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    sawOptional ||= option['required'] !== true;
  });
}

export function optionList(depth: 'command' | 'group' | 'subcommand'): Rule<Loose[]> {
  return all(
    rule<Loose[]>((value, at) => {
      list(optionRule(depth), { max: COMMAND.optionsMax })(value, at);
    }),
    checkSiblings,
  );
}
