import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createFaults, type Faults } from './fault-switches.js';
import { createFaultState } from './faults.js';
import { createGateway, type Gateway } from './gateway/gateway.js';
import { foreignRequest } from './page/server/guards.js';
import { createSite } from './page/server/site.js';
import type { Person, RecordedRequest } from './people/contract.js';
import { createPerson } from './people/person.js';
import { createRequestLog } from './rest/request-log.js';
import { createApi } from './rest/rest-api.js';
import { GATEWAY } from './rules/discord-limits.js';
import type { Hub } from './world/hub.js';
import {
  addGuild,
  type BotOptions,
  createWorld,
  DEFAULT_LIMITS,
  ensureApp,
  ensurePerson,
} from './world/state.js';
import type { App, LocalEvents, World, WorldLimits } from './world/world.js';

export type {
  Choice,
  CommandCall,
  Invocation,
  Message,
  Person,
  RecordedRequest,
  Where,
} from './people/contract.js';
export type { ErrorTree } from './rules/form.js';
export { commandComplaints, messageComplaints } from './rules/judge.js';

/** How a local Discord is started. */
export interface LocalDiscordOptions {
  /** 0 (default): any free port. */
  readonly port?: number;
  /** '127.0.0.1' (default) or '::1'; anything else is refused. */
  readonly host?: string;
  /** The clock, Unix ms; default Date.now. */
  readonly now?: () => number;
  /** How many guilds there are, each with two channels; neighbours fall on neighbouring shards. Default 1. */
  readonly guilds?: number;
  /** What HELLO announces, in ms. */
  readonly heartbeatMs?: number;
  /** Folder of the built page; default: `page/browser/` beside this file. */
  readonly pageDir?: string;
  readonly limits?: Partial<WorldLimits>;
}

/** A running local Discord. */
export interface LocalDiscord {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What a bot's `rest.api` is set to. */
  readonly apiUrl: string;
  readonly guildId: string;
  readonly channelId: string;
  /** Every guild with its channels. */
  readonly guilds: readonly { readonly id: string; readonly channelIds: readonly string[] }[];
  /** The person of a name, made on demand. */
  person(name: string): Person;
  /** The application a token stands for, made on demand. */
  addBot(token: string, options?: BotOptions): App;
  /** The requests of bots, in order; only the newest are kept. */
  readonly requests: readonly RecordedRequest[];
  readonly faults: Faults;
  /** The next event of a kind; rejects after `timeoutMs` (default 10,000). */
  readonly waitFor: Hub<LocalEvents>['waitFor'];
  /** Listens to events. @returns a function that stops listening */
  readonly on: Hub<LocalEvents>['on'];
  close(): Promise<void>;
}

const GUILD_NAME = 'The lab';
const CHANNELS = ['lab', 'general'];

function checkHost(host: string): void {
  if (host !== '127.0.0.1' && host !== '::1') {
    throw new Error(`The local Discord listens on loopback only (127.0.0.1 or ::1), not on ${host}`);
  }
}

function populate(world: World, guildCount: number): void {
  const owner = ensurePerson(world, 'ada');
  ensurePerson(world, 'ben');
  const born = world.now() - guildCount;
  for (let index = 0; index < guildCount; index += 1) {
    const name = index === 0 ? GUILD_NAME : `${GUILD_NAME} ${index + 1}`;
    addGuild(world, name, CHANNELS, owner.id, born + index);
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No address'));
      else resolve(address);
    });
  });
}

function refuseForeign(response: ServerResponse, message: string): void {
  response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify({ message, code: 0 }));
}

interface Parts {
  readonly server: Server;
  readonly gateway: Gateway;
}

function closeAll({ server, gateway }: Parts): Promise<void> {
  return gateway.close().then(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
}

const GATEWAY_PATHS = ['/gateway', '/gateway/', '/'];

/**
 * Starts a Discord of its own on this machine: REST, gateway and page on one port.
 * @throws an Error for an interface that is not loopback, and when the port is taken (code EADDRINUSE)
 */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const host = options.host ?? '127.0.0.1';
  checkHost(host);
  const world = createWorld(options.now ?? Date.now, { ...DEFAULT_LIMITS, ...options.limits });
  populate(world, options.guilds ?? 1);
  const faultState = createFaultState(options.heartbeatMs ?? GATEWAY.heartbeatMs);
  const log = createRequestLog(world.limits);
  const api = createApi(world, faultState, log);
  const gateway = createGateway(world, faultState);
  const site = createSite(
    world,
    options.pageDir ?? fileURLToPath(new URL('./page/browser/', import.meta.url)),
  );
  let port = 0;

  function urlOf(request: IncomingMessage): URL | undefined {
    const target = request.url ?? '/';
    return URL.canParse(target, world.origin) ? new URL(target, world.origin) : undefined;
  }

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    const foreign = foreignRequest(request, port);
    const url = urlOf(request);
    if (foreign !== undefined || url === undefined) refuseForeign(response, foreign ?? 'Malformed address');
    else if (url.pathname.startsWith('/api/')) void api(request, response, url);
    else void site.handle(request, response, url);
  }

  const server = createServer({ keepAliveTimeout: 30_000 }, onRequest);
  server.on('upgrade', (request, socket, head) => {
    const url = urlOf(request);
    socket.on('error', () => socket.destroy());
    const isGateway = url !== undefined && GATEWAY_PATHS.includes(url.pathname);
    if (!isGateway || foreignRequest(request, port) !== undefined)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    else gateway.upgrade(request, socket, head, url);
  });
  const address = await listen(server, options.port ?? 0, host);
  port = address.port;
  world.origin = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  const people = new Map<string, Person>();
  const guilds = [...world.guilds.values()];
  const home = guilds[0];
  const homeChannel = home?.channelIds[0] ?? '';

  function person(name: string): Person {
    const known = people.get(name) ?? createPerson(world, ensurePerson(world, name), homeChannel);
    people.set(name, known);
    return known;
  }

  return {
    url: world.origin,
    apiUrl: `${world.origin}/api`,
    guildId: home?.id ?? '',
    channelId: homeChannel,
    guilds,
    person,
    addBot: (token, botOptions) => ensureApp(world, token, botOptions),
    requests: log.entries,
    faults: createFaults(world, faultState, gateway),
    waitFor: world.hub.waitFor,
    on: world.hub.on,
    close: () => closeAll({ server, gateway }),
  };
}
