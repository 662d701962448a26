import { fileURLToPath } from 'node:url';
import { createFaults, type Faults } from './fault-switches.js';
import { createFaultState } from './faults.js';
import { createGateway } from './gateway/gateway.js';
import { serve } from './http-server.js';
import { type LocalState, stateOf } from './local-state.js';
import { createSite } from './page/server/site.js';
import type { People, Person, RecordedRequest } from './people/contract.js';
import { createPeople, createPerson } from './people/person.js';
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

export type { Faults } from './fault-switches.js';
export type { DispatchFault, RestFault } from './faults.js';
export type { LocalState } from './local-state.js';
export type {
  Choice,
  CommandCall,
  Invocation,
  Message,
  People,
  Person,
  RecordedRequest,
  Where,
} from './people/contract.js';
export type { ErrorTree } from './rules/form.js';
export { commandComplaints, messageComplaints } from './rules/judge.js';
export type { BotOptions } from './world/state.js';

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
  /** Folder of the built page; default: the one that comes with the package. */
  readonly pageDir?: string;
  /** How much is kept, and how long a bot may take. */
  readonly limits?: Partial<WorldLimits>;
}

/** A bot's application, made by `addBot`. */
export type LocalBot = Pick<App, 'id' | 'name' | 'token'>;

/** A running local Discord. */
export interface LocalDiscord {
  /** Where the page is: `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What a bot's `rest.api` is set to; the version is left out, as bot libraries add it. */
  readonly apiUrl: string;
  /** The first guild, and its first channel: where people are when nothing else is said. */
  readonly guildId: string;
  readonly channelId: string;
  /** What people do. The first person, `ada`, owns the guilds; others are ordinary members. */
  readonly people: People;
  /** One person's hands and eyes, made on demand: `person('ada').say('hello')`. */
  person(name: string): Person;
  /** The application a token stands for, made on demand. Any word is a token. */
  addBot(token: string, options?: BotOptions): LocalBot;
  /** What there is. */
  readonly state: LocalState;
  /** The requests of bots, in order; only the newest are kept. */
  readonly requests: readonly RecordedRequest[];
  /** What can be made to go wrong. */
  readonly faults: Faults;
  /** The next event of a kind; rejects after `timeoutMs` (default 10,000). */
  readonly waitFor: Hub<LocalEvents>['waitFor'];
  /** Listens to events. @returns a function that stops listening */
  readonly on: Hub<LocalEvents>['on'];
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

const GUILD_NAME = 'The lab';
const CHANNELS = ['lab', 'general'];

function populate(world: World, guildCount: number): void {
  const owner = ensurePerson(world, 'ada');
  ensurePerson(world, 'ben');
  const born = world.now() - guildCount;
  for (let index = 0; index < guildCount; index += 1) {
    const name = index === 0 ? GUILD_NAME : `${GUILD_NAME} ${index + 1}`;
    addGuild(world, name, CHANNELS, owner.id, born + index);
  }
}

/** Finds the person of a name, or makes one. */
function personFinder(world: World, homeChannel: string): (name: string) => Person {
  const known = new Map<string, Person>();
  return (name) => {
    const person = known.get(name) ?? createPerson(world, ensurePerson(world, name), homeChannel);
    known.set(name, person);
    return person;
  };
}

function worldOf(options: LocalDiscordOptions): World {
  const world = createWorld(options.now ?? Date.now, { ...DEFAULT_LIMITS, ...options.limits });
  populate(world, options.guilds ?? 1);
  return world;
}

const PAGE = fileURLToPath(new URL('./page/browser/', import.meta.url));

/**
 * Starts a Discord of its own on this machine: REST, gateway and page on one port.
 * @throws an Error for an interface that is not loopback, and when the port is taken (code EADDRINUSE)
 */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const world = worldOf(options);
  const faultState = createFaultState(options.heartbeatMs ?? GATEWAY.heartbeatMs);
  const log = createRequestLog(world.limits);
  const gateway = createGateway(world, faultState);
  const parts = {
    gateway,
    api: createApi(world, faultState, log),
    site: createSite(world, options.pageDir ?? PAGE),
  };
  const { origin, close } = await serve(parts, options.port ?? 0, options.host ?? '127.0.0.1');
  world.origin = origin;
  const [home] = world.guilds.values();
  const channelId = home?.channelIds[0] ?? '';
  const person = personFinder(world, channelId);
  return {
    url: origin,
    apiUrl: `${origin}/api`,
    guildId: home?.id ?? '',
    channelId,
    people: createPeople(person),
    person,
    addBot: (token, botOptions) => ensureApp(world, token, botOptions),
    state: stateOf(world),
    requests: log.entries,
    faults: createFaults(world, faultState, gateway),
    waitFor: world.hub.waitFor,
    on: world.hub.on,
    close,
  };
}
