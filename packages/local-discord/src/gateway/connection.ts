import type { WebSocket } from 'ws';
import type { FaultState } from '../faults.js';
import { GATEWAY } from '../rules/discord-limits.js';
import { complaintsOf, isObject } from '../rules/form.js';
import {
  areIntents,
  CLOSE,
  type Identify,
  identify,
  isShard,
  OP,
  type Resume,
  resume,
} from '../rules/gateway-rules.js';
import { gatewayToken } from '../rules/request-rules.js';
import { appOfToken, PRIVILEGED_INTENTS } from '../world/state.js';
import type { App } from '../world/world.js';
import { beginSession, connectionEnded, type Registry, resumeSession, sendMembers } from './registry.js';
import type { Session } from './session.js';

const MINUTE_MS = 60_000;

function frame(op: number, d: unknown): string {
  return JSON.stringify({ op, d, s: null, t: null });
}

/** Sends a gateway operation that is no event. */
export function sendOp(socket: WebSocket, op: number, d: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(frame(op, d));
}

function parse(text: string): { op: number; d: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || typeof value['op'] !== 'number') return undefined;
    return { op: value['op'], d: value['d'] };
  } catch {
    return undefined;
  }
}

/** Counts what a connection sends: 120 in 60 s. Source: events/gateway, "Rate Limiting". */
function createBudget(now: () => number): () => boolean {
  let since = now();
  let sent = 0;
  return () => {
    if (now() - since >= MINUTE_MS) {
      since = now();
      sent = 0;
    }
    sent += 1;
    return sent <= GATEWAY.sendsPerMinute;
  };
}

/** The code an IDENTIFY is refused with; undefined when it is in order. */
function identifyRefusal(faults: FaultState, app: App | undefined, body: Identify): number | undefined {
  const { intents, shard } = body;
  if (shard !== undefined && shard !== null && !isShard(shard)) return CLOSE.invalidShard;
  if (faults.requireSharding && (shard?.[1] ?? 1) < 2) return CLOSE.shardingRequired;
  if (!areIntents(intents)) return CLOSE.invalidIntents;
  if (app === undefined || app.revoked) return CLOSE.authenticationFailed;
  const disallowed = intents & PRIVILEGED_INTENTS & ~app.privilegedIntents;
  return disallowed === 0 ? undefined : CLOSE.disallowedIntents;
}

function isIdentify(value: unknown): value is Identify {
  return complaintsOf(identify, value) === undefined;
}

function isResume(value: unknown): value is Resume {
  return complaintsOf(resume, value) === undefined;
}

/** A close code, or undefined to go on. */
type Verdict = number | undefined;

/** One connection of a bot. */
interface Connection {
  readonly registry: Registry;
  readonly socket: WebSocket;
  readonly withinBudget: () => boolean;
  session?: Session | undefined;
}

/** The session that goes on over a connection. */
function current({ session }: Connection): Session | undefined {
  return session?.over === true ? undefined : session;
}

function onIdentify(connection: Connection, body: unknown): Verdict {
  const { registry, socket } = connection;
  if (current(connection) !== undefined) return CLOSE.alreadyAuthenticated;
  if (!isIdentify(body)) return CLOSE.decodeError;
  const app = appOfToken(registry.world, gatewayToken(body.token));
  const refusal = identifyRefusal(registry.faults, app, body);
  if (app === undefined || refusal !== undefined) return refusal;
  const wanted = { app, shard: body.shard ?? [0, 1], intents: body.intents } as const;
  connection.session = beginSession(registry, wanted, socket);
  return undefined;
}

function onResume(connection: Connection, body: unknown): Verdict {
  const { registry, socket } = connection;
  if (current(connection) !== undefined) return CLOSE.alreadyAuthenticated;
  if (!isResume(body)) return CLOSE.decodeError;
  const { session_id: sessionId, seq: sequence } = body;
  const token = gatewayToken(body.token);
  if (registry.world.appsByToken.get(token)?.revoked === true) return CLOSE.authenticationFailed;
  connection.session = resumeSession(registry, { token, sessionId, sequence }, socket);
  if (connection.session === undefined) sendOp(socket, OP.invalidSession, false);
  return undefined;
}

function onHeartbeat(connection: Connection, sequence: unknown): Verdict {
  const { registry, socket } = connection;
  if (registry.faults.ackHeartbeats) sendOp(socket, OP.ack, null);
  const session = current(connection);
  if (session === undefined) return undefined;
  const seen = typeof sequence === 'number' ? sequence : null;
  registry.world.hub.emit('heartbeat', { appId: session.app.id, sequence: seen });
  return undefined;
}

function onOther(connection: Connection, op: number, body: unknown): Verdict {
  if (op !== OP.presence && op !== OP.voice && op !== OP.requestMembers) return CLOSE.unknownOpcode;
  const session = current(connection);
  if (session === undefined) return CLOSE.notAuthenticated;
  if (op === OP.requestMembers) sendMembers(connection.registry, session, body);
  return undefined;
}

function onText(connection: Connection, text: string): Verdict {
  const message = text.length > GATEWAY.payloadBytesMax ? undefined : parse(text);
  if (message === undefined) return CLOSE.decodeError;
  if (!connection.withinBudget()) return CLOSE.rateLimited;
  const { op, d } = message;
  if (op === OP.heartbeat) return onHeartbeat(connection, d);
  if (op === OP.identify) return onIdentify(connection, d);
  if (op === OP.resume) return onResume(connection, d);
  return onOther(connection, op, d);
}

/** Speaks the gateway protocol with one socket. */
export function serveConnection(registry: Registry, socket: WebSocket): void {
  const connection: Connection = { registry, socket, withinBudget: createBudget(registry.world.now) };
  socket.on('message', (data, isBinary) => {
    const code = isBinary ? CLOSE.decodeError : onText(connection, String(data));
    if (code !== undefined) socket.close(code, closeReason(code));
  });
  socket.on('close', (code) => connectionEnded(registry, connection.session, socket, code));
  socket.on('error', () => socket.terminate());
  sendOp(socket, OP.hello, { heartbeat_interval: registry.faults.heartbeatMs, _trace: [] });
}

const REASONS: Readonly<Record<number, string>> = {
  [CLOSE.unknownOpcode]: 'Unknown opcode.',
  [CLOSE.decodeError]: 'Error while decoding payload.',
  [CLOSE.notAuthenticated]: 'Not authenticated.',
  [CLOSE.alreadyAuthenticated]: 'Already authenticated.',
  [CLOSE.rateLimited]: 'You are being rate limited.',
  [CLOSE.authenticationFailed]: 'Authentication failed.',
  [CLOSE.invalidShard]: 'Invalid shard.',
  [CLOSE.shardingRequired]: 'Sharding required.',
  [CLOSE.invalidVersion]: 'Invalid API version.',
  [CLOSE.invalidIntents]: 'Invalid intent(s).',
  [CLOSE.disallowedIntents]: 'Disallowed intent(s).',
};

/** The text Discord closes with. */
export function closeReason(code: number): string {
  return REASONS[code] ?? 'Unknown error.';
}
