import type { IncomingFile } from '../world/compose-message.js';
import type { App, World } from '../world/world.js';

/** What a route is for: faults are injected by this name. */
export type RouteKind =
  | 'callback'
  | 'followup'
  | 'edit'
  | 'webhook'
  | 'message'
  | 'reaction'
  | 'gateway-bot'
  | 'commands'
  | 'application'
  | 'channel'
  | 'other';

/** A request that reached its route. */
export interface Call {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly IncomingFile[];
  /** The bot that calls; throws 401 when there is no valid token. */
  readonly app: App;
}

/** What a route answers; without a body: an empty answer. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** Does a route's work, or throws an ApiError. */
export type Handler = (call: Call) => Reply;

/** One route. `:name` in the path stands for one segment. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly kind: RouteKind;
  readonly handle: Handler;
}

/** Declares a route. */
export function route(method: string, path: string, kind: RouteKind, handle: Handler): Route {
  return { method, path, kind, handle };
}

interface Compiled extends Route {
  readonly segments: readonly string[];
}

/** A route that a request matches, with the values of its `:name` segments. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a request; 'method' when only the method is wrong. */
export type Router = (method: string, segments: readonly string[]) => Match | 'method' | undefined;

function matchOne(compiled: Compiled, segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (let index = 0; index < segments.length; index += 1) {
    const expected = compiled.segments[index] ?? '';
    const actual = segments[index] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = actual;
    else if (expected !== actual) return undefined;
  }
  return params;
}

/** Puts routes in order of their length, so that a request is compared with few of them. */
export function createRouter(routes: readonly Route[]): Router {
  const byLength = new Map<number, Compiled[]>();
  for (const each of routes) {
    const segments = each.path.split('/').slice(1);
    const group = byLength.get(segments.length) ?? [];
    group.push({ ...each, segments });
    byLength.set(segments.length, group);
  }
  return (method, segments) => {
    let sawPath = false;
    for (const compiled of byLength.get(segments.length) ?? []) {
      const params = matchOne(compiled, segments);
      if (params === undefined) continue;
      if (compiled.method === method) return { route: compiled, params };
      sawPath = true;
    }
    return sawPath ? 'method' : undefined;
  };
}
