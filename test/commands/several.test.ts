import { ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createCommands, SUBCOMMANDS } from '../../commands/index.js';
import type { CommandSet, Invocation } from '../../commands/types.js';
import { BUILT_IN_CATALOGUE } from '../../src/citation/styles.js';
import type { GeneRecord } from '../../src/record/schema.js';
import type { Reply } from '../../src/reply/reply.js';
import { cxcl8, g6pd, il31, il32 } from '../fixtures/records.js';

const RESOURCES = { styles: BUILT_IN_CATALOGUE, illustrate: async () => ({ file: null, note: null }) };
const CHAT = { text: '', repliedTo: [], referencedText: null, previous: null, addressed: true };

const all = createCommands([il32, il31, cxcl8, g6pd], RESOURCES);

function run(
  line: string,
  options: Invocation['options'] = {},
  set: CommandSet = all,
  previous: string | null = null,
): Promise<Reply> {
  const [command = '', subcommand = ''] = line.split(' ');
  return set.run({ command, subcommand, options, previous });
}

/** The gene that an answer is of, and its title: "CXCL8 · Names of CXCL8". */
function about({ message }: Reply): string {
  const [embed] = message.embeds;
  return embed === undefined ? message.content : `${embed.author?.name} · ${embed.title}`;
}

function body({ message }: Reply): string {
  return message.embeds[0]?.description ?? message.content;
}

function buttons({ message }: Reply) {
  return message.components.flatMap(({ components }) =>
    components.flatMap((each) =>
      each.type === ComponentType.Button && 'custom_id' in each
        ? [{ label: 'label' in each ? each.label : '', customId: each.custom_id }]
        : [],
    ),
  );
}

async function chat(text: string, more: { readonly previous?: string | null } = {}): Promise<Reply> {
  const reply = await all.chat({ ...CHAT, ...more, text });
  if (reply === null) throw new Error('expected an answer');
  return reply;
}

async function press(customId: string | undefined): Promise<Reply> {
  const { reply } = await all.press({
    customId: customId ?? '',
    values: [],
    userId: '1',
    ownerId: '1',
    embeds: [],
    ephemeral: true,
  });
  return reply;
}

/** A record of the same gene under another symbol and command, which shares its other names. */
function twinOf(record: GeneRecord, symbol: string): GeneRecord {
  const names = record.names.map((name) => (name.kind === 'symbol' ? { ...name, name: symbol } : name));
  return { ...record, command: symbol.toLowerCase(), names };
}

function copies(count: number): GeneRecord[] {
  return Array.from({ length: count }, (_, index) => twinOf(il32, `GENE${index + 1}`));
}

describe('what is registered', () => {
  const namesOf = (set: CommandSet) => set.definitions.map(({ name }) => name);

  test('a command for each gene, /gene for all, and one message menu', () => {
    expect(namesOf(all)).toEqual(['il32', 'il31', 'cxcl8', 'g6pd', 'gene', 'Look up gene terms']);
    expect(namesOf(createCommands([il32], RESOURCES))).toEqual(['il32', 'Look up gene terms']);
  });

  test('/gene has the same subcommands, each with the gene first and required', () => {
    const gene = all.definitions.find(({ name }) => name === 'gene');
    const options = gene !== undefined && 'options' in gene ? (gene.options ?? []) : [];
    expect(options.map(({ name }) => name)).toEqual(SUBCOMMANDS.map(({ name }) => name));
    for (const option of options) {
      const [first] = 'options' in option ? (option.options ?? []) : [];
      expect(first).toMatchObject({ name: 'gene', required: true, autocomplete: true });
    }
  });

  test('80 genes have a command of their own, the others are asked with /gene', async () => {
    const many = createCommands(copies(110), RESOURCES);
    expect(namesOf(many)).toHaveLength(82);
    expect(namesOf(many).slice(79)).toEqual(['gene80', 'gene', 'Look up gene terms']);
    expect(about(await run('gene card', { gene: 'GENE110' }, many))).toBe(
      'GENE110 · GENE110: Interleukin 32',
    );
    expect(body(await run('gene1 alias', { name: 'GENE99' }, many))).toBe('That is about GENE99: use /gene.');
  });

  test('a species can be chosen where a record has more than one', async () => {
    const optionsOf = (record: GeneRecord, subcommand: string) => {
      const [definition] = createCommands([record], RESOURCES).definitions;
      const options = definition !== undefined && 'options' in definition ? (definition.options ?? []) : [];
      const found = options.find(({ name }) => name === subcommand);
      return found !== undefined && 'options' in found ? (found.options ?? []) : [];
    };
    for (const subcommand of ['id', 'locate', 'card'])
      expect(optionsOf(g6pd, subcommand)).toContainEqual(
        expect.objectContaining({
          name: 'species',
          choices: ['Human', 'Mouse', 'Rat', 'Zebrafish'].map((name) => ({
            name,
            value: name.toLowerCase(),
          })),
        }),
      );
    const human = { ...il32, species: il32.species.slice(0, 1) };
    expect(optionsOf(human, 'locate').map(({ name }) => name)).toEqual(['private']);
  });
});

describe('/gene', () => {
  test.each([
    ['card', { gene: 'g6pd' }, 'G6PD · G6PD: glucose-6-phosphate dehydrogenase'],
    ['alias', { gene: 'interleukin-8', name: 'NAP1' }, 'CXCL8 · Names of CXCL8'],
    ['id', { gene: 'IL-32γ', database: 'uniprot' }, 'IL32 · IL32 in UniProtKB'],
    ['locate', { gene: 'G6pdx', species: 'mouse' }, 'G6PD · Where G6PD lies'],
    ['cite', { gene: 'il31' }, 'IL31 · All 2 references on IL31'],
    ['help', { gene: 'IL31' }, 'IL31 · Ask about IL31 (Interleukin 31)'],
  ])('%s %j', async (subcommand, options, expected) => {
    expect(about(await run(`gene ${subcommand}`, options))).toBe(expected);
  });

  test('no gene, one that nobody knows, and a shared name', async () => {
    expect(body(await run('gene card'))).toBe('Fill in "gene": Which gene: any of its names.');
    expect(body(await run('gene card', { gene: 'IL33' }))).toBe(
      'No gene here has the name "IL33". Choose one while you type, or ask for help.',
    );
    const twins = createCommands([il32, twinOf(il32, 'TWIN1')], RESOURCES);
    expect(body(await run('gene card', { gene: 'NK4' }, twins))).toBe(
      '"NK4" is a name of IL32 and TWIN1. Choose one by its symbol.',
    );
    expect(about(await run('gene card', { gene: 'TWIN1' }, twins))).toBe('TWIN1 · TWIN1: Interleukin 32');
  });

  test('suggestions: genes by any of their names, then what the chosen one has', () => {
    const complete = (option: string, options: Invocation['options']) =>
      all
        .complete({ command: 'gene', subcommand: 'id', options, previous: null }, option)
        .map(({ name }) => name);
    expect(complete('gene', { gene: '' })).toEqual([
      'IL32: Interleukin 32',
      'IL31: Interleukin 31',
      'CXCL8: C-X-C motif chemokine ligand 8',
      'G6PD: glucose-6-phosphate dehydrogenase',
    ]);
    expect(complete('gene', { gene: 'interleukin 8' })).toEqual(['CXCL8: C-X-C motif chemokine ligand 8']);
    expect(complete('database', { gene: 'g6pd', database: 'mgi' })).toEqual(['MGI: MGI:105979']);
    expect(complete('database', { gene: 'nobody', database: '' })).toEqual([]);
  });
});

describe('what is about another gene', () => {
  test.each([
    ['il32 ask', { question: "what's the uniprot id of G6PD" }],
    ['il32 alias', { name: 'G6PDH' }],
    ['il32 id', { database: 'P11413' }],
    ['il32 id', { database: 'HGNC:4057' }],
    ['il32 cite', { reference: '10.1000/g6pd.2013.2' }],
    ['il32 cite', { reference: 'Luzzatto 2020' }],
  ])('/%s %j shows the way, with a button that goes it', async (line, options) => {
    const reply = await run(line, options);
    expect(body(reply)).toBe('That is about G6PD: use /g6pd.');
    expect(reply.private).toBe(true);
    const [way] = buttons(reply);
    expect(way?.label).toBe('Ask about G6PD');
    const answer = await press(way?.customId);
    expect(about(answer)).toMatch(/^G6PD · (?!Not)/u);
  });

  test('a gene that no record is of is refused as before', async () => {
    const alone = createCommands([il32], RESOURCES);
    for (const [line, options] of [
      ['il32 alias', { name: 'IL33' }],
      ['il32 id', { database: 'P99999' }],
    ] as const)
      expect(body(await run(line, options))).toBe(body(await run(line, options, alone)));
  });

  test('an object does not count: the gene that was asked answers', async () => {
    expect(about(await run('il32 ask', { question: 'does IL32 induce IL-8?' }))).toMatch(
      /^IL32 · IL32 and /u,
    );
    expect(about(await run('il32 ask', { question: 'does it induce IL-8?' }))).toMatch(/^IL32 · IL32 and /u);
    expect(about(await chat('does IL32 induce IL-8?'))).toMatch(/^IL32 · IL32 and /u);
  });
});

describe('a mention', () => {
  test.each([
    ['what is the uniprot id of G6PD', 'G6PD'],
    ["what's the ensembl id of interleukin 8?", 'CXCL8'],
    ['P10145', 'CXCL8'],
    ['who wrote 10.1000/g6pd.2013.2?', 'G6PD'],
    ['cite Mabilleau 2009', 'IL32'],
    ['location of IL31', 'IL31'],
  ])('%s is answered from %s', async (text, symbol) => {
    expect(about(await chat(text)).split(' · ')[0]).toBe(symbol);
  });

  test('without a gene it is asked back, with a button for each', async () => {
    const reply = await chat("what's the ensembl id");
    expect(body(reply)).toBe(
      'Which gene do you mean: IL32, IL31, CXCL8 or G6PD? Please name it in your question.',
    );
    expect(buttons(reply).map(({ label }) => label)).toEqual(['IL32', 'IL31', 'CXCL8', 'G6PD']);
    expect(about(await press(buttons(reply)[2]?.customId))).toBe('CXCL8 · CXCL8 in Ensembl');
  });

  test('after an answer it goes on with that gene', async () => {
    const first = await chat("what's the ensembl id of G6PD?");
    const second = await chat('and in mouse?', { previous: first.context });
    expect(about(second).split(' · ')[0]).toBe('G6PD');
  });

  test('a name of two genes is asked back', async () => {
    const twins = createCommands([il32, twinOf(il32, 'TWIN1')], RESOURCES);
    const reply = await twins.chat({ ...CHAT, text: 'what is NK4?' });
    expect(reply === null ? '' : body(reply)).toBe('"NK4" belongs to IL32 and TWIN1. Which one do you mean?');
    expect(reply === null ? [] : buttons(reply).map(({ label }) => label)).toEqual(['IL32', 'TWIN1']);
  });

  test('help speaks of all genes; its buttons list /gene and every source', async () => {
    const help = await chat('help');
    expect(help.message.embeds[0]?.title).toBe('Ask about 4 genes');
    expect(body(help)).toContain('IL32 (Interleukin 32), IL31 (Interleukin 31), CXCL8');
    const [commands, sources] = buttons(help);
    const fields = (await press(commands?.customId)).message.embeds[0]?.fields ?? [];
    expect(fields.find(({ name }) => name === 'Commands')?.value).toContain(
      '`/gene ask` Ask anything about a gene in your own words',
    );
    expect(body(await press(sources?.customId))).toContain('G6PD, a record for tests');
  });

  test('an empty one gets a hint at all of them', async () => {
    expect(body(await chat(''))).toMatch(
      /^Ask me about 4 genes, for example ".+"\. \/gene help has more\.$/u,
    );
  });
});

describe('species', () => {
  test.each([
    ['il32 locate', { species: 'mouse' }, 'IL32 · Where IL32 lies'],
    ['g6pd id', { species: 'mouse' }, 'G6PD · Database IDs of G6PD'],
    ['g6pd card', { species: 'mouse' }, 'G6PD · G6PD in mouse'],
    ['g6pd card', { species: 'human' }, 'G6PD · G6PD: glucose-6-phosphate dehydrogenase'],
  ])('/%s %j', async (line, options, expected) => {
    expect(about(await run(line, options))).toBe(expected);
  });

  test('identifiers of one species are of that species alone', async () => {
    const text = JSON.stringify((await run('g6pd id', { species: 'mouse' })).message);
    expect(text).toContain('ENSMUSG00000031400');
    expect(text).not.toContain('ENSG00000160211');
  });

  test('one that the record does not have is named', async () => {
    expect(body(await run('il32 locate', { species: 'rat' }))).toBe(
      'The record of IL32 has no species "rat", only human, mouse.',
    );
  });
});
