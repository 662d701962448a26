import { describe, expect, it } from 'vitest';
import { embedLength } from '../../src/rules/embed-rules.js';
import { complaintsOf } from '../../src/rules/form.js';
import { DEFAULT_MENTIONS, pingedBy } from '../../src/rules/mention-rules.js';
import { isEmpty, messageBody } from '../../src/rules/message-rules.js';

const judge = (body: unknown) => complaintsOf(messageBody(), body);
const one = (code: string, message: string) => ({ _errors: [{ code, message }] });
const maxLength = (max: number) => one('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
const between = (min: number, max: number) =>
  one('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
const required = one('BASE_TYPE_REQUIRED', 'This field is required');
const x = (count: number) => 'x'.repeat(count);

describe('content', () => {
  it.each([
    ['2,000 characters', { content: x(2000) }, undefined],
    ['2,001 characters', { content: x(2001) }, { content: maxLength(2000) }],
    [
      'a number',
      { content: 5 },
      { content: one('STRING_TYPE_CONVERT', 'Could not interpret "5" as string.') },
    ],
    ['a nonce of 26', { nonce: x(26) }, { nonce: maxLength(25) }],
    ['4 stickers', { sticker_ids: ['1', '2', '3', '4'] }, { sticker_ids: maxLength(3) }],
    ['a list', [], one('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')],
  ])('%s', (_name, body, errors) => {
    expect(judge(body)).toEqual(errors);
  });

  it('is empty without anything to show', () => {
    expect(isEmpty({ content: '  ' }, 0)).toBe(true);
    expect(isEmpty({ content: null, embeds: [], components: [] }, 0)).toBe(true);
    expect(isEmpty({}, 1)).toBe(false);
    expect(isEmpty({ content: 'x' }, 0)).toBe(false);
  });
});

describe('embeds', () => {
  const embed = (parts: object) => judge({ embeds: [{ title: 't', ...parts }] });
  const at = (errors: object) => ({ embeds: { 0: errors } });

  it.each([
    ['title 257', { title: x(257) }, at({ title: maxLength(256) })],
    ['description 4097', { description: x(4097) }, at({ description: maxLength(4096) })],
    ['footer 2049', { footer: { text: x(2049) } }, at({ footer: { text: between(1, 2048) } })],
    ['author 257', { author: { name: x(257) } }, at({ author: { name: between(1, 256) } })],
    ['26 fields', { fields: Array(26).fill({ name: 'n', value: 'v' }) }, at({ fields: maxLength(25) })],
    [
      'field name 257',
      { fields: [{ name: x(257), value: 'v' }] },
      at({ fields: { 0: { name: between(1, 256) } } }),
    ],
    [
      'field value 1025',
      { fields: [{ name: 'n', value: x(1025) }] },
      at({ fields: { 0: { value: between(1, 1024) } } }),
    ],
    [
      'field without value',
      { fields: [{ name: 'n', value: ' ' }] },
      at({ fields: { 0: { value: required } } }),
    ],
    ['a bad URL', { url: 'nowhere' }, at({ url: one('URL_TYPE_INVALID_URL', 'Not a well formed URL.') })],
    [
      'a script URL',
      { url: 'javascript:alert(1)' },
      at({
        url: one(
          'URL_TYPE_INVALID_SCHEME',
          `Scheme "javascript" is not supported. Scheme must be one of ('http', 'https').`,
        ),
      }),
    ],
    ['an attached image', { image: { url: 'attachment://card.png' } }, undefined],
    [
      'a colour beyond white',
      { color: 0x1000000 },
      at({ color: one('NUMBER_TYPE_MAX', 'int value should be less than or equal to 16777215.') }),
    ],
    [
      'a malformed time',
      { timestamp: 'soon' },
      at({ timestamp: one('DATE_TIME_TYPE_PARSE', 'Could not parse soon. Should be ISO8601.') }),
    ],
  ])('%s', (_name, parts, errors) => {
    expect(embed(parts)).toEqual(errors);
  });

  it('trims before it counts', () => {
    expect(embed({ title: ` ${x(256)} ` })).toBeUndefined();
    expect(embedLength({ title: ' ab ', fields: [{ name: 'c', value: 'd' }] })).toBe(4);
  });

  it('refuses an embed that shows nothing', () => {
    expect(judge({ embeds: [{}] })).toEqual(at({ description: required }));
  });

  it('counts 6,000 characters over all embeds', () => {
    const halves = (second: number) =>
      judge({ embeds: [{ description: x(3000) }, { description: x(second) }] });
    expect(halves(3000)).toBeUndefined();
    expect(halves(3001)).toEqual({
      embeds: one('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000'),
    });
  });

  it('takes at most 10', () => {
    expect(judge({ embeds: Array(11).fill({ title: 't' }) })).toEqual({ embeds: maxLength(10) });
  });
});

describe('attachments', () => {
  it('take alt text up to 1,024', () => {
    expect(judge({ attachments: [{ id: 0, description: x(1025) }] })).toEqual({
      attachments: { 0: { description: maxLength(1024) } },
    });
  });
  it('are at most 10', () => {
    expect(judge({ attachments: Array(11).fill({ id: 0 }) })).toEqual({ attachments: maxLength(10) });
  });
});

describe('allowed_mentions', () => {
  const allowed = (value: object) => judge({ content: 'x', allowed_mentions: value });

  it('shuts a list out by parsing the same kind', () => {
    expect(allowed({ parse: ['users'], users: ['1'] })).toEqual({
      allowed_mentions: one(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        'parse:["users"] and users: [ids...] are mutually exclusive.',
      ),
    });
  });
  it('takes at most 100 users', () => {
    expect(allowed({ users: Array(101).fill('1') })).toEqual({ allowed_mentions: { users: maxLength(100) } });
  });
  it('knows three kinds', () => {
    expect(allowed({ parse: ['here'] })).toEqual({
      allowed_mentions: {
        parse: { 0: one('BASE_TYPE_CHOICES', 'Value must be one of {users, roles, everyone}.') },
      },
    });
  });

  const ADA = '100000000000000001';
  const ROLE = '100000000000000002';
  const content = `<@${ADA}> <@&${ROLE}> @everyone`;

  it.each([
    ['nothing', { parse: [] }, { users: [], roles: [], everyone: false }],
    ['users', { parse: ['users'] }, { users: [ADA], roles: [], everyone: false }],
    ['one listed user', { users: [ADA] }, { users: [ADA], roles: [], everyone: false }],
    ['another user', { users: ['5'] }, { users: [], roles: [], everyone: false }],
    ['listed roles', { roles: [ROLE] }, { users: [], roles: [ROLE], everyone: false }],
    ['everyone', { parse: ['everyone'] }, { users: [], roles: [], everyone: true }],
    ['the default of channels', DEFAULT_MENTIONS.channel, { users: [ADA], roles: [ROLE], everyone: true }],
    ['the default of webhooks', DEFAULT_MENTIONS.webhook, { users: [ADA], roles: [], everyone: false }],
  ] as const)('pings with %s', (_name, rules, pinged) => {
    expect(pingedBy([content], rules)).toEqual(pinged);
  });

  it('does not ping from code', () => {
    expect(pingedBy([`\`<@${ADA}>\` \`\`\`@everyone\`\`\``], DEFAULT_MENTIONS.channel)).toEqual({
      users: [],
      roles: [],
      everyone: false,
    });
  });
});
