import { ComponentType } from 'discord.js';
import type { Message, Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCommands, SUBCOMMANDS } from '../../commands/index.js';
import { BUILT_IN_CATALOGUE } from '../../src/citation/styles.js';
import { createPictures } from '../../src/picture/pictures.js';
import { geneSymbol } from '../../src/record/words.js';
import { createIllustrator } from '../../src/reply/illustrate.js';
import { type Stage, setStage } from '../bot/support.js';
import { cxcl8, g6pd, il31, il32 } from '../fixtures/records.js';

/** Four records on the local Discord, which enforces Discord's rules: every way to ask leads to the right gene. */

const RECORDS = [il32, il31, cxcl8, g6pd];
let stage: Stage;

beforeAll(async () => {
  stage = await setStage({
    commands: createCommands(RECORDS, {
      styles: BUILT_IN_CATALOGUE,
      illustrate: createIllustrator(createPictures()),
    }),
  });
});

afterAll(() => stage[Symbol.asyncDispose]());

let people = 0;

function somebody(): Person {
  people += 1;
  return stage.discord.person(`reader${people}`);
}

async function asked(line: string, person = somebody()): Promise<Message> {
  return (await person.run(line)).settled;
}

/** The gene that an answer is of. */
function geneOf({ embeds }: Message): string {
  return embeds[0]?.author?.name.split(' · ')[0] ?? '';
}

function buttonsOf(message: Message) {
  return (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((each) =>
          each.type === ComponentType.Button && 'custom_id' in each ? [each.custom_id] : [],
        )
      : [],
  );
}

const REQUIRED: Readonly<Record<string, string>> = { ask: ' question:what does it do?' };

describe.each(RECORDS.map((record) => [geneSymbol(record), record.command] as const))(
  '%s',
  (symbol, command) => {
    test.each(SUBCOMMANDS.map(({ name }) => name))(
      'under its own command and under /gene: %s',
      async (name) => {
        for (const line of [`/${command} ${name}`, `/gene ${name} gene:${command}`])
          expect([line, geneOf(await asked(line + (REQUIRED[name] ?? '')))]).toEqual([line, symbol]);
      },
    );

    test('its buttons stay with it', async () => {
      const ada = somebody();
      const card = await asked(`/gene card gene:${symbol}`, ada);
      for (const customId of buttonsOf(card)) {
        const next = await (await ada.press(card.id, customId)).settled;
        expect(geneOf(next)).toBe(symbol);
      }
    });

    test('suggestions find it', async () => {
      const choices = await somebody().autocomplete(`/gene card gene:${symbol.toLowerCase()}`);
      expect(choices.map(({ value }) => value)).toContain(command);
    });
  },
);

describe('messages to the bot', () => {
  const fromBot = ({ author }: Message) => author.bot === true;

  async function mention(person: Person, text: string, replyTo?: string): Promise<Message> {
    const answer = person.nextMessage(fromBot);
    await person.say(text, replyTo === undefined ? { mention: stage.appId } : { replyTo });
    return answer;
  }

  test.each([
    ['what is the uniprot id of G6PD?', 'G6PD'],
    ['where does IL31 lie?', 'IL31'],
    ['other names of interleukin 8?', 'CXCL8'],
    ['does IL32 induce IL-8?', 'IL32'],
  ])('a mention: %s', async (text, symbol) => {
    expect(geneOf(await mention(somebody(), text))).toBe(symbol);
  });

  test('a reply goes on with the gene of the answer', async () => {
    const ada = somebody();
    const answer = await mention(ada, 'ensembl id of G6PD?');
    expect(geneOf(await mention(ada, 'and in mouse?', answer.id))).toBe('G6PD');
  });

  test('without a gene it is asked back, and a button answers', async () => {
    const ada = somebody();
    const back = await mention(ada, "what's the ensembl id?");
    expect(back.embeds[0]?.title).toBe('Which gene?');
    const [first, second] = buttonsOf(back);
    expect(geneOf(await (await ada.press(back.id, first ?? '')).settled)).toBe('IL32');
    expect(geneOf(await (await ada.press(back.id, second ?? '')).settled)).toBe('IL31');
  });

  test('another gene than that of the command: the way there, and a button that goes it', async () => {
    const ada = somebody();
    const shown = await asked('/il32 ask question:uniprot id of G6PD', ada);
    expect(shown.embeds[0]?.description).toBe('That is about G6PD: use /g6pd.');
    const [way] = buttonsOf(shown);
    expect(geneOf(await (await ada.press(shown.id, way ?? '')).settled)).toBe('G6PD');
  });

  test('the message menu explains what is of any of them', async () => {
    const said = await somebody().say('is IL-32γ in P10145, or PMID 10745013, or G6PDH?');
    const answer = await (await somebody().menu(said.id, 'Look up gene terms')).settled;
    expect(answer.embeds[0]?.author?.name).toBe('IL32, CXCL8, G6PD');
    expect(answer.embeds[0]?.title).toBe('4 terms in that message');
  });
});

test('nothing that was sent broke a rule of Discord', () => {
  const refused = stage.discord.requests.filter(({ status }) => status >= 400);
  expect(refused.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([]);
});
