import { ApplicationCommandOptionType, ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createCommands, SUBCOMMANDS } from '../../commands/index.js';
import type { CommandSet, Invocation } from '../../commands/types.js';
import { BUILT_IN_CATALOGUE } from '../../src/citation/styles.js';
import type { Reply } from '../../src/reply/reply.js';
import { il31, il32 } from '../fixtures/records.js';

const RESOURCES = { styles: BUILT_IN_CATALOGUE, illustrate: async () => ({ file: null, note: null }) };
const ADA = '100000000000000001';
const BEN = '100000000000000002';

function commands(...records: (typeof il32)[]): CommandSet {
  return createCommands(records.length === 0 ? [il32] : records, RESOURCES);
}

function invocation(
  subcommand: string,
  options: Invocation['options'] = {},
  previous: string | null = null,
): Invocation {
  return { command: 'il32', subcommand, options, previous };
}

function opening({ message }: Reply): string {
  return message.embeds[0]?.description?.split('\n')[0] ?? message.content;
}

function title({ message }: Reply): string {
  return message.embeds[0]?.title ?? '';
}

interface Button {
  label: string;
  customId: string;
}

function buttons({ message }: Reply): Button[] {
  return message.components.flatMap(({ components }) =>
    components.flatMap((each) =>
      each.type === ComponentType.Button && 'custom_id' in each
        ? [{ label: 'label' in each ? (each.label ?? '') : '', customId: each.custom_id }]
        : [],
    ),
  );
}

function menuId({ message }: Reply): string {
  const [first] = message.components.flatMap(({ components }) => components);
  return first?.type === ComponentType.StringSelect ? first.custom_id : '';
}

describe('what is registered', () => {
  test('one slash command for each record and one message menu for all', () => {
    expect(commands(il32, il31).definitions.map(({ name, type }) => `${type} ${name}`)).toEqual([
      '1 il32',
      '1 il31',
      '1 gene',
      '3 Look up gene terms',
    ]);
  });

  test('the subcommands, in the order in which people see them, each with the option "private" last', () => {
    const [slash] = commands().definitions;
    const options = slash !== undefined && 'options' in slash ? (slash.options ?? []) : [];
    expect(options.map(({ name }) => name)).toEqual(SUBCOMMANDS.map(({ name }) => name));
    expect(SUBCOMMANDS.map(({ name }) => name)).toEqual([
      'ask',
      'alias',
      'id',
      'function',
      'cite',
      'locate',
      'card',
      'help',
    ]);
    for (const option of options) {
      const last = 'options' in option ? option.options?.at(-1) : undefined;
      expect(last).toMatchObject({ name: 'private', type: ApplicationCommandOptionType.Boolean });
    }
  });
});

describe('slash commands', () => {
  test.each<[string, Invocation['options'], string, string]>([
    [
      'ask',
      { question: 'does IL-32 activate osteoclasts?' },
      'IL32 and osteoclast activation',
      '**No, according to Mabilleau and Sabokbar 2009.** IL-32 does not support osteoclast activation. \\[3\\]',
    ],
    ['alias', { name: 'taif-b' }, 'Names of IL32', '**Yes.** TAIFb is an alias of IL32 (Interleukin 32).'],
    [
      'alias',
      { name: 'IL‑32-GAMMA' },
      'Names of IL32',
      '**Yes.** IL-32gamma is an isoform of IL32 (Interleukin 32).',
    ],
    ['alias', { name: 'ＩＬ３２' }, 'Names of IL32', '**Yes.** IL32 is the gene symbol of Interleukin 32.'],
    ['id', { database: 'uniport' }, 'IL32 in UniProtKB', ''],
    [
      'id',
      { database: 'NM_001012631.4' },
      'IL32 in RefSeq (mRNA)',
      'NM\\_001012631 is the RefSeq (mRNA) accession of IL32 (Interleukin 32), human.',
    ],
    [
      'id',
      {},
      'Database IDs of IL32',
      'Mouse: none recorded in NCBI Gene, Ensembl, UniProtKB, RefSeq (mRNA), RefSeq (protein) and PubMed search.',
    ],
    [
      'function',
      { topic: 'erk' },
      'IL32 and MAPK/ERK pathway',
      'In its effect on osteoclasts, IL-32 regulates the MAPK/ERK pathway and the actin cytoskeleton. \\[3\\]',
    ],
    [
      'cite',
      { reference: 'mabileau' },
      'Reference \\[3\\]',
      'Mabilleau G, Sabokbar A. Interleukin-32 promotes osteoclast differentiation but not osteoclast activation. PLoS One. 2009;4(1):e4173. doi: 10.1371/journal.pone.0004173. PubMed PMID: 19137064; PubMed Central PMCID: PMC2613539.',
    ],
    [
      'locate',
      {},
      'Where IL32 lies',
      'On human chromosome 16, band 16p13.3: about 3.12–3.13 Mb, GRCh37 (hg19).',
    ],
    [
      'card',
      {},
      'IL32: Interleukin 32',
      'Interleukin 32 is the protein that the human gene IL32 encodes. \\[1\\]',
    ],
  ])('%s %j', async (subcommand, options, expectedTitle, expectedOpening) => {
    const reply = await commands().run(invocation(subcommand, options));
    expect(title(reply)).toBe(expectedTitle);
    expect(opening(reply)).toBe(expectedOpening);
    expect(reply.private).toBe(false);
  });

  test.each<[string, Invocation['options'], string]>([
    [
      'ask',
      { question: 'IL-33 receptor' },
      'There is no record of "IL-33" here. It is not a name of IL32, and names are matched exactly.',
    ],
    ['alias', { name: 'IL33' }, '"IL33" is not a name of IL32 in this record. Names are matched exactly.'],
    ['alias', { name: 'TIFA' }, '"TIFA" is not a name of IL32 in this record. Names are matched exactly.'],
    [
      'id',
      { database: 'ENSG00000008518' },
      'ENSG00000008518 (Ensembl) is not in the record of IL32. Accessions are matched exactly.',
    ],
    ['function', { topic: 'IL-10' }, 'The record has no statement about "IL-10".'],
    ['cite', { reference: 'Smith 1999' }, 'The record has no reference that fits "Smith 1999".'],
  ])('a private refusal that offers something: %s %j', async (subcommand, options, expected) => {
    const reply = await commands().run(invocation(subcommand, options));
    expect(opening(reply)).toBe(expected);
    expect(reply.private).toBe(true);
    expect(buttons(reply).length).toBeGreaterThan(0);
  });

  test('a sibling gene is told apart, not corrected', async () => {
    const labels = buttons(await commands().run(invocation('alias', { name: 'IL33' }))).map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['All its names']);
  });

  test('help lists every command, clickable once Discord has given them ids', async () => {
    const set = commands();
    set.useCommandIds(new Map([['il32', '42']]));
    const more = buttons(await set.run(invocation('help'))).find(({ label }) => label === 'All commands');
    const pressed = { values: [], userId: ADA, ownerId: ADA, ephemeral: false, embeds: [] };
    const [embed] = (await set.press({ ...pressed, customId: more?.customId ?? '' })).reply.message.embeds;
    const lines = embed?.fields?.find(({ name }) => name === 'Commands')?.value.split('\n');
    expect(lines?.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      SUBCOMMANDS.map(({ name }) => `</il32 ${name}:42>`),
    );
  });

  test('an old client: unknown commands and missing options get a short private line', async () => {
    const set = commands();
    const unknown = await set.run(invocation('dance'));
    expect(unknown.message.content).toBe(
      'This command is not known here any more. Reload Discord to get the current list, then try again.',
    );
    expect(unknown.private).toBe(true);
    expect((await set.run({ ...invocation('card'), command: 'il99' })).outcome).toBe('mistake');
    const missing = await set.run(invocation('ask', { question: true }));
    expect(missing.message.content).toBe('Fill in "question": Your question; typos are fine.');
  });

  test('each record answers under its own command', async () => {
    const reply = await commands(il32, il31).run({
      ...invocation('id', { database: 'omim' }),
      command: 'il31',
    });
    expect(reply.message.embeds[0]?.fields?.[0]?.value).toBe('`609509`');
  });
});

test('a question stands above its answer, as it reads, on one line', async () => {
  const question = 'is it a\ncytokine **or** [x](https://evil.example)?';
  const reply = await commands().run(invocation('ask', { question }));
  expect(reply.message.content).toBe('> is it a cytokine \\*\\*or\\*\\* \\[x\\](https\\://evil.example)?');
});

describe('suggestions while typing', () => {
  const values = (subcommand: string, option: string, typed: string) =>
    commands()
      .complete(invocation(subcommand, { [option]: typed }), option)
      .map(({ value }) => value);

  test('good defaults for an empty box', () => {
    expect(values('alias', 'name', '').slice(0, 2)).toEqual(['IL32', 'Interleukin 32']);
    expect(values('id', 'database', '').slice(0, 3)).toEqual(['ncbigene', 'ensembl', 'uniprot']);
    expect(values('cite', 'reference', '')).toEqual(['entrez-gene', 'kim-2005', 'mabilleau-2009']);
    expect(values('function', 'topic', '').length).toBe(15);
    expect(values('ask', 'question', '').length).toBeGreaterThan(4);
  });

  test('what was typed, exact before near', () => {
    expect(values('alias', 'name', 'taif')).toEqual(['TAIF', 'TAIFa', 'TAIFb', 'TAIFc', 'TAIFd']);
    expect(values('alias', 'name', 'taif-b')).toEqual(['TAIFb']);
    expect(values('id', 'database', 'uniport')).toEqual(['uniprot']);
    expect(values('function', 'topic', 'osteoclst')).toEqual([
      'osteoclast-differentiation',
      'osteoclast-activation',
      'osteoclast-pathway',
    ]);
    expect(values('alias', 'name', 'zzz')).toEqual([]);
  });

  test('an unknown command or option suggests nothing', () => {
    expect(commands().complete(invocation('dance'), 'name')).toEqual([]);
    expect(commands().complete(invocation('card'), 'name')).toEqual([]);
  });
});

describe('buttons and menus', () => {
  const press = { values: [], userId: ADA, ownerId: ADA, ephemeral: false, embeds: [] };

  test('every button of every answer leads to an answer, also in a new process', async () => {
    for (const { name } of SUBCOMMANDS) {
      const reply = await commands().run(invocation(name, { question: 'is it a cytokine', private: true }));
      for (const { label, customId } of buttons(reply)) {
        const { reply: next, kind } = await commands().press({ ...press, customId });
        expect(`${label}: ${kind} ${next.outcome}`).toBe(
          `${label}: ${label === 'Share to channel' ? 'share' : 'reply'} ${next.outcome === 'help' ? 'help' : 'answered'}`,
        );
      }
    }
  });

  test('a private answer is shared with the name of who shared it', async () => {
    const reply = await commands().run(
      invocation('ask', { question: 'does IL-32 activate osteoclasts?', private: true }),
    );
    const share = buttons(reply).find(({ label }) => label === 'Share to channel');
    const { reply: shared } = await commands().press({
      ...press,
      customId: share?.customId ?? '',
      ephemeral: true,
    });
    expect(shared.private).toBe(false);
    expect(shared.message.content).toBe(`Shared by <@${ADA}>`);
    expect(opening(shared)).toBe(
      '**No, according to Mabilleau and Sabokbar 2009.** IL-32 does not support osteoclast activation. \\[3\\]',
    );
  });

  test('who asked changes the citation in place; somebody else gets a private copy', async () => {
    const customId = menuId(await commands().run(invocation('cite', { reference: 'kim' })));
    const own = await commands().press({ ...press, customId, values: ['bibtex'] });
    expect([own.kind, own.reply.private]).toEqual(['update', false]);
    expect(own.reply.message.files.map(({ name }) => name)).toEqual(['kim-2005.bib']);
    const other = await commands().press({ ...press, customId, values: ['ris'], userId: BEN });
    expect([other.kind, other.reply.private]).toEqual(['reply', true]);
    const plain = await commands().press({ ...press, customId, values: ['vancouver'] });
    expect(plain.reply.message.files).toEqual([]);
  });

  test('a custom_id of another version gets a short private line', async () => {
    const { reply } = await commands().press({ ...press, customId: '0:x' });
    expect(reply.message.content).toBe('This button is from an earlier version. Please ask again.');
    expect(reply.private).toBe(true);
  });
});

describe('the last citation style', () => {
  const menu = (reply: Reply) => {
    const [first] = reply.message.components.flatMap(({ components }) => components);
    return first?.type === ComponentType.StringSelect
      ? first.options.find((option) => option.default)?.value
      : undefined;
  };
  const cite = (lastStyle: string | null, options: Invocation['options'] = { reference: 'kim' }) =>
    commands().run({ ...invocation('cite', options), lastStyle });
  const pressed = { values: [], userId: ADA, ownerId: ADA, embeds: [], ephemeral: false };

  test.each<[string, (lastStyle: string) => Promise<Reply | null>]>([
    ['a command', (lastStyle) => cite(lastStyle)],
    [
      'a question',
      (lastStyle) => commands().run({ ...invocation('ask', { question: 'cite Kim 2005' }), lastStyle }),
    ],
    [
      'a mention',
      (lastStyle) =>
        commands().chat({
          text: 'cite Kim 2005',
          repliedTo: [],
          referencedText: null,
          addressed: true,
          previous: null,
          lastStyle,
        }),
    ],
    [
      'a button',
      async (lastStyle) => {
        const shown = await commands().run(invocation('function', { topic: 'chemokines' }));
        const customId = buttons(shown).find(({ label }) => label === 'Cite [2]')?.customId ?? '';
        return (await commands().press({ ...pressed, customId, lastStyle })).reply;
      },
    ],
  ])('is that of a citation by %s, and not chosen anew by it', async (_, asked) => {
    const reply = await asked('apa');
    expect(reply === null ? '' : opening(reply)).toMatch(/^Kim, S\. H\., Han, S\. Y\., /u);
    expect(reply?.style).toBeNull();
  });

  test('is chosen by the option, in words and in the menu; a file, sharing and turning pages choose none', async () => {
    expect((await cite(null, { reference: 'kim', style: 'APA 7' })).style).toBe('apa');
    const inWords = invocation('ask', { question: 'cite Kim 2005 in Harvard style' });
    expect((await commands().run(inWords)).style).toBe('harvard');
    const shown = await cite('apa', { reference: 'kim', private: true });
    const chosen = await commands().press({ ...pressed, customId: menuId(shown), values: ['vancouver'] });
    expect([chosen.reply.style, menu(chosen.reply)]).toEqual(['vancouver', 'vancouver']);
    expect((await cite('apa', { reference: 'kim', style: 'ris' })).style).toBeNull();
    const share = buttons(shown).find(({ label }) => label === 'Share to channel')?.customId ?? '';
    const shared = await commands().press({ ...pressed, customId: share, lastStyle: 'harvard' });
    expect([shared.reply.style, menu(shared.reply)]).toEqual([null, 'apa']);
  });

  test('that is not installed: the citation in the usual one, and how to get it', async () => {
    const reply = await cite(null, { reference: 'kim', style: 'chicago' });
    expect([menu(reply), reply.style, reply.private]).toEqual(['vancouver', null, false]);
    expect(reply.message.embeds[0]?.description?.split('\n')).toEqual([
      'Kim SH, Han SY, Azam T, Yoon DY, Dinarello CA. Interleukin-32: a cytokine and inducer of TNFalpha. Immunity. 2005 Jan;22(1):131-42. doi: 10.1016/j.immuni.2004.12.003. PubMed PMID: 15664165.',
      '-# The style "chicago" is not installed. Whoever runs this bot can add it: save its .csl file from zotero\\.org/styles in the folder data/styles.',
    ]);
  });

  test('that is no longer installed is forgotten', async () => {
    expect(menu(await cite('gone'))).toBe('vancouver');
  });

  test('of the answer that is replied to comes first', async () => {
    const first = await cite(null, { reference: 'kim', style: 'harvard' });
    const reply = await commands().chat({
      text: 'and Mabilleau 2009?',
      repliedTo: [first.message.embeds[0]?.author?.url ?? ''],
      referencedText: null,
      addressed: false,
      previous: null,
      lastStyle: 'apa',
    });
    expect(reply === null ? '' : menu(reply)).toBe('harvard');
  });
});

describe('more styles than a menu takes', () => {
  const own = Array.from({ length: 40 }, (_, at) => ({
    id: `journal-${at}`,
    title: `Journal ${at}`,
    file: '',
  }));
  const styles = { styles: [...BUILT_IN_CATALOGUE.styles, ...own], problems: [] };
  const set = createCommands([il32], { ...RESOURCES, styles });

  test('the built-in ones and the files stay in it, and the last entry says where the others are', async () => {
    const reply = await set.run(invocation('cite', { reference: 'kim' }));
    const [first] = reply.message.components.flatMap(({ components }) => components);
    const options = first?.type === ComponentType.StringSelect ? first.options : [];
    expect(options).toHaveLength(25);
    expect(options.slice(0, 6).map(({ label }) => label)).toEqual([
      'Vancouver (NLM)',
      'APA 7',
      'Harvard (Cite Them Right)',
      'BibTeX file',
      'RIS file',
      'CSL-JSON file',
    ]);
    expect(options.at(-1)).toEqual({
      value: 'more-styles',
      label: '22 more styles',
      description: 'Type /il32 cite and use "style"',
      default: false,
    });
    const { kind, reply: told } = await set.press({
      customId: menuId(reply),
      values: ['more-styles'],
      userId: ADA,
      ownerId: ADA,
      embeds: [],
      ephemeral: false,
    });
    expect([kind, told.private, told.message.content]).toEqual([
      'reply',
      true,
      'Type /il32 cite, choose "style", and type a part of its name: all styles are there.',
    ]);
  });

  test('while somebody types, every one is found', () => {
    const found = (style: string) =>
      set.complete(invocation('cite', { style }), 'style').map(({ value }) => value);
    expect(found('')).toHaveLength(25);
    expect(found('').slice(0, 3)).toEqual(['vancouver', 'apa', 'harvard']);
    for (const { id, title } of own) expect(found(title)[0]).toBe(id);
  });
});

describe('the message menu', () => {
  test('explains every term once, in the order of the message, to the one who asked', async () => {
    const text = 'Is TAIF-b in NM_001012631.4 (taifb)? See Kim 2005, PMC2613539 and IL33.';
    const reply = await commands().menu({ name: 'Look up gene terms', text });
    expect(reply.private).toBe(true);
    expect(reply.message.embeds[0]?.fields?.map(({ name }) => name)).toEqual([
      'TAIF-b',
      'NM\\_001012631.4',
      'Kim 2005',
      'PMC2613539',
    ]);
    expect(buttons(reply).map(({ label }) => label)).toEqual([
      'TAIFb',
      'RefSeq (mRNA)',
      'Cite Kim et al. 2005',
      'Cite Mabilleau and Sabokbar 2009',
      'Share to channel',
    ]);
  });

  test('names the source of each thing that it explains', async () => {
    const source = async (text: string) =>
      (await commands().menu({ name: 'Look up gene terms', text })).message.embeds[0]?.footer?.text;
    expect(await source('TAIFb')).toBe('Source: HGNC 2024, CC0 1.0');
    expect(await source('IL-32alpha, P24001')).toBe('Source: Wikipedia 2013, CC BY-SA 3.0');
    expect(await source('HGNC:16830 (Kim 2005)')).toBe(
      'Source: HGNC 2024, CC0 1.0; Wikipedia 2013, CC BY-SA 3.0',
    );
  });

  test('a database that is retired is said to be so, in a message, by accession and by name', async () => {
    const retired =
      'NCBI retired HomoloGene in January 2024. Its successor is the Orthologs section of NCBI Gene.';
    const menu = await commands().menu({ name: 'Look up gene terms', text: 'HomoloGene:128400' });
    expect(menu.message.embeds[0]?.fields).toEqual([
      {
        name: 'HomoloGene:128400',
        value: `HomoloGene group number of IL32 (Interleukin 32), human. ${retired}`,
        inline: false,
      },
    ]);
    const byAccession = await commands().run(invocation('id', { database: 'HomoloGene:128400' }));
    expect(byAccession.message.embeds[0]?.description).toBe(
      `128400 is the HomoloGene group number of IL32 (Interleukin 32), human.\n${retired}`,
    );
    const byName = await commands().run(invocation('id', { database: 'homologene' }));
    expect(byName.message.embeds[0]?.description).toBe(retired);
    const all = await commands().run(invocation('id'));
    expect(all.message.embeds[0]?.description?.split('\n').at(-1)).toBe(`-# ${retired}`);
  });

  test('says so when there is nothing', async () => {
    const reply = await commands(il32, il31).menu({ name: 'Look up gene terms', text: 'lunch?' });
    expect(reply.message.content).toBe('That message has no name, accession or reference of IL32, IL31.');
  });
});

describe('chat', () => {
  const chat = { text: '', repliedTo: [], referencedText: null, addressed: true, previous: null };

  test('a question is answered, and the next one continues it', async () => {
    const first = await commands().chat({ ...chat, text: "what's the ensembl id" });
    expect(first === null ? '' : title(first)).toBe('IL32 in Ensembl');
    const second = await commands().chat({
      ...chat,
      text: 'and in mouse?',
      previous: first?.context ?? null,
    });
    expect(second === null ? '' : title(second)).toBe('IL32 in mouse');
  });

  test('a reply to an answer continues that answer, also in a new process', async () => {
    const first = await commands().chat({ ...chat, text: 'does IL-32 activate osteoclasts?' });
    const repliedTo = [first?.message.embeds[0]?.author?.url ?? ''];
    const second = await commands().chat({ ...chat, text: 'source?', repliedTo });
    expect(second === null ? '' : title(second)).toBe('Reference \\[3\\]');
  });

  test("a format under a colleague's DOI", async () => {
    const referencedText = 'this one https://doi.org/10.1371/journal.pone.0004173';
    const reply = await commands().chat({ ...chat, text: 'ris please', referencedText });
    expect(reply?.message.files.map(({ name }) => name)).toEqual(['mabilleau-2009.ris']);
  });

  test("an empty mention under a colleague's message explains its terms", async () => {
    const reply = await commands().chat({ ...chat, referencedText: 'P24001 or NK4?' });
    expect(reply?.message.embeds[0]?.title).toBe('2 terms in that message');
  });

  test('a format under a DOI that no record has: that paper, and no other', async () => {
    const referencedText = 'read this: doi:10.1101/2020.01.01.123456';
    const previous = (await commands().chat({ ...chat, text: 'cite kim 2005' }))?.context ?? null;
    const reply = await commands().chat({ ...chat, text: 'bibtex please', referencedText, previous });
    expect(reply === null ? '' : opening(reply)).toBe(
      '10.1101/2020.01.01.123456 is not in the record of IL32, so I cannot cite it.',
    );
    expect(reply?.message.files).toEqual([]);
    expect(JSON.stringify(reply?.message.components)).toContain('https://doi.org/10.1101/2020.01.01.123456');
    const named = await commands().chat({ ...chat, text: 'bibtex for kim 2005', referencedText });
    expect(named?.message.files.map(({ name }) => name)).toEqual(['kim-2005.bib']);
  });

  test.each([
    'thx',
    'Thanks a lot!',
    'lol ok',
    '👍',
    'haha nice :D',
    'cool',
    'Perfect, thank you so much',
    'ok',
  ])('"%s" wants no answer', async (text) => {
    const first = await commands().chat({ ...chat, text: 'is NK4 an alias?' });
    const repliedTo = [first?.message.embeds[0]?.author?.url ?? ''];
    expect(await commands().chat({ ...chat, text, repliedTo, addressed: false })).toBeNull();
    expect(await commands().chat({ ...chat, text })).toBeNull();
  });

  test.each([
    'I would use the other clone then',
    "let's ask <@42> about it",
    'we did that in March, no luck',
  ])('"%s" in a reply is for somebody else', async (text) => {
    const first = await commands().chat({ ...chat, text: 'is NK4 an alias?' });
    const repliedTo = [first?.message.embeds[0]?.author?.url ?? ''];
    expect(await commands().chat({ ...chat, text, repliedTo, addressed: false })).toBeNull();
  });

  test('an empty mention, or a greeting, gets a short hint, once', async () => {
    const first = await commands().chat(chat);
    expect(first?.message.content).toBe(
      'Ask me about IL32, for example "What is NK4?". /il32 help has more.',
    );
    expect((await commands().chat({ ...chat, text: 'hi' }))?.message.content).toBe(first?.message.content);
    expect(await commands().chat({ ...chat, previous: first?.context ?? null })).toBeNull();
  });
});
