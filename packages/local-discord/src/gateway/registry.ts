import type { WebSocket } from 'ws';
import type { FaultState } from '../faults.js';
import { bareMember } from '../people/member.js';
import { isObject } from '../rules/form.js';
import { CLOSE, INTENT } from '../rules/gateway-rules.js';
import type { App, Guild, World } from '../world/world.js';
import { guildData, readyData } from './events.js';
import { createSession, dispatch, missedSince, RESUMABLE_MS, type Session, servesGuild } from './session.js';

/** Which sessions there are. */
export interface Registry {
  readonly world: World;
  readonly faults: FaultState;
  readonly byId: Map<string, Session>;
  readonly byApp: Map<string, Set<Session>>;
}

/** No sessions. */
export function createRegistry(world: World, faults: FaultState): Registry {
  return { world, faults, byId: new Map(), byApp: new Map() };
}

/** Codes after which a session cannot be resumed. Source: topics/opcodes-and-status-codes. */
const ENDING: readonly number[] = [
  1000,
  1001,
  CLOSE.authenticationFailed,
  CLOSE.invalidSequence,
  CLOSE.sessionTimedOut,
  CLOSE.invalidShard,
  CLOSE.shardingRequired,
  CLOSE.invalidVersion,
  CLOSE.invalidIntents,
  CLOSE.disallowedIntents,
];

function keep({ byId, byApp }: Registry, session: Session): void {
  byId.set(session.id, session);
  const ofApp = byApp.get(session.app.id) ?? new Set();
  byApp.set(session.app.id, ofApp.add(session));
}

function forget({ byId, byApp }: Registry, session: Session): void {
  byId.delete(session.id);
  byApp.get(session.app.id)?.delete(session);
}

function setOnline({ world }: Registry, app: App, change: number): void {
  const before = app.online > 0;
  app.online += change;
  if (before !== app.online > 0) world.hub.emit('state', {});
}

function isGone({ world }: Registry, session: Session): boolean {
  return session.lostAt !== undefined && world.now() - session.lostAt > RESUMABLE_MS;
}

function guildsOf({ world }: Registry, session: Session): Guild[] {
  if (!session.app.installs.guild) return [];
  return [...world.guilds.values()].filter((guild) => servesGuild(session, guild.id));
}

/** Sends a session an event. */
export function tell({ world, faults }: Registry, session: Session, event: string, data: object): void {
  dispatch(world, faults, session, event, JSON.stringify(data));
}

/** The sessions that are connected now, of one application or of all. */
export function connectedSessions({ byId }: Registry, appId?: string): Session[] {
  return [...byId.values()].filter(
    (session) => session.socket !== undefined && (appId === undefined || session.app.id === appId),
  );
}

/** Visits an application's sessions that serve a guild (undefined: direct messages), those that may resume too. */
export function eachSession(
  registry: Registry,
  appId: string,
  guildId: string | undefined,
  visit: (session: Session) => void,
): void {
  for (const session of registry.byApp.get(appId) ?? []) {
    if (isGone(registry, session)) forget(registry, session);
    else if (servesGuild(session, guildId)) visit(session);
  }
}

/** Sends a session its guilds, if it wants them and they are not withheld. */
export function deliverGuilds(registry: Registry, session: Session): void {
  if ((session.intents & INTENT.guilds) === 0 || registry.faults.withholdGuilds) return;
  for (const guild of guildsOf(registry, session))
    tell(registry, session, 'GUILD_CREATE', guildData(registry.world, guild, session));
}

/** What an IDENTIFY asks for. */
export interface Begin {
  readonly app: App;
  readonly shard: readonly [number, number];
  readonly intents: number;
}

/** Begins a session: READY and the guilds. */
export function beginSession(registry: Registry, { app, shard, intents }: Begin, socket: WebSocket): Session {
  const { world } = registry;
  const session = createSession(app, shard, intents, socket);
  keep(registry, session);
  app.identifies += 1;
  setOnline(registry, app, 1);
  tell(registry, session, 'READY', readyData(world, session, guildsOf(registry, session)));
  deliverGuilds(registry, session);
  world.hub.emit('identify', { appId: app.id, sessionId: session.id, shard, intents });
  return session;
}

/** What a RESUME asks for. */
export interface Continue {
  readonly token: string;
  readonly sessionId: string;
  readonly sequence: number;
}

/** Goes on with a session, replaying what was missed; undefined when that is impossible. */
export function resumeSession(
  registry: Registry,
  { token, sessionId, sequence }: Continue,
  socket: WebSocket,
): Session | undefined {
  const session = registry.byId.get(sessionId);
  if (session === undefined || session.app.token !== token || isGone(registry, session)) return undefined;
  const missed = missedSince(session, sequence);
  if (missed === undefined) return undefined;
  session.socket?.terminate();
  if (session.socket === undefined) setOnline(registry, session.app, 1);
  session.socket = socket;
  session.lostAt = undefined;
  for (const frame of missed) socket.send(frame);
  tell(registry, session, 'RESUMED', {});
  registry.world.hub.emit('resume', { appId: session.app.id, sessionId, replayed: missed.length });
  return session;
}

/** Ends a session whose connection may stand: the bot can identify anew on it. */
export function endSession(registry: Registry, session: Session): void {
  forget(registry, session);
  session.over = true;
  if (session.socket === undefined) return;
  session.socket = undefined;
  setOnline(registry, session.app, -1);
}

/** A connection ended; its session, if it had one, may be resumed for a while. */
export function connectionEnded(
  registry: Registry,
  session: Session | undefined,
  socket: WebSocket,
  code: number,
): void {
  const { world } = registry;
  if (session === undefined) {
    world.hub.emit('disconnect', { code });
    return;
  }
  if (session.socket === socket) {
    session.socket = undefined;
    session.lostAt = world.now();
    setOnline(registry, session.app, -1);
    if (ENDING.includes(code)) forget(registry, session);
  }
  world.hub.emit('disconnect', { appId: session.app.id, sessionId: session.id, code });
}

/** Answers a bot that asked for members. */
export function sendMembers(registry: Registry, session: Session, request: unknown): void {
  const { world } = registry;
  const id = isObject(request) ? String(request['guild_id']) : '';
  const guild = world.guilds.get(id);
  if (guild === undefined) return;
  const members = [...world.peopleByName.values()].map((user) => ({ ...bareMember(guild), user }));
  const nonce = isObject(request) ? request['nonce'] : undefined;
  const data = { guild_id: id, members, chunk_index: 0, chunk_count: 1, not_found: [], nonce };
  tell(registry, session, 'GUILD_MEMBERS_CHUNK', data);
}
