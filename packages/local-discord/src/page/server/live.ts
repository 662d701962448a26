import type { ServerResponse } from 'node:http';
import { isVisibleTo } from '../../world/message-store.js';
import type { StoredMessage, World } from '../../world/world.js';
import { SECURITY_HEADERS } from './headers.js';

const KEEP_ALIVE_MS = 20_000;

/** A browser that reads too slowly is cut off once this many bytes wait for it. */
const BACKLOG_BYTES_MAX = 4 * 1024 * 1024;

function seen(world: World, userId: string, stored: StoredMessage): boolean {
  return isVisibleTo(world, stored, userId);
}

/** Keeps telling one person's page what happens, as server-sent events, until the browser leaves. */
export function streamEvents(world: World, response: ServerResponse, userId: string): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(': open\n\n');

  function send(event: object): void {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > BACKLOG_BYTES_MAX) response.destroy();
  }

  const stops = [
    world.hub.on('message', (stored) => {
      if (seen(world, userId, stored)) send({ type: 'message', message: stored.message });
    }),
    world.hub.on('message-update', (stored) => {
      if (seen(world, userId, stored)) send({ type: 'message-update', message: stored.message });
    }),
    world.hub.on('message-delete', ({ stored }) => {
      const { id, channel_id } = stored.message;
      if (seen(world, userId, stored)) send({ type: 'message-delete', channel_id, id });
    }),
    world.hub.on('message-dismiss', ({ stored }) => {
      const { id, channel_id } = stored.message;
      if (stored.ownerId === userId) send({ type: 'message-delete', channel_id, id });
    }),
    world.hub.on('interaction-failed', (failure) => {
      const { interactionId: interaction_id, text } = failure;
      if (failure.userId === userId) send({ type: 'interaction-failed', interaction_id, text });
    }),
    world.hub.on('modal', (opened) => {
      const { interactionId: interaction_id, appId: application_id, modal } = opened;
      if (opened.userId === userId) send({ type: 'modal', interaction_id, application_id, modal });
    }),
    world.hub.on('commands', () => send({ type: 'commands' })),
    world.hub.on('state', () => send({ type: 'state' })),
  ];
  const pulse = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    clearInterval(pulse);
    for (const stop of stops) stop();
  });
}
