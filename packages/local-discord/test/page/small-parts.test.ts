import { describe, expect, it } from 'vitest';
import { withMentions } from '../../src/page/browser/mention-text.js';
import { commandName, isContinuation, messageText } from '../../src/page/browser/message-facts.js';
import { compareIds, type Message } from '../../src/page/browser/page-model.js';
import { fileSize, messageTime, relativeTime, timestampText } from '../../src/page/browser/time.js';
import { createWaiting, type Origin } from '../../src/page/browser/waiting.js';
import { state } from './page-fixtures.js';

const now = new Date(2026, 4, 20, 14, 5);
const ago = (ms: number) => new Date(now.getTime() - ms);
const hour = 3_600_000;

function message(extra: Partial<Message>): Message {
  return {
    id: '1',
    channel_id: '5',
    author: state.me,
    content: '',
    timestamp: now.toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    ...extra,
  };
}

describe('times', () => {
  it('writes today, yesterday and earlier as a chat does', () => {
    expect(messageTime(now, now, 'en-GB')).toBe('14:05');
    expect(messageTime(ago(24 * hour), now, 'en-GB')).toBe('Yesterday at 14:05');
    expect(messageTime(ago(48 * hour), now, 'en-GB')).toBe('18/05/2026, 14:05');
  });

  it('writes relative and absolute timestamps', () => {
    expect(relativeTime(ago(2 * hour), now, 'en')).toBe('2 hours ago');
    expect(relativeTime(ago(-72 * hour), now, 'en')).toBe('in 3 days');
    expect(timestampText(now, 't', now, 'en-GB')).toBe('14:05');
    expect(timestampText(now, 'D', now, 'en-GB')).toBe('20 May 2026');
    expect(timestampText(now, undefined, now, 'en-GB')).toBe('20 May 2026 at 14:05');
    expect(timestampText(ago(100_000), 'R', now, 'en')).toBe('2 minutes ago');
  });

  it('writes sizes for people', () => {
    expect([999, 2291, 48_211, 3_500_000].map(fileSize)).toEqual(['999 B', '2.2 KB', '47 KB', '3.3 MB']);
  });
});

describe('messages', () => {
  it('groups what one author writes within seven minutes', () => {
    const first = message({ timestamp: ago(6 * 60_000).toISOString() });
    expect(isContinuation(message({}), first)).toBe(true);
    expect(isContinuation(message({}), undefined)).toBe(false);
    expect(isContinuation(message({}), message({ timestamp: ago(8 * 60_000).toISOString() }))).toBe(false);
    expect(isContinuation(message({ flags: 64 }), first)).toBe(false);
    expect(isContinuation(message({ author: { ...state.me, id: '2' } }), first)).toBe(false);
    expect(isContinuation(message({ referenced_message: first }), first)).toBe(false);
  });

  it('names the command of a reply', () => {
    const slash = {
      id: '9',
      type: 2 as const,
      user: state.me,
      authorizing_integration_owners: {},
      name: 'il32 alias',
    };
    expect(commandName(message({ interaction_metadata: slash }))).toBe('/il32 alias');
    const menu = { ...slash, name: 'Look up', target_message_id: '1' };
    expect(commandName(message({ interaction_metadata: menu }))).toBe('Look up');
    expect(commandName(message({}))).toBeUndefined();
  });

  it('reads the words of embeds, fields and files', () => {
    const words = messageText(
      message({
        content: '**Hi**',
        embeds: [
          { title: 'T', description: 'd', fields: [{ name: 'n', value: '`v`' }], footer: { text: 'f' } },
        ],
        attachments: [
          { id: '1', filename: 'a.png', description: 'a map', size: 1, url: 'u', proxy_url: 'u' },
        ],
      }),
    );
    expect(words).toBe('Hi\nT\nd\nn: v\nf\na map');
  });

  it('orders ids by age', () => {
    expect(['100', '99', '101'].sort(compareIds)).toEqual(['99', '100', '101']);
  });

  it('turns @names into mentions, whole names only', () => {
    const users = state.apps.map((app) => app.botUser);
    expect(withMentions('@il32 and @IL322, a@il32, (@Other)', users)).toBe(
      '<@10> and @IL322, a@il32, (@Other)',
    );
    expect(withMentions('ask @Other?', users)).toBe('ask <@11>?');
  });
});

describe('waiting for the end of an interaction', () => {
  const modal = (interactionId: string) => ({
    interactionId,
    applicationId: '10',
    modal: { custom_id: 'm', title: 'Form', components: [] },
  });
  const origin = (seen: string[]): Origin => ({
    fail: (text) => seen.push(`failed: ${text}`),
    open: (request) => seen.push(`form: ${request.modal.title}`),
  });

  it('tells a failure whether it comes before or after the answer', () => {
    const seen: string[] = [];
    const waiting = createWaiting('No answer');
    waiting.answered({ interaction_id: '1', outcome: 'deferred' }, origin(seen));
    waiting.failed('1', 'late');
    waiting.failed('2', 'early');
    waiting.answered({ interaction_id: '2', outcome: 'failed' }, origin(seen));
    waiting.answered({ interaction_id: '3', outcome: 'failed' }, origin(seen));
    waiting.failed('1', 'again');
    expect(seen).toEqual(['failed: late', 'failed: early', 'failed: No answer']);
  });

  it('opens a form once, whichever comes first', () => {
    const seen: string[] = [];
    const waiting = createWaiting('No answer');
    waiting.modal(modal('1'));
    waiting.answered({ interaction_id: '1', outcome: 'modal' }, origin(seen));
    waiting.answered({ interaction_id: '2', outcome: 'modal' }, origin(seen));
    waiting.modal(modal('2'));
    expect(seen).toEqual(['form: Form', 'form: Form']);
  });
});
