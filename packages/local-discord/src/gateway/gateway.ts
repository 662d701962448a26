import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FaultState } from '../faults.js';
import { bareMember } from '../people/member.js';
import { GATEWAY } from '../rules/discord-limits.js';
import { isObject } from '../rules/form.js';
import { CLOSE, INTENT, type OP } from '../rules/gateway-rules.js';
import type { App, Channel, Guild, StoredMessage, World } from '../world/world.js';
import { closeReason, type Sessions, sendOp, serveConnection } from './connection.js';
import {
  concerns,
  guildData,
  messageData,
  messageIntent,
  readsContent,
  readyData,
  withoutContent,
} from './events.js';
import { createSession, dispatch, missedSince, RESUMABLE_MS, type Session, servesGuild } from './session.js';

/** The gateway: connections, sessions and the events they get. */
export interface Gateway {
  /** Takes a WebSocket handshake. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void;
  /** The sessions that are connected now, of one application or of all. */
  connected(appId?: string): Session[];
  /** Sends a frame as it is to connected sessions. */
  sendRaw(text: string, appId?: string): void;
  /** Sends an event with serialized data. */
  dispatch(session: Session, event: string, json: string): void;
  /** Sends a session its guilds, if it wants them and they are not withheld. */
  deliverGuilds(session: Session): void;
  /** Ends a session: it gets no more events and cannot be resumed. */
  end(session: Session): void;
  /** Closes every connection. */
  close(): Promise<void>;
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

/** Frames larger than this are not even read; the protocol's own limit is far below. */
const FRAME_BYTES_MAX = 64 * 1024;

/** Makes the gateway and lets it hear what happens in the world. */
export function createGateway(world: World, faults: FaultState): Gateway {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_MAX,
    perMessageDeflate: false,
  });
  const byId = new Map<string, Session>();
  const byApp = new Map<string, Set<Session>>();

  function sessionsOf(appId: string): Set<Session> {
    const known = byApp.get(appId) ?? new Set();
    byApp.set(appId, known);
    return known;
  }

  function forget(session: Session): void {
    byId.delete(session.id);
    byApp.get(session.app.id)?.delete(session);
  }

  /** Ends a session whose connection may stand: the bot can identify anew on it. */
  function end(session: Session): void {
    forget(session);
    session.over = true;
    if (session.socket === undefined) return;
    session.socket = undefined;
    setOnline(session.app, -1);
  }

  function isGone(session: Session): boolean {
    return session.lostAt !== undefined && world.now() - session.lostAt > RESUMABLE_MS;
  }

  function eachSession(appId: string, guildId: string | undefined, visit: (session: Session) => void): void {
    for (const session of byApp.get(appId) ?? []) {
      if (isGone(session)) forget(session);
      else if (servesGuild(session, guildId)) visit(session);
    }
  }

  function guildsOf(session: Session): Guild[] {
    if (!session.app.installs.guild) return [];
    return [...world.guilds.values()].filter((guild) => servesGuild(session, guild.id));
  }

  function setOnline(app: App, change: number): void {
    const before = app.online > 0;
    app.online += change;
    if (before !== app.online > 0) world.hub.emit('state', {});
  }

  function deliverGuilds(session: Session): void {
    if ((session.intents & INTENT.guilds) === 0 || faults.withholdGuilds) return;
    for (const guild of guildsOf(session)) {
      dispatch(world, faults, session, 'GUILD_CREATE', JSON.stringify(guildData(world, guild, session)));
    }
  }

  function begin(app: App, shard: readonly [number, number], intents: number, socket: WebSocket): Session {
    const session = createSession(app, shard, intents, socket);
    byId.set(session.id, session);
    sessionsOf(app.id).add(session);
    app.identifies += 1;
    setOnline(app, 1);
    const guilds = guildsOf(session);
    dispatch(world, faults, session, 'READY', JSON.stringify(readyData(world, session, guilds)));
    deliverGuilds(session);
    world.hub.emit('identify', { appId: app.id, sessionId: session.id, shard, intents });
    return session;
  }

  function resume(
    token: string,
    sessionId: string,
    sequence: number,
    socket: WebSocket,
  ): Session | undefined {
    const session = byId.get(sessionId);
    if (session === undefined || session.app.token !== token || isGone(session)) return undefined;
    const missed = missedSince(session, sequence);
    if (missed === undefined) return undefined;
    session.socket?.terminate();
    if (session.socket === undefined) setOnline(session.app, 1);
    session.socket = socket;
    session.lostAt = undefined;
    for (const frame of missed) socket.send(frame);
    dispatch(world, faults, session, 'RESUMED', '{}');
    world.hub.emit('resume', { appId: session.app.id, sessionId, replayed: missed.length });
    return session;
  }

  function ended(session: Session | undefined, socket: WebSocket, code: number): void {
    if (session === undefined) {
      world.hub.emit('disconnect', { code });
      return;
    }
    if (session.socket === socket) {
      session.socket = undefined;
      session.lostAt = world.now();
      setOnline(session.app, -1);
      if (ENDING.includes(code)) forget(session);
    }
    world.hub.emit('disconnect', { appId: session.app.id, sessionId: session.id, code });
  }

  function sendMembers(session: Session, request: unknown): void {
    const id = isObject(request) ? String(request['guild_id']) : '';
    const guild = world.guilds.get(id);
    if (guild === undefined) return;
    const members = [...world.peopleByName.values()].map((user) => ({ ...bareMember(guild), user }));
    const nonce = isObject(request) ? request['nonce'] : undefined;
    const data = { guild_id: id, members, chunk_index: 0, chunk_count: 1, not_found: [], nonce };
    dispatch(world, faults, session, 'GUILD_MEMBERS_CHUNK', JSON.stringify(data));
  }

  const sessions: Sessions = { begin, resume, ended, sendMembers };

  function tellOfMessage(event: string, stored: StoredMessage, data: (full: boolean) => object): void {
    const channel = world.channels.get(stored.message.channel_id);
    if (channel === undefined) return;
    const needed = messageIntent(channel, stored);
    const texts = new Map<boolean, string>();
    for (const app of world.apps.values()) {
      if (!concerns(app, channel, stored)) continue;
      const guildId = stored.ownerId === undefined ? channel.guildId : undefined;
      eachSession(app.id, guildId, (session) => {
        if ((session.intents & needed) === 0) return;
        const full = readsContent(session, channel, stored.message);
        const text = texts.get(full) ?? JSON.stringify(data(full));
        texts.set(full, text);
        dispatch(world, faults, session, event, text);
      });
    }
  }

  function messageText(stored: StoredMessage, channel: Channel | undefined): (full: boolean) => object {
    return (full) => {
      const message = full ? stored.message : withoutContent(stored.message);
      return channel === undefined ? message : messageData(world, channel, message);
    };
  }

  function listen(): void {
    world.hub.on('interaction', ({ appId, payload }) => {
      const guildId = 'guild_id' in payload ? String(payload.guild_id) : undefined;
      const text = JSON.stringify(payload);
      eachSession(appId, guildId, (session) => dispatch(world, faults, session, 'INTERACTION_CREATE', text));
    });
    for (const [kind, event] of [
      ['message', 'MESSAGE_CREATE'],
      ['message-update', 'MESSAGE_UPDATE'],
    ] as const) {
      world.hub.on(kind, (stored) => {
        tellOfMessage(event, stored, messageText(stored, world.channels.get(stored.message.channel_id)));
      });
    }
    world.hub.on('message-delete', ({ stored }) => {
      const { id, channel_id } = stored.message;
      const guildId = world.channels.get(channel_id)?.guildId;
      tellOfMessage('MESSAGE_DELETE', stored, () => ({ id, channel_id, guild_id: guildId }));
    });
  }

  function connected(appId?: string): Session[] {
    return [...byId.values()].filter(
      (session) => session.socket !== undefined && (appId === undefined || session.app.id === appId),
    );
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void {
    world.hub.emit('connect', { path: `${url.pathname}${url.search}` });
    if (faults.refuseConnections) {
      socket.destroy();
      return;
    }
    server.handleUpgrade(request, socket, head, (connection) => {
      const version = url.searchParams.get('v');
      if (version !== String(GATEWAY.version)) {
        connection.close(CLOSE.invalidVersion, closeReason(CLOSE.invalidVersion));
      } else if (
        (url.searchParams.get('encoding') ?? 'json') !== 'json' ||
        url.searchParams.has('compress')
      ) {
        connection.close(CLOSE.decodeError, 'Only uncompressed JSON is spoken here.');
      } else serveConnection(world, faults, sessions, connection);
    });
  }

  listen();
  return {
    upgrade,
    connected,
    dispatch: (session, event, json) => dispatch(world, faults, session, event, json),
    deliverGuilds,
    end,
    sendRaw: (text, appId) => {
      for (const session of connected(appId)) session.socket?.send(text);
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        server.close(() => resolve());
      }),
  };
}

/** Asks a session's bot to reconnect (op 7), or tells it that its session is invalid (op 9). */
export function sendControl(
  session: Session,
  op: typeof OP.reconnect | typeof OP.invalidSession,
  d: unknown,
): void {
  if (session.socket !== undefined) sendOp(session.socket, op, d);
}
