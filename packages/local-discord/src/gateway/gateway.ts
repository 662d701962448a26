import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FaultState } from '../faults.js';
import { GATEWAY } from '../rules/discord-limits.js';
import { CLOSE, type OP } from '../rules/gateway-rules.js';
import type { World } from '../world/world.js';
import { announceEvents } from './announce.js';
import { closeReason, sendOp, serveConnection } from './connection.js';
import { connectedSessions, createRegistry, deliverGuilds, endSession, type Registry } from './registry.js';
import { dispatch, type Session } from './session.js';

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

/** Frames larger than this are not even read; the protocol's own limit is far below. */
const FRAME_BYTES_MAX = 64 * 1024;

/** Why a connection is closed before it begins; undefined when it speaks what the gateway speaks. */
function refusalOf(url: URL): readonly [code: number, reason: string] | undefined {
  if (url.searchParams.get('v') !== String(GATEWAY.version))
    return [CLOSE.invalidVersion, closeReason(CLOSE.invalidVersion)];
  const isJson = (url.searchParams.get('encoding') ?? 'json') === 'json';
  if (isJson && !url.searchParams.has('compress')) return undefined;
  return [CLOSE.decodeError, 'Only uncompressed JSON is spoken here.'];
}

function welcome(registry: Registry, connection: WebSocket, url: URL): void {
  const refusal = refusalOf(url);
  if (refusal === undefined) serveConnection(registry, connection);
  else connection.close(...refusal);
}

function closeServer(server: WebSocketServer): Promise<void> {
  for (const client of server.clients) client.terminate();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Makes the gateway and lets it hear what happens in the world. */
export function createGateway(world: World, faults: FaultState): Gateway {
  const registry = createRegistry(world, faults);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_MAX,
    perMessageDeflate: false,
  });
  announceEvents(registry);
  return {
    upgrade: (request, socket, head, url) => {
      world.hub.emit('connect', { path: `${url.pathname}${url.search}` });
      if (faults.refuseConnections) socket.destroy();
      else server.handleUpgrade(request, socket, head, (connection) => welcome(registry, connection, url));
    },
    connected: (appId) => connectedSessions(registry, appId),
    dispatch: (session, event, json) => dispatch(world, faults, session, event, json),
    deliverGuilds: (session) => deliverGuilds(registry, session),
    end: (session) => endSession(registry, session),
    sendRaw: (text, appId) => {
      for (const session of connectedSessions(registry, appId)) session.socket?.send(text);
    },
    close: () => closeServer(server),
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
