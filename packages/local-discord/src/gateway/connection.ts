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
import { appOfToken, PRIVILEGED_INTENTS } from '../world/state.js';
import type { App, World } from '../world/world.js';
import type { Session } from './session.js';

/** What a connection asks of the gateway behind it. */
export interface Sessions {
  /** Begins a session: READY and the guilds. */
  begin(app: App, shard: readonly [number, number], intents: number, socket: WebSocket): Session;
  /** Goes on with a session, replaying what was missed; undefined when that is impossible. */
  resume(token: string, sessionId: string, sequence: number, socket: WebSocket): Session | undefined;
  /** A connection ended. */
  ended(session: Session | undefined, socket: WebSocket, code: number): void;
  /** The bot asked for members. */
  sendMembers(session: Session, request: unknown): void;
}

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

/** Speaks the gateway protocol with one socket. */
export function serveConnection(
  world: World,
  faults: FaultState,
  sessions: Sessions,
  socket: WebSocket,
): void {
  let latest: Session | undefined;
  const current = () => (latest?.over === true ? undefined : latest);
  const withinBudget = createBudget(world.now);

  function onIdentify(body: unknown): Verdict {
    if (current() !== undefined) return CLOSE.alreadyAuthenticated;
    if (!isIdentify(body)) return CLOSE.decodeError;
    const app = appOfToken(world, body.token);
    const refusal = identifyRefusal(faults, app, body);
    if (app === undefined || refusal !== undefined) return refusal;
    latest = sessions.begin(app, body.shard ?? [0, 1], body.intents, socket);
    return undefined;
  }

  function onResume(body: unknown): Verdict {
    if (current() !== undefined) return CLOSE.alreadyAuthenticated;
    if (!isResume(body)) return CLOSE.decodeError;
    if (world.appsByToken.get(body.token)?.revoked === true) return CLOSE.authenticationFailed;
    latest = sessions.resume(body.token, body.session_id, body.seq, socket);
    if (latest === undefined) sendOp(socket, OP.invalidSession, false);
    return undefined;
  }

  function onHeartbeat(sequence: unknown): Verdict {
    const seen = typeof sequence === 'number' ? sequence : null;
    if (faults.ackHeartbeats) sendOp(socket, OP.ack, null);
    const session = current();
    if (session !== undefined) world.hub.emit('heartbeat', { appId: session.app.id, sequence: seen });
    return undefined;
  }

  function onOther(op: number, body: unknown): Verdict {
    if (op !== OP.presence && op !== OP.voice && op !== OP.requestMembers) return CLOSE.unknownOpcode;
    const session = current();
    if (session === undefined) return CLOSE.notAuthenticated;
    if (op === OP.requestMembers) sessions.sendMembers(session, body);
    return undefined;
  }

  function onText(text: string): Verdict {
    const message = text.length > GATEWAY.payloadBytesMax ? undefined : parse(text);
    if (message === undefined) return CLOSE.decodeError;
    if (!withinBudget()) return CLOSE.rateLimited;
    const { op, d } = message;
    if (op === OP.heartbeat) return onHeartbeat(d);
    if (op === OP.identify) return onIdentify(d);
    if (op === OP.resume) return onResume(d);
    return onOther(op, d);
  }

  socket.on('message', (data, isBinary) => {
    const code = isBinary ? CLOSE.decodeError : onText(String(data));
    if (code !== undefined) socket.close(code, closeReason(code));
  });
  socket.on('close', (code) => sessions.ended(latest, socket, code));
  socket.on('error', () => socket.terminate());
  sendOp(socket, OP.hello, { heartbeat_interval: faults.heartbeatMs, _trace: [] });
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
