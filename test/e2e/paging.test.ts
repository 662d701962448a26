import { ComponentType } from 'discord.js';
import type { Message } from 'local-discord';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCommands } from '../../commands/index.js';
import { BUILT_IN_CATALOGUE } from '../../src/citation/styles.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { type Stage, setStage } from '../bot/support.js';
import { il32 } from '../fixtures/records.js';

/** A record with more references and statements than one message takes: 28 and 75, as a reviewed gene easily has. */

const COUNT = 28;
const COPIES = 5;
let stage: Stage;

function longRecord(): GeneRecord {
  const [, kim] = il32.references;
  if (kim === undefined) throw new Error('expected a reference');
  const more = Array.from({ length: COUNT - il32.references.length }, (_, at) => ({
    ...kim,
    id: `more-${at}`,
    title: `Title ${at}`,
  }));
  const statements = Array.from({ length: COPIES }, (_, copy) =>
    il32.statements.map((statement) => ({ ...statement, id: `${statement.id}-${copy}` })),
  ).flat();
  return { ...il32, references: [...il32.references, ...more], statements };
}

beforeAll(async () => {
  stage = await setStage({
    commands: createCommands([longRecord()], {
      styles: BUILT_IN_CATALOGUE,
      illustrate: async () => ({ file: null, note: null }),
    }),
  });
});

afterAll(() => stage[Symbol.asyncDispose]());

function buttons({ components }: Message): { label: string; customId: string }[] {
  return (components ?? []).flatMap((row) =>
    row.type !== ComponentType.ActionRow
      ? []
      : row.components.flatMap((each) =>
          each.type === ComponentType.Button && 'custom_id' in each
            ? [{ label: ('label' in each ? each.label : '') ?? '', customId: each.custom_id }]
            : [],
        ),
  );
}

const turns = (message: Message) =>
  buttons(message)
    .map(({ label }) => label)
    .filter((label) => label.endsWith(' page'));

const idOf = (message: Message, wanted: string) =>
  buttons(message).find(({ label }) => label === wanted)?.customId ?? '';

const menuOf = (message: Message) =>
  (message.components ?? [])
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .flatMap((each) => (each.type === ComponentType.StringSelect ? each.custom_id : []))[0] ?? '';

/** The numbers of the references on a page, and what its small print says of the place in the list. */
function page({ embeds }: Message): { numbers: number[]; said: string | undefined } {
  const lines = embeds[0]?.description?.split('\n') ?? [];
  return {
    numbers: lines.flatMap((line) => Number(/^\[?\\\[(\d+)\\\]/u.exec(line)?.[1] ?? Number.NaN) || []),
    said: lines.findLast((line) => line.startsWith('-# ')),
  };
}

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('a long list is read page by page in one message, with one file of all', async () => {
  const ada = stage.discord.person('ada');
  const { settled: first } = await ada.run('/il32 cite');
  const shown = await first;
  const last = page(shown).numbers.at(-1) ?? 0;
  expect(page(shown)).toEqual({
    numbers: upTo(1, last),
    said: `-# 1 to ${last} of 28 references.`,
  });
  expect(turns(shown)).toEqual(['Next page']);
  expect(shown.attachments.map(({ filename }) => filename)).toEqual(['il32-references.txt']);

  const second = await (await ada.press(shown.id, idOf(shown, 'Next page'))).settled;
  expect(second.id).toBe(shown.id);
  expect(page(second)).toEqual({
    numbers: upTo(last + 1, COUNT),
    said: `-# ${last + 1} to 28 of 28 references.`,
  });
  expect(turns(second)).toEqual(['Previous page']);
  expect(second.attachments.map(({ filename }) => filename)).toEqual(['il32-references.txt']);

  const back = await (await ada.press(second.id, idOf(second, 'Previous page'))).settled;
  expect(page(back)).toEqual(page(shown));
  expect(turns(back)).toEqual(['Next page']);
});

test('somebody else reads on alone, and the message stays as it is', async () => {
  const shown = await (await stage.discord.person('cleo').run('/il32 cite')).settled;
  const ben = stage.discord.person('ben');
  const copy = await (await ben.press(shown.id, idOf(shown, 'Next page'))).settled;
  expect(copy.id).not.toBe(shown.id);
  expect((copy.flags ?? 0) & 64).toBe(64);
  expect(turns(copy)).toEqual(['Previous page']);
  const stays = ben.sees().find(({ id }) => id === shown.id);
  expect(stays === undefined ? [] : turns(stays)).toEqual(['Next page']);
});

test('another style keeps the list whole, and its pages turn in that style', async () => {
  const dora = stage.discord.person('dora');
  const shown = await (await dora.run('/il32 cite')).settled;
  const apa = await (await dora.choose(shown.id, menuOf(shown), ['apa'])).settled;
  const second = await (await dora.press(apa.id, idOf(apa, 'Next page'))).settled;
  expect([...page(apa).numbers, ...page(second).numbers]).toEqual(upTo(1, COUNT));
  expect(second.embeds[0]?.description).toMatch(
    /^\[\\\[\d+\\\]\]\(https:\/\/doi\.org\/\S+\) Kim, S\. H\., /u,
  );
});

test('"Copy as text" gives all of them, and says where they are when they are too many', async () => {
  const eve = stage.discord.person('eve');
  const shown = await (await eve.run('/il32 cite')).settled;
  const copied = await (await eve.press(shown.id, idOf(shown, 'Copy as text'))).settled;
  expect(copied.content).toBe('The file has them all.');
  expect(copied.attachments.map(({ filename }) => filename)).toEqual(['il32-references.txt']);
});

test('a long list of statements, too: every one on some page, in its order, none cut', async () => {
  const fay = stage.discord.person('fay');
  let shown = await (await fay.run('/il32 function')).settled;
  const lines: string[] = [];
  for (;;) {
    const description = shown.embeds[0]?.description ?? '';
    lines.push(...description.split('\n').filter((line) => line.startsWith('• ')));
    expect(description).not.toContain('…');
    const next = idOf(shown, 'Next page');
    if (next === '') break;
    shown = await (await fay.press(shown.id, next)).settled;
  }
  expect(lines).toHaveLength(COPIES * il32.statements.length);
  expect(page(shown).said).toMatch(/^-# \d+ to 75 of 75 statements\.$/u);
  expect(turns(shown)).toEqual(['Previous page']);
});
