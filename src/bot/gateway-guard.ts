import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type IShardingStrategy, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js';

/** The manager of @discordjs/ws; discord.js has another one of the same name. */
type WsManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/**
 * Three things that the library (@discordjs/ws 1.2) does not do by itself, added at its one public seam, the sharding strategy:
 * - it reconnects every half second for ever: here each failure in a row makes the pause longer;
 * - a shard that is destroyed while it waits to reconnect connects all the same, and lives on unseen: here it waits for ever;
 * - a socket that is destroyed before it is open loses its error listener, so that its failure ends the process.
 */
export function guardGateway(
  pauseAfter: (failures: number) => number,
): (manager: WsManager) => IShardingStrategy {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    let gate = createGate(pauseAfter);
    watchAttempts(manager, strategy, () => gate);
    return {
      spawn(shardIds) {
        // The library destroys once before it begins, so that each set of shards needs a gate of its own.
        gate = createGate(pauseAfter);
        return strategy.spawn(shardIds);
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

/** The sockets behind a strategy. The library keeps them to itself, hence the reflection. */
function socketsOf(strategy: SimpleShardingStrategy): EventEmitter[] {
  const shards: unknown = Reflect.get(strategy, 'shards');
  if (!(shards instanceof Map)) return [];
  return [...shards.values()]
    .map((shard: unknown): unknown => (shard instanceof Object ? Reflect.get(shard, 'connection') : null))
    .filter((socket) => socket instanceof EventEmitter);
}

/** Gives up a socket that was still being opened. */
function hangUp(socket: EventEmitter): void {
  const terminate: unknown = Reflect.get(socket, 'terminate');
  if (typeof terminate === 'function') terminate.call(socket);
}
