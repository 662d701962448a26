import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { lookUp } from '../../src/answer/look-up.js';
import type { Request, ResolvedRequest } from '../../src/answer/request.js';
import { refuse, respond } from '../../src/answer/respond.js';
import { BUILT_IN_CATALOGUE, discoverStyles } from '../../src/citation/styles.js';
import { LIMITS } from '../../src/limits.js';
import { embedLength, viewEmbed } from '../../src/reply/embed.js';
import { answerReply, noticeReply } from '../../src/reply/message.js';
import type { ReplyMessage } from '../../src/reply/reply.js';
import { il31, il32 } from '../fixtures/records.js';

const DELIVERY = {
  styles: BUILT_IN_CATALOGUE,
  illustrate: async () => ({ file: null, note: null }),
  private: false,
};

const EMPTY_VIEW = {
  title: 'Title',
  url: null,
  lead: null,
  body: [],
  list: [],
  fields: [],
  table: null,
  copy: null,
  notes: [],
  file: null,
  pages: null,
  links: [],
  source: 'Source',
};

const REQUESTS: ResolvedRequest[] = [
  { do: 'alias', name: null },
  { do: 'id', databases: [], species: null },
  { do: 'id', databases: ['ensembl', 'uniprot'], species: null },
  { do: 'function', statements: [] },
  { do: 'cite', references: [], format: null },
  { do: 'cite', references: [], format: 'bibtex' },
  { do: 'cite', references: [], format: 'apa' },
  { do: 'locate', species: null },
  { do: 'species', species: null },
  { do: 'card' },
  { do: 'help' },
];

function labels({ components }: ReplyMessage): string[][] {
  return components.map(({ components: row }) =>
    row.map((each) => {
      if (each.type === ComponentType.StringSelect) return `menu: ${each.placeholder}`;
      return each.type === ComponentType.Button && 'label' in each ? (each.label ?? '') : '?';
    }),
  );
}

test('a cross-reference, laid out whole', async () => {
  const reply = await answerReply(
    respond(il32, { do: 'id', databases: ['ensembl'], species: null }),
    DELIVERY,
  );
  expect(reply.message.embeds).toEqual([
    {
      color: 0x2fa69a,
      author: {
        name: 'IL32',
        url: 'https://en.wikipedia.org/wiki/Interleukin_32#ask=1:a:il32::id:ensembl:',
      },
      title: 'IL32 in Ensembl',
      url: 'https://www.ensembl.org/id/ENSG00000008517',
      description: '',
      fields: [
        {
          name: 'Human gene ID',
          value: '`ENSG00000008517`',
          inline: true,
        },
        { name: 'Mouse gene ID', value: 'None recorded', inline: true },
      ],
      footer: {
        text: 'Source: Wikipedia 2013, CC BY-SA 3.0',
      },
    },
  ]);
  expect(labels(reply.message)).toEqual([['All database IDs', 'Where it lies', 'At a glance'], ['Ensembl']]);
  expect(reply.private).toBe(false);
  expect(reply.outcome).toBe('answered');
  expect(reply.context).toBe('1:a:il32::id:ensembl:');
});

test('a yes/no question: the verdict stands in bold before the statement', async () => {
  const answer = respond(il32, { do: 'function', statements: ['osteoclast-activation'] }, 'no');
  const { message } = await answerReply(answer, DELIVERY);
  expect(message.embeds[0]?.description).toBe(
    '**No, according to Mabilleau and Sabokbar 2009.** IL-32 does not support osteoclast activation. \\[3\\]',
  );
});

test('the references of statements are links below, each once', async () => {
  const answer = respond(il32, { do: 'function', statements: ['tnf-macrophages', 'chemokines'] });
  const { message } = await answerReply(answer, DELIVERY);
  expect(message.embeds[0]?.fields).toEqual([]);
  expect(labels(message).at(-1)).toEqual(['[1] Entrez Gene: Interleukin 32', '[2] Kim et al. 2005']);
});

test('a private answer can be shared, a public one need not be', async () => {
  const answer = respond(il32, { do: 'alias', name: 'NK4' });
  expect(labels((await answerReply(answer, { ...DELIVERY, private: true })).message).at(-2)).toEqual([
    'Share to channel',
  ]);
  expect(labels((await answerReply(answer, DELIVERY)).message).flat()).not.toContain('Share to channel');
});

test('what the record does not say is private and cannot be shared', async () => {
  const reply = await answerReply(
    refuse(il32, 'The record does not say.', { do: 'ask', question: 'x' }),
    DELIVERY,
  );
  expect(reply.private).toBe(true);
  expect(reply.outcome).toBe('refused');
  expect(labels(reply.message)).toEqual([
    ['At a glance', 'All its names', 'All database IDs', 'What it does'],
  ]);
});

test('typed text in a refusal is shown, not obeyed', async () => {
  const reply = await answerReply(
    refuse(il32, '"[x](https://evil.example) <@1>" is not known.', { do: 'ask', question: 'x' }),
    DELIVERY,
  );
  expect(reply.message.embeds[0]?.description).toBe(
    '"\\[x\\](https\\://evil.example) \\<\\@1\\>" is not known.',
  );
});

test('a citation as a file: shown as code and attached', async () => {
  const answer = respond(il32, { do: 'cite', references: ['kim-2005'], format: 'ris' });
  const { message } = await answerReply(answer, DELIVERY);
  expect(message.files.map(({ name }) => name)).toEqual(['kim-2005.ris']);
  expect(message.files[0]?.data.toString('utf8').startsWith('TY  - JOUR\r\n')).toBe(true);
  expect(labels(message)[0]).toEqual(['menu: Another style, or a file']);
});

test('a long text gives way to the code below it, which stays whole', () => {
  const view = {
    ...EMPTY_VIEW,
    body: Array.from({ length: 40 }, (_, line) => `Line ${line} ${'x'.repeat(90)}`),
    copy: { text: 'y'.repeat(2300), language: '' },
  };
  const { description = '' } = viewEmbed(view, {
    kind: 'citation',
    topic: 'IL32',
    image: null,
    context: null,
    fields: [],
    linked: false,
    room: LIMITS.embedTotal,
  });
  expect(description.length).toBeLessThanOrEqual(LIMITS.embedDescription);
  expect(description.match(/```/gu)?.length).toBe(2);
  expect(description.split('\n').find((line) => line === '…')).toBe('…');
});

test('the picture and the reason for none reach the reader', async () => {
  const answer = respond(il32, { do: 'locate', species: null });
  const file = { name: 'map.png', data: Buffer.from('x'), description: 'A chromosome' };
  const drawn = await answerReply(answer, { ...DELIVERY, illustrate: async () => ({ file, note: null }) });
  expect(drawn.message.embeds[0]?.image).toEqual({ url: 'attachment://map.png' });
  expect(drawn.message.files).toEqual([file]);
  const none = await answerReply(answer, {
    ...DELIVERY,
    illustrate: async () => ({ file: null, note: 'No picture.' }),
  });
  expect(none.message.embeds[0]?.description?.split('\n').at(-1)).toBe('-# No picture.');
});

test('a notice is plain, private text', () => {
  expect(noticeReply('Fill in *this*')).toEqual({
    message: { content: 'Fill in \\*this\\*', embeds: [], components: [], files: [] },
    private: true,
    outcome: 'mistake',
    context: null,
  });
});

describe('every answer is within the limits of Discord', () => {
  test.each(
    [il32, il31].flatMap((record) => REQUESTS.map((request) => [record.command, request, record] as const)),
  )('%s %j', async (_command, request, record) => {
    const { message } = await answerReply(respond(record, request), { ...DELIVERY, private: true });
    for (const embed of message.embeds) {
      expect(embedLength(embed)).toBeLessThanOrEqual(LIMITS.embedTotal);
      expect(embed.description?.length ?? 0).toBeLessThanOrEqual(LIMITS.embedDescription);
      for (const { name, value } of embed.fields ?? []) {
        expect(name.length).toBeGreaterThan(0);
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(LIMITS.embedFieldValue);
      }
    }
    expect(message.components.length).toBeLessThanOrEqual(LIMITS.actionRows);
    const ids = message.components.flatMap(customIds);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.length > 0 && id.length <= LIMITS.customId)).toBe(true);
  });
});

function customIds(row: APIMessageTopLevelComponent): string[] {
  if (row.type !== ComponentType.ActionRow) return [];
  return row.components.flatMap((each) => ('custom_id' in each ? [each.custom_id] : []));
}

describe('an answer that was shown before', () => {
  const answer = respond(il32, { do: 'id', databases: ['uniprot'], species: null });

  test('looks the same', async () => {
    const shown = await answerReply(answer, DELIVERY);
    const anew = await answerReply({ ...answer }, DELIVERY);
    expect(await answerReply(answer, DELIVERY)).toEqual(shown);
    expect(shown).toEqual(anew);
  });

  test('has the line above it and the fields that belong to this question', async () => {
    const field = { name: 'Commands', value: 'one', inline: false };
    const quoted = await answerReply(answer, { ...DELIVERY, content: '> uniprot?' });
    const listed = await answerReply(answer, { ...DELIVERY, fields: [field] });
    const plain = await answerReply(answer, DELIVERY);
    expect([quoted.message.content, plain.message.content]).toEqual(['> uniprot?', '']);
    expect(quoted.message.embeds).toEqual(plain.message.embeds);
    expect(listed.message.embeds[0]?.fields?.[0]).toEqual(field);
    expect(plain.message.embeds[0]?.fields).not.toContainEqual(field);
  });

  test('can be shared where only one person sees it, and only there', async () => {
    const shared = async (isPrivate: boolean) => {
      const { message, private: seenByOne } = await answerReply(answer, { ...DELIVERY, private: isPrivate });
      return [seenByOne, labels(message).flat().includes('Share to channel')];
    };
    expect([await shared(false), await shared(true), await shared(false)]).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
  });

  test('is formatted again when its style file was put right', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'styles-'));
    const file = join(folder, 'lab-notebook.csl');
    const good = await readFile(new URL('../fixtures/styles/lab-notebook.csl', import.meta.url), 'utf8');
    await writeFile(file, good);
    const styles = await discoverStyles(folder);
    const [reference] = il32.references;
    const cited = respond(il32, { do: 'cite', references: [reference?.id ?? ''], format: 'lab-notebook' });
    const description = async () => {
      const { message } = await answerReply(cited, { ...DELIVERY, styles });
      return message.embeds[0]?.description ?? '';
    };
    await writeFile(file, good.replace('</bibliography>', '</bibliographie>'));
    expect(await description()).toContain('cannot be used');
    await writeFile(file, good);
    expect(await description()).not.toContain('cannot be used');
    await rm(folder, { recursive: true });
  });
});

describe('several things asked at once', () => {
  const BOTH = 'Source: Wikipedia 2013, CC BY-SA 3.0; HGNC 2024, CC0 1.0';
  const request: Request = {
    do: 'several',
    requests: [
      { do: 'alias', name: null },
      { do: 'locate', species: null },
      { do: 'cite', references: ['kim-2005'], format: null },
    ],
  };

  test('each has its embed with its source; the buttons lead on from all of them', async () => {
    const { message, context } = await answerReply(lookUp(il32, request), DELIVERY);
    expect(message.embeds.map(({ title, footer }) => [title, footer?.text])).toEqual([
      ['Names of IL32', BOTH],
      ['Where IL32 lies', BOTH],
      ['Reference \\[2\\]', 'Source: Wikipedia 2013, CC BY-SA 3.0'],
    ]);
    expect(labels(message)).toEqual([
      ['What it does', 'All database IDs', 'At a glance', 'What it supports'],
    ]);
    expect(context).toBe('1:a:il32::*:alias::*:locate::*:cite:oJUf:');
  });

  test('what the record does not have is said beside the rest', () => {
    const requests: ResolvedRequest[] = [{ do: 'id', databases: ['ccds'], species: null }, { do: 'card' }];
    const answer = lookUp(il32, { do: 'several', requests });
    expect([answer.kind, answer.notes, answer.also]).toEqual([
      'summary',
      ['The record of IL32 has no entry in CCDS.'],
      undefined,
    ]);
  });
});
