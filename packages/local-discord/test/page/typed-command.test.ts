import { describe, expect, it } from 'vitest';
import { matchCommands, messageCommands, slashCommands } from '../../src/page/browser/command-search.js';
import type { Choice } from '../../src/page/browser/page-model.js';
import {
  autocompleteData,
  commandData,
  fillSegment,
  goToOption,
  type Line,
  matchChoices,
  missingOptions,
  nextOption,
  previousOption,
  readLine,
} from '../../src/page/browser/typed-command.js';
import { commands, state } from './page-fixtures.js';

const all = slashCommands(commands, state);

function commandLine(text: string, caret = text.length): Extract<Line, { kind: 'command' }> {
  const line = readLine(text, caret, all);
  if (line.kind !== 'command') throw new Error(`${text} is ${line.kind}`);
  return line;
}

function sent(text: string, picks: [string, Choice][] = []) {
  const result = commandData(commandLine(text), new Map(picks));
  return 'problem' in result ? result.problem : result.data;
}

const alias = (...options: object[]) => ({
  id: '20',
  name: 'il32',
  type: 1,
  options: [{ name: 'alias', type: 1, options }],
});

describe('the list of commands', () => {
  it('has every subcommand once, and commands without subcommands', () => {
    expect(all.map((one) => `${one.app.name} /${one.label}`)).toEqual([
      'IL32 /il32 alias',
      'IL32 /il32 cite',
      'IL32 /il32 help',
      'IL32 /ping',
      'Other /ping',
    ]);
  });

  it('puts beginnings of the whole name before beginnings of a part and other parts', () => {
    expect(matchCommands(all, 'il32 c').map((one) => one.label)).toEqual(['il32 cite']);
    expect(matchCommands(all, 'cit').map((one) => one.label)).toEqual(['il32 cite']);
    expect(matchCommands(all, 'what knows').map((one) => one.label)).toEqual(['il32 help']);
    expect(matchCommands(all, 'p').map((one) => one.label)).toEqual(['ping', 'ping', 'il32 help']);
    expect(matchCommands(all, 'zebra')).toEqual([]);
  });

  it('keeps message commands apart', () => {
    expect(messageCommands(commands, state).map(({ id, name }) => ({ id, name }))).toEqual([
      { id: '23', name: 'Look up gene terms' },
    ]);
  });
});

describe('reading a line', () => {
  it('tells text, the beginning of a command and a command apart', () => {
    expect(readLine('what is NK4?', 3, all)).toEqual({ kind: 'text' });
    expect(readLine('/il', 3, all)).toEqual({ kind: 'choosing', typed: 'il', exact: undefined });
    expect(readLine('/il32 aliases', 13, all)).toMatchObject({ kind: 'choosing', exact: undefined });
    expect(readLine('/il32 help', 10, all)).toMatchObject({
      kind: 'choosing',
      exact: { label: 'il32 help' },
    });
    expect(commandLine('/il32 help ').invocable.label).toBe('il32 help');
  });

  it('gives free text to the first option', () => {
    expect(sent('/il32 alias taif-b')).toEqual(alias({ name: 'name', type: 3, value: 'taif-b' }));
    expect(sent('/il32 alias   IL 32 beta ')).toEqual(alias({ name: 'name', type: 3, value: 'IL 32 beta' }));
  });

  it('understands name:value in any order, with spaces in the value', () => {
    const both = alias(
      { name: 'private', type: 5, value: true },
      { name: 'name', type: 3, value: 'IL 32 beta' },
    );
    expect(sent('/il32 alias private:true name: IL 32 beta')).toEqual(both);
    expect(sent('/IL32 Alias taif-b Private:No')).toEqual(
      alias({ name: 'name', type: 3, value: 'taif-b' }, { name: 'private', type: 5, value: false }),
    );
  });

  it('keeps colons that are no option in the value', () => {
    expect(sent('/il32 alias uniprot:P24001')).toEqual(
      alias({ name: 'name', type: 3, value: 'uniprot:P24001' }),
    );
  });

  it('knows which option the caret is in', () => {
    const text = '/il32 alias name:taif private:true';
    expect(commandLine(text).current?.option.name).toBe('private');
    expect(commandLine(text, 19).current?.option.name).toBe('name');
    expect(commandLine('/il32 alias ').current?.option.name).toBe('name');
  });

  it('prefers the app that was picked where two have the same command', () => {
    const other = all.find((one) => one.app.name === 'Other');
    expect(readLine('/ping', 5, all, other)).toMatchObject({ exact: { app: { name: 'Other' } } });
    expect(readLine('/ping', 5, all)).toMatchObject({ exact: { app: { name: 'IL32' } } });
  });
});

describe('sending', () => {
  it('says what is missing or wrong', () => {
    expect(sent('/il32 alias ')).toBe('name is required');
    expect(sent('/il32 alias private:true')).toBe('name is required');
    expect(sent('/il32 alias nk4 private:maybe')).toBe('private is True or False');
    expect(sent('/il32 cite style:chicago')).toBe('style: choose one of the list');
    expect(sent('/il32 cite count:two')).toBe('count is a number');
    expect(sent('/il32 cite count:1.5')).toBe('count is a number');
  });

  it('sends a choice by its value, from its name or the beginning of it', () => {
    for (const typed of ['Vancouver', 'vancouver', 'van'])
      expect(sent(`/il32 cite style:${typed}`)).toMatchObject({
        options: [{ options: [{ name: 'style', value: 'vancouver' }] }],
      });
  });

  it('sends a picked suggestion by its value until its text is changed', () => {
    const picks: [string, Choice][] = [['name', { name: 'TAIFb, an alias', value: 'taifb' }]];
    expect(sent('/il32 alias name:TAIFb, an alias', picks)).toEqual(
      alias({ name: 'name', type: 3, value: 'taifb' }),
    );
    expect(sent('/il32 alias name:TAIFb, an', picks)).toEqual(
      alias({ name: 'name', type: 3, value: 'TAIFb, an' }),
    );
  });

  it('leaves out optional options that are empty', () => {
    expect(sent('/il32 cite reference: style: count:3')).toEqual({
      id: '20',
      name: 'il32',
      type: 1,
      options: [{ name: 'cite', type: 1, options: [{ name: 'count', type: 4, value: 3 }] }],
    });
  });

  it('asks for suggestions with the typed text as the focused option', () => {
    const line = commandLine('/il32 alias ta private:true', 14);
    if (!line.current) throw new Error('No option');
    expect(autocompleteData(line, line.current, new Map())).toEqual(
      alias({ name: 'name', type: 3, value: 'ta', focused: true }, { name: 'private', type: 5, value: true }),
    );
  });
});

describe('editing', () => {
  it('fills a suggestion in and keeps what follows', () => {
    const text = '/il32 alias name:ta private:true';
    const current = commandLine(text, 19).current;
    if (!current) throw new Error('No option');
    expect(fillSegment(text, current, 'TAIFb')).toEqual({
      text: '/il32 alias name:TAIFb private:true',
      caret: 22,
    });
  });

  it('goes to the next option, adds one that is missing, and stops after the last', () => {
    const text = '/il32 alias nk4';
    const next = nextOption(commandLine(text));
    expect(next?.name).toBe('private');
    if (!next) return;
    const edit = goToOption(text, commandLine(text), next);
    expect(edit).toEqual({ text: '/il32 alias nk4 private:', caret: 24 });
    expect(nextOption(commandLine(edit.text))).toBeUndefined();
    expect(previousOption(commandLine(edit.text))?.name).toBe('name');
    expect(missingOptions(commandLine(edit.text))).toEqual([]);
    const [first] = commandLine(edit.text).segments;
    expect(first && goToOption(edit.text, commandLine(edit.text), first.option).caret).toBe(text.length);
  });

  it('offers choices and True/False that fit, beginnings first', () => {
    const { options } = commandLine('/il32 cite x').invocable;
    const named = (name: string) => options.find((option) => option.name === name);
    const style = named('style');
    const hidden = named('private');
    if (!style || !hidden) throw new Error('No such option');
    expect(matchChoices(style, 'a').map((choice) => choice.name)).toEqual(['APA', 'Vancouver']);
    expect(matchChoices(hidden, '').map((choice) => choice.name)).toEqual(['True', 'False']);
    expect(matchChoices(hidden, 'f').map((choice) => choice.name)).toEqual(['False']);
  });
});
