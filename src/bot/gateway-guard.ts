import { setTimeout as pause } from 'node:timers/promises';
import {
  type IShardingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';

/** How the connection of a shard ended. */
export interface Closing {
  /** the close code: Discord's, the library's own (4200 before it resumes) or 1006 when nobody said goodbye */
  readonly closed: number;
  /** what went wrong, where the library says it */
  readonly error?: unknown;
  /** the network failed, in a way of which the library says no more */
  readonly network?: true;
}

/** What the gateway's connections are watched for. */
export interface GatewayNotices {
  /** Told of each connection that ended, before the library reports that it reconnects. */
  readonly onClosing: (shard: number, closing: Closing) => void;
  /** Told each time that Discord gives a sign of life on a shard: it is ready, resumed, or acknowledged a heartbeat. */
  readonly onLife: (shard: number) => void;
}

/**
 * Three things that the library (@discordjs/ws 1.2) does not do by itself, added at its public seams: the sharding strategy,
 * the look-up of a session, and the manager's events.
 * - it reconnects every half second for ever: here each failure in a row makes the pause longer;
 * - a shard that is destroyed while it waits to reconnect connects all the same, and lives on unseen: here it waits for ever;
 * - a socket that is destroyed before it is open loses its error listener, so that its failure ends the process: here nothing is
 *   destroyed until it is open or has failed.
 */
export function guardGateway(
  pauseAfter: (failures: number) => number,
  notices: GatewayNotices,
): (manager: WebSocketManager) => IShardingStrategy {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const opening = watchOpenings(manager);
    let gate = createGate(pauseAfter);
    watchConnections(manager, notices);
    const retrieve = manager.options.retrieveSessionInfo;
    // A shard asks for its session before it connects, and again with every event; that is where it can be made to wait.
    manager.options.retrieveSessionInfo = async (shard) => {
      const status = (await strategy.fetchStatus()).get(shard);
      if (status === WebSocketShardStatus.Ready) gate.connected(shard);
      // A shard without a status was destroyed: it has woken up to connect once more.
      if (status === WebSocketShardStatus.Idle || status === undefined) {
        await gate.pass(shard);
        opening.begins(shard);
      }
      return retrieve(shard);
    };
    return {
      async spawn(shardIds) {
        // The library destroys once before it begins, so that each set of shards needs a gate of its own.
        gate = createGate(pauseAfter);
        await strategy.spawn(shardIds);
      },
      connect: () => strategy.connect(),
      send: (shardId, payload) => strategy.send(shardId, payload),
      fetchStatus: () => strategy.fetchStatus(),
      async destroy(options) {
        gate.close();
        await opening.over();
        await strategy.destroy(options);
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

/** Shards whose sockets are being opened: each becomes open or fails, at the latest after the library's 30 seconds. */
function watchOpenings(manager: WebSocketManager) {
  const open = new Set<number>();
  const waiting: (() => void)[] = [];
  const over = ({ shardId }: { shardId: number }): void => {
    open.delete(shardId);
    if (open.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  manager.on(WebSocketShardEvents.Hello, over);
  manager.on(WebSocketShardEvents.Closed, over);
  return {
    begins: (shard: number) => void open.add(shard),
    over: async (): Promise<void> => {
      if (open.size > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

/** What the library says before it closes a connection for a failure that it keeps to itself. */
const NETWORK_ERROR = 'due to a network error';

function watchConnections(manager: WebSocketManager, { onClosing, onLife }: GatewayNotices): void {
  const why = new Map<number, Omit<Closing, 'closed'>>();
  manager.on(WebSocketShardEvents.Error, ({ error, shardId }) => void why.set(shardId, { error }));
  manager.on(WebSocketShardEvents.Debug, ({ message, shardId }) => {
    if (message.includes(NETWORK_ERROR)) why.set(shardId, { network: true });
  });
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    onClosing(shardId, { closed: code, ...why.get(shardId) });
    why.delete(shardId);
  });
  const onSign = ({ shardId }: { shardId: number }): void => onLife(shardId);
  manager.on(WebSocketShardEvents.Ready, onSign);
  manager.on(WebSocketShardEvents.Resumed, onSign);
  manager.on(WebSocketShardEvents.HeartbeatComplete, onSign);
}
