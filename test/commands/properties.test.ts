import fc from 'fast-check';
import { commandComplaints, messageComplaints } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { createCommands, SUBCOMMANDS } from '../../commands/index.js';
import type { CommandSet } from '../../commands/types.js';
import { BUILT_IN_CATALOGUE } from '../../src/citation/styles.js';
import { parseRecord, RecordError } from '../../src/record/load.js';
import type { GeneRecord } from '../../src/record/schema.js';
import type { Reply } from '../../src/reply/reply.js';
import { il32 } from '../fixtures/records.js';

/** Whatever is typed, pressed or recorded: nothing throws, nothing breaks a limit of Discord, nothing typed becomes markup. */

const RESOURCES = { styles: BUILT_IN_CATALOGUE, illustrate: async () => ({ file: null, note: null }) };
const BAIT = '[x](https://evil.example) @everyone <@1> # **b** `c` ||d||';

function commandsOf(record: GeneRecord): CommandSet {
  return createCommands([record], RESOURCES);
}

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 300 }),
  fc.string({ unit: 'binary-ascii', maxLength: 6000 }),
  fc.constantFrom(
    BAIT,
    '```',
    '\ud83d',
    '10.1/',
    'a'.repeat(6000),
    '('.repeat(3000),
    'IL-32 '.repeat(900),
    '-'.repeat(6000),
  ),
  fc.tuple(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant(BAIT)).map((parts) => parts.join(' ')),
);

function expectSound({ message }: Reply): void {
  const { content, embeds, components } = message;
  expect(messageComplaints({ content, embeds, components })).toBeUndefined();
  const shown = [
    content,
    ...embeds.flatMap(({ title, description, fields }) => [
      title,
      description,
      ...(fields ?? []).map(({ value }) => value),
    ]),
  ].join('\n');
  expect(shown).not.toContain('](https://evil.example');
  expect(shown.replace(/`[^`]*`/gu, '')).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@1>/u);
}

describe('slash commands', () => {
  const set = commandsOf(il32);
  for (const subcommand of SUBCOMMANDS) {
    test(`${subcommand.name}: any option`, async () => {
      const names = subcommand
        .options({ records: [il32], styles: BUILT_IN_CATALOGUE })
        .map(({ name }) => name);
      await fc.assert(
        fc.asyncProperty(
          fc.array(typed, { minLength: 2, maxLength: 2 }),
          fc.boolean(),
          async (texts, isPrivate) => {
            const options = {
              ...Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ''])),
              private: isPrivate,
            };
            expectSound(
              await set.run({
                command: 'il32',
                subcommand: subcommand.name,
                options,
                previous: texts[0] ?? null,
              }),
            );
            for (const name of names) {
              const offered = set.complete(
                { command: 'il32', subcommand: subcommand.name, options, previous: null },
                name,
              );
              expect(offered.length).toBeLessThanOrEqual(25);
              expect(
                offered.every(
                  ({ name: shown, value }) =>
                    shown.length > 0 && shown.length <= 100 && value.length > 0 && value.length <= 100,
                ),
              ).toBe(true);
            }
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});

test('buttons, menus, messages and chats: any text', async () => {
  const set = commandsOf(il32);
  await fc.assert(
    fc.asyncProperty(typed, typed, async (one, other) => {
      const press = { values: [other], userId: '1', ownerId: null, ephemeral: false, embeds: [] };
      for (const customId of [one, `1:a:il32::${one}`, `1:f:il32::cite::${one}`])
        expectSound((await set.press({ ...press, customId })).reply);
      expectSound(await set.menu({ name: 'Look up gene terms', text: one }));
      const said = await set.chat({
        text: one,
        repliedTo: [other],
        referencedText: other,
        addressed: false,
        previous: one,
      });
      if (said !== null) expectSound(said);
    }),
    { numRuns: 120 },
  );
});

const longText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
  .filter((text) => text.trim() !== '');

test('records: any texts that the schema takes give commands and answers within the limits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(longText, { minLength: 24, maxLength: 24 }), async (texts) => {
      const record = parsed(withTexts(structuredClone(il32), texts));
      if (record === null) return;
      const set = commandsOf(record);
      expect(commandComplaints(set.definitions)).toBeUndefined();
      for (const { name } of SUBCOMMANDS)
        expectSound(
          await set.run({
            command: 'il32',
            subcommand: name,
            options: { question: 'osteoclast', private: true },
            previous: null,
          }),
        );
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('records: a changed value is taken whole or refused with file and path', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(il32)), fc.jsonValue(), (key, value) => {
      try {
        parseRecord(JSON.stringify({ ...il32, [key]: value }), 'record.json');
      } catch (error) {
        expect(error).toBeInstanceOf(RecordError);
        expect(String(error)).toMatch(/record\.json: \S/u);
      }
    }),
  );
});

function parsed(record: GeneRecord): GeneRecord | null {
  try {
    return parseRecord(JSON.stringify(record), 'record.json');
  } catch (error) {
    if (error instanceof RecordError) return null;
    throw error;
  }
}

function withTexts(record: GeneRecord, texts: readonly string[]): GeneRecord {
  const text = (index: number) => texts[index % texts.length] ?? 'text';
  record.statements.forEach((statement, index) => {
    statement.text = text(index);
  });
  record.references.forEach((reference, index) => {
    reference.title = text(index + 16);
    if (reference['container-title'] !== undefined) reference['container-title'] = text(index + 19);
  });
  record.definition.text = text(22);
  for (const source of record.sources) source.title = text(23);
  return record;
}
