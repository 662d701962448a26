import type { IncomingMessage, ServerResponse } from 'node:http';
import { dismissMessage } from '../../people/person.js';
import { ClientRefusal } from '../../people/refusal.js';
import { parseJson, readBytes } from '../../rest/request-body.js';
import { ApiError } from '../../rules/api-error.js';
import type { World } from '../../world/world.js';
import { sendJson } from './headers.js';
import { streamEvents } from './live.js';
import {
  actorOf,
  commandsFor,
  messagesFor,
  postInteraction,
  postMessage,
  postReaction,
  stateFor,
} from './page-api.js';
import { sendPageFile, sendUpload } from './page-files.js';

/** Everything that is not the API: the page, what it asks for, and uploaded files. */
export interface Site {
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

/** What the page sends is short: messages and options. */
const BODY_BYTES_MAX = 64 * 1024;

/** Writing needs what another site's page cannot send: this Origin, JSON and a header of our own. */
function writeRefusal(request: IncomingMessage): string | undefined {
  const { origin, 'content-type': type, 'x-local-page': marker } = request.headers;
  if (origin === undefined) return 'Writing needs an Origin';
  if (marker !== '1') return 'Writing needs the header X-Local-Page';
  if (!(type ?? '').startsWith('application/json')) return 'Writing needs JSON';
  return undefined;
}

const NOT_FOUND = { message: 'There is no such thing' };
const NOT_ALLOWED = { message: 'This cannot be done here' };

function read(world: World, response: ServerResponse, url: URL): void {
  const firstPerson = world.peopleByName.get('ada')?.id ?? '';
  const actor = actorOf(world, url.searchParams.get('user') ?? firstPerson);
  const channel = url.searchParams.get('channel') ?? '';
  if (url.pathname === '/local/state') sendJson(response, 200, stateFor(actor));
  else if (url.pathname === '/local/messages') sendJson(response, 200, messagesFor(actor, channel));
  else if (url.pathname === '/local/commands') sendJson(response, 200, commandsFor(actor, channel));
  else if (url.pathname === '/local/events') streamEvents(world, response, actor.user.id);
  else sendJson(response, 404, NOT_FOUND);
}

/** What the page may post, by address. */
const WRITERS: Readonly<Record<string, (world: World, body: unknown) => object | Promise<object>>> = {
  '/local/interactions': postInteraction,
  '/local/messages': postMessage,
  '/local/reactions': postReaction,
};

async function write(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = parseJson((await readBytes(request, BODY_BYTES_MAX)).toString('utf8'));
  const writer = Object.hasOwn(WRITERS, url.pathname) ? WRITERS[url.pathname] : undefined;
  if (writer === undefined) sendJson(response, 404, NOT_FOUND);
  else sendJson(response, 200, await writer(world, body));
}

function remove(world: World, response: ServerResponse, url: URL): void {
  const id = /^\/local\/messages\/(\d+)$/.exec(url.pathname)?.[1];
  if (id === undefined) {
    sendJson(response, 404, NOT_FOUND);
    return;
  }
  dismissMessage(actorOf(world, url.searchParams.get('user')), id);
  response.writeHead(204).end();
}

async function answerPage(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method === 'GET') return read(world, response, url);
  const refusal = writeRefusal(request);
  if (refusal !== undefined) sendJson(response, 403, { message: refusal });
  else if (request.method === 'POST') await write(world, request, response, url);
  else if (request.method === 'DELETE') remove(world, response, url);
  else sendJson(response, 405, NOT_ALLOWED);
}

function sendFile(world: World, pageDir: string, response: ServerResponse, url: URL): void | Promise<void> {
  const [, area, first = '', second = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (area === 'attachments') return sendUpload(world, response, first, second);
  if (area === 'assets') return sendPageFile(response, pageDir, first);
  if (url.pathname === '/') return sendPageFile(response, pageDir, 'index.html');
  return sendJson(response, 404, { message: 'There is no such page' });
}

function answerError(response: ServerResponse, error: unknown): void {
  if (error instanceof ClientRefusal) sendJson(response, 400, { message: error.message });
  else if (error instanceof ApiError) sendJson(response, error.status, { message: error.message });
  else if (error instanceof URIError) sendJson(response, 400, { message: 'Malformed address' });
  else {
    process.stderr.write(`local Discord: ${error instanceof Error ? error.stack : String(error)}\n`);
    sendJson(response, 500, { message: 'Something went wrong' });
  }
}

/** Makes the site. @param pageDir folder of the built page */
export function createSite(world: World, pageDir: string): Site {
  async function route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname.startsWith('/local/')) await answerPage(world, request, response, url);
    else if (request.method === 'GET') await sendFile(world, pageDir, response, url);
    else sendJson(response, 405, NOT_ALLOWED);
  }
  return {
    handle: (request, response, url) =>
      route(request, response, url).catch((error: unknown) => answerError(response, error)),
  };
}
