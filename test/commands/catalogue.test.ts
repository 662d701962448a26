import { beforeAll, describe, expect, test } from 'vitest';
import { createCommands } from '../../commands/index.js';
import type { CommandSet } from '../../commands/types.js';
import type { GeneCatalogue } from '../../src/catalogue/catalogue.js';
import { BUILT_IN_CATALOGUE } from '../../src/citation/styles.js';
import type { Reply } from '../../src/reply/reply.js';
import { sampleCatalogue } from '../catalogue/support.js';
import { il32 } from '../fixtures/records.js';

let catalogue: GeneCatalogue;
let commands: CommandSet;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  commands = createCommands([il32], {
    styles: BUILT_IN_CATALOGUE,
    illustrate: async () => ({ file: null, note: null }),
    genes: { isThere: () => true, current: () => catalogue },
  });
});

const run = (subcommand: string, options: Record<string, string>, command = 'il32'): Promise<Reply> =>
  commands.run({ command, subcommand, options, previous: null });

const whole = ({ message }: Reply): string => JSON.stringify(message.embeds);

const TIFA =
  'TIFA is another human gene (TRAF interacting protein with forkhead associated domain). It is also an alias of IL22 (interleukin 22).';

describe('with a catalogue, what is another gene is said precisely', () => {
  test.each([
    ['alias', { name: 'TIFA' }, TIFA],
    ['alias', { name: 'MARCH1' }, 'MARCH1 is a previous symbol of MARCHF1, another human gene'],
    ['id', { database: 'ENSG00000169429' }, 'ENSG00000169429 is the Ensembl gene ID of CXCL8'],
    [
      'ask',
      { question: 'what is GAPDH?' },
      'GAPDH is another human gene (glyceraldehyde-3-phosphate dehydrogenase).',
    ],
  ])('/il32 %s %j', async (subcommand, options, sentence) => {
    const reply = await run(subcommand, options);
    expect(reply.outcome).toBe('refused');
    expect(whole(reply)).toContain(sentence);
  });

  test('in a mention', async () => {
    const reply = await commands.chat({
      text: 'what is TIFA?',
      repliedTo: [],
      referencedText: null,
      addressed: true,
      previous: null,
    });
    expect(reply === null ? '' : whole(reply)).toContain(TIFA);
  });

  test('an answer stays as it is', async () => {
    expect(whole(await run('alias', { name: 'NK4' }))).not.toContain('human gene');
  });
});

describe('the message menu knows every human gene', () => {
  const menu = (text: string): Promise<Reply> => commands.menu({ name: 'Look up gene terms', text });
  const fields = (reply: Reply): string[] =>
    reply.message.embeds[0]?.fields?.map(({ name, value }) => `${name}: ${value.split('\n')[0]}`) ?? [];

  test('beside the terms of the record', async () => {
    const reply = await menu('NK4 and p65, the great cat, and ENSG00000141510; nothing of XYZ999');
    expect(reply.message.embeds[0]?.title).toBe('3 terms in that message');
    expect(fields(reply)).toEqual([
      'NK4: An alias of IL32 (Interleukin 32).',
      'p65: p65 is a name of 3 human genes: GORASP1 (golgi reassembly stacking protein 1), an alias of GORASP1; RELA (RELA proto-oncogene, NF-kB subunit), an alias of RELA; SYT1 (synaptotagmin 1), an alias of SYT1.',
      'ENSG00000141510: ENSG00000141510 is the Ensembl gene ID of TP53 (tumor protein p53).',
    ]);
    expect(reply.message.embeds[0]?.description).toContain('XYZ999');
    expect(reply.message.embeds[0]?.footer?.text).toContain(
      'HGNC complete set, catalogue of 2026-01-02, CC0',
    );
  });

  test('and alone', async () => {
    const reply = await menu('SEPT9 was mangled');
    expect(fields(reply)).toEqual([
      'SEPT9: SEPT9 is a previous symbol of SEPTIN9 (septin 9). Spreadsheets turn SEPT9 into the date 9-Sep.',
    ]);
    expect(reply.private).toBe(true);
    expect(reply.context).toBeNull();
  });

  test('ordinary words are none', async () => {
    const reply = await menu('the rest of the great cat');
    expect(reply.message.content).toBe('That message has no name, accession or reference of IL32.');
  });
});

describe('/gene knows every human gene', () => {
  const gene = (subcommand: string, options: Record<string, string>): Promise<Reply> =>
    run(subcommand, options, 'gene');
  const title = ({ message }: Reply): string => message.embeds[0]?.title ?? message.content;

  test('is there with a single record', () => {
    expect(commands.definitions.map(({ name }) => name)).toEqual(['il32', 'gene', 'Look up gene terms']);
    expect(commands.definitions[1]).toMatchObject({
      description: 'Look up any human gene: names and IDs; function and citations of 1 gene',
    });
  });

  test.each([
    ['alias', 'TP53', 'TP53 (tumor protein p53)'],
    ['alias', 'p65', 'p65: 3 human genes'],
    ['id', 'ENSG00000169429', 'CXCL8 (C-X-C motif chemokine ligand 8)'],
    ['locate', 'MARCH1', 'MARCHF1 (membrane associated ring-CH-type finger 1)'],
    ['card', 'catalase', 'CAT (catalase)'],
    ['alias', 'CAT', 'CAT (catalase)'],
    ['alias', 'no such thing', 'No such name'],
    ['ask', 'no such thing', 'No such name'],
  ])('%s gene:%s', async (subcommand, typed, shown) => {
    expect(title(await gene(subcommand, { gene: typed, question: 'what?' }))).toBe(shown);
  });

  test.each(['IL32', 'il32', 'NK4', 'IL-32'])('the record answers for its own gene: %s', async (typed) => {
    expect(whole(await gene('card', { gene: typed }))).toContain('IL32');
    expect(whole(await gene('card', { gene: typed }))).not.toContain('HGNC complete set');
  });

  test.each(['ask', 'function', 'cite'])('%s needs a record, and says so', async (subcommand) => {
    const { message, private: isPrivate } = await gene(subcommand, {
      gene: 'TP53',
      question: 'what does it do?',
    });
    expect(message.content).toBe(
      'There is no record of TP53 (tumor protein p53) here: only its names and database IDs are known, with "alias" and "id". Whoever runs the bot can make a record with one command.',
    );
    expect(isPrivate).toBe(true);
  });

  test('offers genes with a record first, then all others', () => {
    const offer = (subcommand: string, typed: string) =>
      commands.complete({ command: 'gene', subcommand, options: { gene: typed }, previous: null }, 'gene');
    expect(offer('alias', 'il3').slice(0, 3)).toEqual([
      { name: 'IL32: Interleukin 32', value: 'il32' },
      { name: 'IL31: interleukin 31', value: 'IL31' },
      { name: 'IL33: interleukin 33', value: 'IL33' },
    ]);
    expect(offer('alias', 'p65').map(({ value }) => value)).toEqual(['GORASP1', 'RELA', 'SYT1']);
    expect(offer('alias', 'p65')[1]).toEqual({
      name: 'p65 (alias of RELA: RELA proto-oncogene, NF-kB subunit)',
      value: 'RELA',
    });
    expect(offer('cite', 'p65')).toEqual([]);
  });

  test('says that it is still reading, and is gone without a catalogue', async () => {
    const resources = { styles: BUILT_IN_CATALOGUE, illustrate: async () => ({ file: null, note: null }) };
    const early = createCommands([il32], {
      ...resources,
      genes: { isThere: () => true, current: () => null },
    });
    const invocation = { command: 'gene', subcommand: 'alias', options: { gene: 'TP53' }, previous: null };
    expect((await early.run(invocation)).message.content).toBe(
      'The names of all human genes are still being read. Please ask again in a moment.',
    );
    const without = createCommands([il32], {
      ...resources,
      genes: { isThere: () => false, current: () => null },
    });
    expect(without.definitions.map(({ name }) => name)).toEqual(['il32', 'Look up gene terms']);
  });
});
