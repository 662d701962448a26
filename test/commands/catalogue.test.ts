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
      'NK4: NK4 is an alias of IL32 (Interleukin 32).',
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
