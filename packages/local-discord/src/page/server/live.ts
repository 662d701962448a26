import type { ServerResponse } from 'node:http';
import { isVisibleTo } from '../../world/message-store.js';
import { asSeenBy } from '../../world/reaction-store.js';
import type { StoredMessage, World } from '../../world/world.js';
import { SECURITY_HEADERS } from './headers.js';

const KEEP_ALIVE_MS = 20_000;

/** A browser that reads too slowly is cut off once this many bytes wait for it. */
const BACKLOG_BYTES_MAX = 4 * 1024 * 1024;

type Send = (event: object) => void;

/** Listens to everything that one person may see. @returns what stops the listening */
function follow(world: World, userId: string, send: Send): (() => void)[] {
  const { hub } = world;
  const whole = (type: string) => (stored: StoredMessage) => {
    if (isVisibleTo(world, stored, userId)) send({ type, message: asSeenBy(stored, userId) });
  };
  const gone = ({ message: { id, channel_id } }: StoredMessage) =>
    send({ type: 'message-delete', channel_id, id });
  return [
    hub.on('message', whole('message')),
    hub.on('message-update', whole('message-update')),
    hub.on('reaction', ({ stored }) => whole('message-update')(stored)),
    hub.on('message-delete', ({ stored }) => {
      if (isVisibleTo(world, stored, userId)) gone(stored);
    }),
    hub.on('message-dismiss', ({ stored }) => {
      if (stored.ownerId === userId) gone(stored);
    }),
    hub.on('interaction-failed', ({ interactionId: interaction_id, text, userId: whose }) => {
      if (whose === userId) send({ type: 'interaction-failed', interaction_id, text });
    }),
    hub.on('modal', ({ interactionId: interaction_id, appId: application_id, modal, userId: whose }) => {
      if (whose === userId) send({ type: 'modal', interaction_id, application_id, modal });
    }),
    hub.on('commands', () => send({ type: 'commands' })),
    hub.on('state', () => send({ type: 'state' })),
  ];
}

/** Keeps telling one person's page what happens, as server-sent events, until the browser leaves. */
export function streamEvents(world: World, response: ServerResponse, userId: string): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(': open\n\n');
  const stops = follow(world, userId, (event) => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > BACKLOG_BYTES_MAX) response.destroy();
  });
  const pulse = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    clearInterval(pulse);
    for (const stop of stops) stop();
  });
}
