import { ComponentType } from 'discord.js';
import type { Invocation, Message, Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCommands, SUBCOMMANDS } from '../../commands/index.js';
import { discoverStyles } from '../../src/citation/styles.js';
import { packagePath } from '../../src/package-path.js';
import { createPictures } from '../../src/picture/pictures.js';
import { createIllustrator } from '../../src/reply/illustrate.js';
import { type Stage, setStage } from '../bot/support.js';
import { il31, il32 } from '../fixtures/records.js';

/** The real discord.js client, the real commands and the real record on the local Discord, which enforces Discord's rules. */

const EPHEMERAL = 64;
let stage: Stage;

async function setRealStage(): Promise<Stage> {
  const pictures = createPictures();
  const styles = await discoverStyles(packagePath('data', 'styles'));
  return setStage({
    commands: createCommands([il32, il31], { styles, illustrate: createIllustrator(pictures) }),
  });
}

beforeAll(async () => {
  stage = await setRealStage();
});

afterAll(() => stage[Symbol.asyncDispose]());

let people = 0;

/** Somebody who has not asked before: the limit for each person is tested elsewhere. */
function somebody(): Person {
  people += 1;
  return stage.discord.person(`person${people}`);
}

async function settled(invocation: Promise<Invocation>): Promise<Message> {
  return (await invocation).settled;
}

interface Component {
  readonly label: string;
  readonly customId: string;
  readonly values: readonly string[];
}

function components(message: Message): Component[] {
  return (message.components ?? []).flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    return row.components.flatMap((each): Component[] => {
      if (!('custom_id' in each)) return [];
      if (each.type === ComponentType.StringSelect)
        return [{ label: 'menu', customId: each.custom_id, values: each.options.map(({ value }) => value) }];
      return [{ label: 'label' in each ? (each.label ?? '') : '', customId: each.custom_id, values: [] }];
    });
  });
}

function isPrivate({ flags }: Message): boolean {
  return ((flags ?? 0) & EPHEMERAL) !== 0;
}

const LINES: readonly [line: string, title: string, isPrivate: boolean][] = [
  ['/il32 ask question:does it induce TNFα in macrophages?', 'IL32 and TNF-alpha', false],
  ['/il32 alias name:taif-b', 'Names of IL32', false],
  ['/il32 alias', 'Names of IL32', false],
  ['/il32 alias name:IL33', 'Not in the record', true],
  ['/il32 id database:ensembel', 'IL32 in Ensembl', false],
  ['/il32 id', 'Database IDs of IL32', false],
  ['/il32 id database:ENSG00000008518', 'Not in the record', true],
  ['/il32 function topic:osteoclst', 'IL32 and osteoclasts', false],
  ['/il32 function', 'What IL32 does', false],
  ['/il32 cite reference:kim', 'Reference \\[2\\]', false],
  ['/il32 cite', 'All 3 references on IL32', false],
  ['/il32 locate', 'Where IL32 lies', false],
  ['/il32 locate private:true', 'Where IL32 lies', true],
  ['/il32 card', 'IL32: Interleukin 32', false],
  ['/il32 help', 'Ask about IL32 (Interleukin 32)', false],
  ['/il31 card', 'IL31: Interleukin 31', false],
];

describe('every command', () => {
  test.each(LINES)('%s', async (line, title, ephemeral) => {
    const message = await settled(somebody().run(line));
    expect(message.embeds[0]?.title).toBe(title);
    expect(isPrivate(message)).toBe(ephemeral);
    expect(message.mentions).toEqual([]);
  });

  test('no subcommand is left out above', () => {
    const tried = new Set(LINES.map(([line]) => line.split(' ')[1]));
    expect(SUBCOMMANDS.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

test('a picture has its alt text', async () => {
  const { embeds } = await settled(somebody().run('/il32 locate'));
  expect(embeds[0]?.image).toMatchObject({ description: expect.stringContaining('chromosome 16') });
});

describe('every button and menu', () => {
  test.each(LINES)('under %s', async (line) => {
    const ada = somebody();
    const message = await settled(ada.run(line));
    // A choice in a menu changes the message: the buttons come first.
    const all = components(message).toSorted((a, b) => a.values.length - b.values.length);
    for (const { label, customId, values } of all) {
      if (values.length === 0) {
        const answer = await settled(ada.press(message.id, customId));
        const copied = label === 'Copy as text';
        expect([label, answer.embeds.length]).toEqual([label, copied ? 0 : 1]);
        // Sharing changes the private message, and posts another one: see below.
        expect(isPrivate(answer)).toBe(copied || isPrivate(message));
      }
      for (const value of values) {
        const answer = await settled(ada.choose(message.id, customId, [value]));
        expect([value, answer.id]).toEqual([value, message.id]);
      }
    }
  });

  test('a file is there while its format is shown, and gone afterwards', async () => {
    const ada = somebody();
    const message = await settled(ada.run('/il32 cite reference:kim style:ris'));
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['kim-2005.ris']);
    const menu = components(message).find(({ label }) => label === 'menu');
    const bibtex = await settled(ada.choose(message.id, menu?.customId ?? '', ['bibtex']));
    expect(bibtex.attachments.map(({ filename }) => filename)).toEqual(['kim-2005.bib']);
    const plain = await settled(ada.choose(message.id, menu?.customId ?? '', ['apa']));
    expect(plain.attachments).toEqual([]);
  });

  test("somebody else's choice leaves the message as it is", async () => {
    const message = await settled(somebody().run('/il32 cite reference:kim'));
    const menu = components(message).find(({ label }) => label === 'menu');
    const copy = await settled(somebody().choose(message.id, menu?.customId ?? '', ['ris']));
    expect(copy.id).not.toBe(message.id);
    expect(isPrivate(copy)).toBe(true);
  });

  test('sharing names who shared, without a ping', async () => {
    const ben = somebody();
    const message = await settled(ben.run('/il32 alias name:NK4 private:true'));
    const share = components(message).find(({ label }) => label === 'Share to channel');
    const heard = ben.nextMessage(({ content }) => content === `Shared by <@${ben.id}>`);
    await ben.press(message.id, share?.customId ?? '');
    const shared = await heard;
    expect(isPrivate(shared)).toBe(false);
    expect(shared.mentions).toEqual([]);
    expect(
      stage.discord
        .person('ada')
        .sees()
        .some(({ id }) => id === shared.id),
    ).toBe(true);
  });
});

test('sharing works once, and then says so', async () => {
  const ben = somebody();
  const message = await settled(ben.run('/il32 alias name:NK4 private:true'));
  const share = components(message).find(({ label }) => label === 'Share to channel')?.customId ?? '';
  const sharedBefore = () => ben.sees().filter(({ content }) => content === `Shared by <@${ben.id}>`).length;
  await settled(ben.press(message.id, share));
  await expect
    .poll(() =>
      components(ben.sees().find(({ id }) => id === message.id) ?? message).map(({ label }) => label),
    )
    .toContain('Shared');
  await expect(ben.press(message.id, share)).rejects.toThrow('This component is disabled');
  expect(sharedBefore()).toBe(1);
});

test('what was explained of a message can be shared as it was read', async () => {
  const said = await stage.discord.person('ben').say('TAIFb, IL33 and IL-32 theta in NM_001012632');
  const ben = somebody();
  const message = await settled(ben.menu(said.id, 'Look up gene terms'));
  expect(message.embeds[0]?.description).toBe('Not in this record: IL33, IL-32 theta, NM\\_001012632.');
  const share = components(message).find(({ label }) => label === 'Share to channel')?.customId ?? '';
  const heard = ben.nextMessage(({ content }) => content === `Shared by <@${ben.id}>`);
  await ben.press(message.id, share);
  const shared = await heard;
  expect(isPrivate(shared)).toBe(false);
  expect(shared.embeds[0]?.fields).toEqual(message.embeds[0]?.fields);
});

test.each([
  ['may not embed', [{ code: 50013, message: 'Missing Permissions' }], true, 0],
  ['may not reply', [{ code: 160002, message: 'Cannot reply without permission' }], false, 1],
  [
    'may do neither',
    [
      { code: 50013, message: 'Missing Permissions' },
      { code: 160002, message: 'Cannot reply without permission' },
    ],
    false,
    0,
  ],
])('where the bot %s, the person gets the answer all the same', async (_, refusals, isReply, embeds) => {
  await using limited = await setRealStage();
  const ada = limited.discord.person('ada');
  for (const body of refusals) limited.discord.faults.next({ route: 'message', status: 403, body });
  const heard = ada.nextMessage(({ author }) => author.bot === true);
  await ada.say('is NK4 an alias?', { mention: limited.appId });
  const answer = await heard;
  expect(answer.message_reference === undefined).toBe(!isReply);
  expect(answer.embeds).toHaveLength(embeds);
  if (embeds === 0)
    expect(answer.content.split('\n').slice(0, 2)).toEqual([
      '**Names of IL32**',
      '**Yes.** NK4 is an alias of IL32 (Interleukin 32).',
    ]);
});

test('the message menu explains a colleague’s message to the one who asked', async () => {
  const said = await stage.discord.person('ben').say('is TAIFb in NM_001012631.4? @everyone');
  const message = await settled(somebody().menu(said.id, 'Look up gene terms'));
  expect(message.embeds[0]?.title).toBe('2 terms in that message');
  expect(isPrivate(message)).toBe(true);
});

test('a mention, and a reply to the answer', async () => {
  const ada = somebody();
  const fromBot = ({ author }: Message) => author.bot === true;
  const first = ada.nextMessage(fromBot);
  await ada.say("what's the ensembl id of IL32", { mention: stage.appId });
  const answer = await first;
  expect(answer.embeds[0]?.title).toBe('IL32 in Ensembl');
  const second = ada.nextMessage(fromBot);
  await ada.say('and the protein one?', { replyTo: answer.id });
  expect((await second).embeds[0]?.title).toMatch(/^IL32 in (?:UniProtKB|RefSeq \(protein\))/u);
});

test('the style that was chosen last is kept for the person and for the server, not what is chosen in private', async () => {
  await using lab = await setRealStage();
  const styleOf = (message: Message) =>
    (message.components ?? [])
      .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
      .flatMap((each) => (each.type === ComponentType.StringSelect ? each.options : []))
      .find((option) => option.default)?.value;
  const cited = async (person: Person, more = '') =>
    styleOf(await settled(person.run(`/il32 cite reference:kim${more}`)));
  const [ada, ben, cat] = ['ada', 'ben', 'cat'].map((name) => lab.discord.person(name));
  if (ada === undefined || ben === undefined || cat === undefined) throw new Error('expected three people');
  expect(await cited(ben, ' style:harvard private:true')).toBe('harvard');
  expect(await cited(ada)).toBe('vancouver');
  const message = await settled(ada.run('/il32 cite reference:kim'));
  const menu = components(message).find(({ label }) => label === 'menu')?.customId ?? '';
  await settled(ada.choose(message.id, menu, ['apa']));
  expect([await cited(ada), await cited(ben), await cited(cat)]).toEqual(['apa', 'harvard', 'apa']);
  const heard = cat.nextMessage(({ author }) => author.bot === true);
  await cat.say('cite Mabilleau 2009', { mention: lab.appId });
  expect(styleOf(await heard)).toBe('apa');
});

test('nothing that was sent broke a rule of Discord', () => {
  const refused = stage.discord.requests.filter(({ status }) => status >= 400);
  expect(refused.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([]);
});

test('a citation that may not be posted in the channel is shown to whoever shared it, and says so', async () => {
  await using forbidden = await setRealStage();
  const ada = forbidden.discord.person('ada');
  const message = await settled(ada.run('/il32 cite reference:kim private:true'));
  const share = components(message).find(({ label }) => label === 'Share to channel');
  forbidden.discord.faults.denySending(forbidden.discord.channelId);
  const heard = ada.nextMessage(({ id }) => id !== message.id);
  await ada.press(message.id, share?.customId ?? '');
  const answer = await heard;
  expect(answer.content).toBe(
    'This could not be posted in the channel: the bot is missing a permission there. Only you can see it.',
  );
  expect(answer.embeds[0]?.description).toBe(message.embeds[0]?.description);
  expect(isPrivate(answer)).toBe(true);
  expect(forbidden.discord.person('ben').sees()).toEqual([]);
});
