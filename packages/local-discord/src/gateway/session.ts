import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { dispatchFault, type FaultState } from '../faults.js';
import { OP, shardOfGuild } from '../rules/gateway-rules.js';
import type { App, World } from '../world/world.js';

/** How many events a session keeps for a resume. */
const REPLAY_MAX = 1000;

/** ... and how many characters of them. */
const REPLAY_LENGTH_MAX = 16 * 1024 * 1024;

/** How long a session without a connection can be resumed, in ms. */
export const RESUMABLE_MS = 120_000;

/** One shard of one bot: what survives a lost connection. */
export interface Session {
  readonly id: string;
  readonly app: App;
  readonly shard: readonly [number, number];
  readonly intents: number;
  sequence: number;
  /** Sent events by sequence, for a resume. */
  readonly replay: Map<number, string>;
  replayLength: number;
  /** The newest event that was kept once and is kept no more. */
  forgotten: number;
  socket?: WebSocket | undefined;
  lostAt?: number | undefined;
  /** It is over, although its connection may still stand. */
  over: boolean;
  /** An event that waits to come after the next one. */
  held?: string | undefined;
}

/** A new session without events. */
export function createSession(
  app: App,
  shard: readonly [number, number],
  intents: number,
  socket: WebSocket,
): Session {
  return {
    id: randomBytes(16).toString('hex'),
    app,
    shard,
    intents,
    sequence: 0,
    replay: new Map(),
    replayLength: 0,
    forgotten: 0,
    socket,
    over: false,
  };
}

/** Whether the events of a place belong to a session's shard. @param guildId undefined for direct messages */
export function servesGuild(session: Session, guildId: string | undefined): boolean {
  const [id, count] = session.shard;
  return guildId === undefined ? id === 0 : shardOfGuild(guildId, count) === id;
}

function transmit(session: Session, frame: string): void {
  if (session.socket?.readyState === session.socket?.OPEN) session.socket?.send(frame);
}

function keep(session: Session, frame: string): void {
  const { replay } = session;
  replay.set(session.sequence, frame);
  session.replayLength += frame.length;
  for (const [sequence, oldest] of replay) {
    if (replay.size <= REPLAY_MAX && session.replayLength <= REPLAY_LENGTH_MAX) return;
    replay.delete(sequence);
    session.replayLength -= oldest.length;
    session.forgotten = sequence;
  }
}

function release(session: Session): void {
  const { held } = session;
  session.held = undefined;
  if (held !== undefined) transmit(session, held);
}

/**
 * Sends an event to a session, or keeps it for the resume.
 * @param json the event's data, already serialized: the same text serves all sessions
 */
export function dispatch(
  world: World,
  faults: FaultState,
  session: Session,
  event: string,
  json: string,
): void {
  session.sequence += 1;
  const frame = `{"op":${OP.dispatch},"t":"${event}","s":${session.sequence},"d":${json}}`;
  const fault = dispatchFault(faults, event);
  if (fault?.action === 'drop') return;
  keep(session, frame);
  if (fault?.action === 'reorder') session.held = frame;
  else {
    transmit(session, frame);
    if (fault?.action === 'duplicate') transmit(session, frame);
    release(session);
  }
  world.hub.emit('dispatch', { appId: session.app.id, event, sequence: session.sequence });
}

/** The events after a sequence number; undefined when some are no longer known. */
export function missedSince(session: Session, sequence: number): string[] | undefined {
  if (sequence > session.sequence) return undefined;
  if (sequence < session.forgotten) return undefined;
  const missed: string[] = [];
  for (let next = sequence + 1; next <= session.sequence; next += 1) {
    const frame = session.replay.get(next);
    if (frame !== undefined) missed.push(frame);
  }
  return missed;
}
