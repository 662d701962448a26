import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Invocation, type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { connected, type RawBot, type RawGateway, rawBot } from './support.js';

/** A modal with every kind of field, as the contract has them (components/reference). */
const EVERY_FIELD = [
  { type: 10, content: 'Tell us' },
  {
    type: 18,
    label: 'Why',
    component: { type: 4, custom_id: 'why', style: 1, min_length: 3, max_length: 10 },
  },
  {
    type: 18,
    label: 'Species',
    component: {
      ...{ type: 3, custom_id: 'species', max_values: 2 },
      options: [
        { label: 'Human', value: 'human', default: true },
        { label: 'Mouse', value: 'mouse' },
        { label: 'Rat', value: 'rat' },
      ],
    },
  },
  { type: 18, label: 'Who', component: { type: 5, custom_id: 'who', required: false } },
  {
    type: 18,
    label: 'Style',
    component: {
      ...{ type: 21, custom_id: 'style' },
      options: [
        { label: 'APA', value: 'apa' },
        { label: 'Vancouver', value: 'vancouver' },
      ],
    },
  },
];
const TICKS = [
  {
    type: 18,
    label: 'Parts',
    component: {
      ...{ type: 22, custom_id: 'parts', required: false },
      options: [
        { label: 'Title', value: 'title' },
        { label: 'Year', value: 'year' },
      ],
    },
  },
  { type: 18, label: 'Private', component: { type: 23, custom_id: 'private', default: true } },
  { type: 18, label: 'A file', component: { type: 19, custom_id: 'file', required: false } },
];

describe('a modal', () => {
  let discord: LocalDiscord;
  let bot: RawBot;
  let gateway: RawGateway;
  let opened: Invocation;
  const event = z.object({ id: z.string(), token: z.string(), data: z.looseObject({}), type: z.number() });

  async function interaction() {
    return event.parse((await gateway.event('INTERACTION_CREATE')).d);
  }
  async function open(components: object): Promise<Invocation> {
    const running = discord.people.run('ada', '/form');
    const { id, token } = await interaction();
    const data = { custom_id: 'form', title: 'A form', components };
    const { status } = await bot.request('POST', `/interactions/${id}/${token}/callback`, { type: 9, data });
    expect(status).toBe(204);
    return running;
  }
  async function submitted(values: Parameters<LocalDiscord['people']['submit']>[2]) {
    const sending = discord.people.submit('ada', opened, values);
    const { id, token, type, data } = await interaction();
    await bot.request('POST', `/interactions/${id}/${token}/callback`, {
      type: 4,
      data: { content: 'Thank you' },
    });
    expect((await sending).message?.content).toBe('Thank you');
    return { type, data };
  }
  const refusal = (values: Parameters<LocalDiscord['people']['submit']>[2]) =>
    discord.people.submit('ada', opened, values).then(
      () => 'taken',
      (error: Error) => error.message,
    );

  beforeAll(async () => {
    discord = await startLocalDiscord();
    ({ gateway } = await connected(discord));
    bot = rawBot(discord);
    await bot.request('PUT', `/applications/${bot.appId}/commands`, [
      { name: 'form', description: 'A form' },
    ]);
  });
  afterAll(async () => {
    gateway.close();
    await discord.close();
  });
  beforeEach(async () => {
    opened = await open(EVERY_FIELD);
  });

  it('is shown to the person who asked', () => {
    expect(opened).toMatchObject({ outcome: 'modal', modal: { custom_id: 'form', title: 'A form' } });
  });

  it('is sent with texts, picks and what it came with', async () => {
    const ben = discord.person('ben').id;
    const { type, data } = await submitted({ why: 'because', who: [ben], style: 'apa' });
    expect(type).toBe(5);
    expect(data).toMatchObject({
      custom_id: 'form',
      components: [
        { type: 10 },
        { type: 18, component: { type: 4, custom_id: 'why', value: 'because' } },
        { type: 18, component: { type: 3, custom_id: 'species', values: ['human'] } },
        { type: 18, component: { type: 5, custom_id: 'who', values: [ben] } },
        { type: 18, component: { type: 21, custom_id: 'style', value: 'apa' } },
      ],
      resolved: { users: { [ben]: { username: 'ben' } } },
    });
  });

  it('is sent with ticks and without files', async () => {
    opened = await open(TICKS);
    expect((await submitted({ parts: ['title', 'year'] })).data).toMatchObject({
      components: [
        { component: { type: 22, values: ['title', 'year'] } },
        { component: { type: 23, value: true } },
        { component: { type: 19, values: [] } },
      ],
    });
    opened = await open(TICKS);
    expect((await submitted({ private: false })).data).toMatchObject({
      components: [{ component: { values: [] } }, { component: { value: false } }, {}],
    });
  });

  it.each([
    ['This field is required', { style: 'apa' }],
    ['Write at least 3 characters', { why: 'no', style: 'apa' }],
    ['Write at most 10 characters', { why: 'because of it', style: 'apa' }],
    ['This field is required', { why: 'because' }],
    ['This field is required', { why: 'because', style: 'apa', species: [] }],
    ['Pick between 1 and 2', { why: 'because', style: 'apa', species: ['human', 'mouse', 'rat'] }],
    ['"cow" is not one of the choices', { why: 'because', style: 'apa', species: ['cow'] }],
    ['"mla" is not one of the choices', { why: 'because', style: 'mla' }],
    ['There is no field "when" in this modal', { why: 'because', style: 'apa', when: 'now' }],
  ])('stays open: %s', async (sentence, values) => {
    expect(await refusal(values)).toBe(sentence);
    expect((await submitted({ why: 'because', style: 'apa' })).type).toBe(5);
  });

  it('is closed by the next one, and sent once', async () => {
    const next = await open(TICKS);
    expect(await refusal({ why: 'because', style: 'apa' })).toBe('No modal is open');
    opened = next;
    await submitted({});
    expect(await refusal({})).toBe('No modal is open');
  });

  it('is not answered with another modal', async () => {
    const sending = discord.people.submit('ada', opened, { why: 'because', style: 'apa' });
    const { id, token } = await interaction();
    const again = { type: 9, data: { custom_id: 'x', title: 'x', components: TICKS } };
    const path = `/interactions/${id}/${token}/callback`;
    expect(await bot.request('POST', path, again)).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
    });
    await bot.request('POST', path, { type: 5 });
    expect((await sending).outcome).toBe('deferred');
  });
});
