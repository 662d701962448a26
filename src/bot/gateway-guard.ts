import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type IShardingStrategy, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js';

/** The manager of @discordjs/ws; discord.js has another one of the same name. */
type WsManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** How the connection of a shard ended. */
export interface Closing {
  /** the close code: Discord's, the library's own (4200 before it resumes) or 1006 when nobody said goodbye */
  readonly closed: number;
  /** what the network said, where it failed */
  readonly error?: unknown;
}

/** Told of each connection that ended, before the library reports that it reconnects. */
export type OnClosing = (shard: number, closing: Closing) => void;

/**
 * Four things that the library (@discordjs/ws 1.2) does not do by itself, added at its one public seam, the sharding strategy:
 * - it reconnects every half second for ever: here each failure in a row makes the pause longer;
 * - a shard that is destroyed while it waits to reconnect connects all the same, and lives on unseen: here it waits for ever;
 * - a socket that is destroyed before it is open loses its error listener, so that its failure ends the process;
 * - it does not tell why a connection ended.
 */
export function guardGateway(
  pauseAfter: (failures: number) => number,
  onClosing: OnClosing,
): (manager: WsManager) => IShardingStrategy {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    let gate = createGate(pauseAfter);
    watchAttempts(manager, strategy, () => gate);
    const hearErrors = watchClosings(manager, strategy, onClosing);
    return {
      async spawn(shardIds) {
        // The library destroys once before it begins, so that each set of shards needs a gate of its own.
        gate = createGate(pauseAfter);
        await strategy.spawn(shardIds);
        hearErrors();
      },
      connect: () => strategy.connect(),
      send: (shardId, payload) => strategy.send(shardId, payload),
      fetchStatus: () => strategy.fetchStatus(),
      async destroy(options) {
        gate.close();
        const sockets = socketsOf(strategy);
        for (const socket of sockets) socket.on('error', () => undefined);
        await strategy.destroy(options);
        for (const socket of sockets) hangUp(socket);
      },
    };
  };
}

interface Gate {
  /** Resolves when a shard may try to connect; never once the gate is closed. */
  pass(shard: number): Promise<void>;
  connected(shard: number): void;
  close(): void;
}

function createGate(pauseAfter: (failures: number) => number): Gate {
  const attempts = new Map<number, number>();
  const closing = new AbortController();
  const never = new Promise<void>(() => undefined);
  return {
    async pass(shard) {
      const attempt = attempts.get(shard) ?? 0;
      attempts.set(shard, attempt + 1);
      // The first attempt, and the first after a working connection, need no pause.
      if (attempt > 1)
        await pause(pauseAfter(attempt - 2), undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) await never;
    },
    connected: (shard) => void attempts.set(shard, 1),
    close: () => closing.abort(),
  };
}

/** A shard asks for its session before it connects, and again with every event; that is where it can be made to wait. */
function watchAttempts(manager: WsManager, strategy: SimpleShardingStrategy, gate: () => Gate): void {
  const retrieve = manager.options.retrieveSessionInfo;
  manager.options.retrieveSessionInfo = async (shard) => {
    const status = (await strategy.fetchStatus()).get(shard);
    if (status === WebSocketShardStatus.Ready) gate().connected(shard);
    // A shard without a status was destroyed: it has woken up to connect once more.
    if (status === WebSocketShardStatus.Idle || status === undefined) await gate().pass(shard);
    return retrieve(shard);
  };
}

/**
 * Reports how connections end. The library swallows most errors of the network, so that they have to be heard where it does.
 * @returns to be called when there are shards
 */
function watchClosings(
  manager: WsManager,
  strategy: SimpleShardingStrategy,
  onClosing: OnClosing,
): () => void {
  const errors = new Map<number, unknown>();
  const onClosed = ({ shardId, code }: { shardId: number; code: number }): void => {
    onClosing(shardId, errors.has(shardId) ? { closed: code, error: errors.get(shardId) } : { closed: code });
    errors.delete(shardId);
  };
  // The library's name for this event is in an enum that discord.js does not pass on.
  const on: unknown = Reflect.get(manager, 'on');
  if (typeof on === 'function') on.call(manager, 'closed', onClosed);
  return () => {
    for (const [id, shard] of shardsOf(strategy)) {
      const onError: unknown = Reflect.get(shard, 'onError');
      if (typeof onError !== 'function') continue;
      Reflect.set(shard, 'onError', (error: unknown) => {
        errors.set(id, error);
        onError.call(shard, error);
      });
    }
  };
}

/** The shards behind a strategy. The library keeps them to itself, hence the reflection. */
function shardsOf(strategy: SimpleShardingStrategy): [number, object][] {
  const shards: unknown = Reflect.get(strategy, 'shards');
  if (!(shards instanceof Map)) return [];
  return [...shards].flatMap(([id, shard]: [unknown, unknown]): [number, object][] =>
    typeof id === 'number' && shard instanceof Object ? [[id, shard]] : [],
  );
}

function socketsOf(strategy: SimpleShardingStrategy): EventEmitter[] {
  return shardsOf(strategy)
    .map(([, shard]): unknown => Reflect.get(shard, 'connection'))
    .filter((socket) => socket instanceof EventEmitter);
}

/** Gives up a socket that was still being opened. */
function hangUp(socket: EventEmitter): void {
  const terminate: unknown = Reflect.get(socket, 'terminate');
  if (typeof terminate === 'function') terminate.call(socket);
}
