import type { RouteKind } from './rest/router.js';

/** A fault of a REST route. */
export interface RestFault {
  /** The kind of route, or a pattern on `METHOD /path`. */
  readonly route: RouteKind | RegExp;
  /** The status to answer; left out, the real answer is sent (late, when there is a delay). */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long to wait before answering, in ms. */
  readonly delayMs?: number;
  /** Does what was asked, and only then answers wrongly or late. */
  readonly afterProcessing?: boolean;
  /** Cuts the connection instead of answering. */
  readonly cut?: boolean;
  /** How often; default once. */
  readonly times?: number;
}

/** A fault of the events that the gateway sends. */
export interface DispatchFault {
  /** Which event, such as INTERACTION_CREATE; default: any. */
  readonly event?: string;
  /** Never send it, send it twice, or send it after the next one. */
  readonly action: 'drop' | 'duplicate' | 'reorder';
  readonly times?: number;
}

interface Armed<T> {
  readonly fault: T;
  left: number;
}

/** Takes the first armed fault that suits and counts it down. */
function take<T>(armed: Armed<T>[], suits: (fault: T) => boolean): T | undefined {
  const index = armed.findIndex(({ fault }) => suits(fault));
  const found = armed[index];
  if (found === undefined) return undefined;
  found.left -= 1;
  if (found.left <= 0) armed.splice(index, 1);
  return found.fault;
}

/** Which faults are armed; the REST and the gateway ask here. */
export interface FaultState {
  readonly rest: Armed<RestFault>[];
  readonly dispatches: Armed<DispatchFault>[];
  refuseConnections: boolean;
  ackHeartbeats: boolean;
  withholdGuilds: boolean;
  heartbeatMs: number;
  /** Shards are required: identifying without one is closed with 4011. */
  requireSharding: boolean;
}

/** No faults. */
export function createFaultState(heartbeatMs: number): FaultState {
  return {
    rest: [],
    dispatches: [],
    refuseConnections: false,
    ackHeartbeats: true,
    withholdGuilds: false,
    heartbeatMs,
    requireSharding: false,
  };
}

/** Arms a fault of the REST. */
export function armRest(state: FaultState, fault: RestFault): void {
  state.rest.push({ fault, left: fault.times ?? 1 });
}

/** Arms a fault of the events. */
export function armDispatch(state: FaultState, fault: DispatchFault): void {
  state.dispatches.push({ fault, left: fault.times ?? 1 });
}

/** The fault that strikes a request, if any; it is used up by that. */
export function restFault(
  state: FaultState,
  kind: RouteKind,
  method: string,
  path: string,
): RestFault | undefined {
  if (state.rest.length === 0) return undefined;
  return take(state.rest, ({ route }) =>
    typeof route === 'string' ? route === kind : route.test(`${method} ${path}`),
  );
}

/** The fault that strikes an event, if any; it is used up by that. */
export function dispatchFault(state: FaultState, event: string): DispatchFault | undefined {
  if (state.dispatches.length === 0) return undefined;
  return take(state.dispatches, (fault) => fault.event === undefined || fault.event === event);
}
