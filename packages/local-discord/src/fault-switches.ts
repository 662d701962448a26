import { armDispatch, armRest, type DispatchFault, type FaultState, type RestFault } from './faults.js';
import { closeReason } from './gateway/connection.js';
import { type Gateway, sendControl } from './gateway/gateway.js';
import type { Session } from './gateway/session.js';
import { CLOSE, OP } from './rules/gateway-rules.js';
import { deleteMessage, messageOf } from './world/message-store.js';
import { deleteChannel, ensureApp } from './world/state.js';
import type { World } from './world/world.js';

/** Everything that can be made to go wrong. Faults that strike connections take an application's id, or strike all. */
export interface Faults {
  /** The next matching request(s) fail, come late, or are done and then answered wrongly. */
  next(fault: RestFault): void;
  /** The next matching event(s) are lost, doubled or sent after their successor. */
  nextDispatch(fault: DispatchFault): void;
  /** New gateway connections are cut at once while this is on. */
  refuseConnections(on: boolean): void;
  /** Cuts connections without a close frame. */
  drop(appId?: string): void;
  /** Closes connections with a code such as 4000, 4004 or 4014. */
  disconnect(code: number, appId?: string): void;
  /** Op 7: asks the bot to reconnect and resume. */
  reconnect(appId?: string): void;
  /** Op 9: the session is invalid, resumable or not. */
  invalidateSession(resumable: boolean, appId?: string): void;
  /** Heartbeats are no longer acknowledged while this is on. */
  ignoreHeartbeats(on: boolean): void;
  /** What the next HELLO announces, in ms. */
  heartbeatEvery(ms: number): void;
  /** Guilds stand in READY but do not arrive while this is on; switching it off delivers them. */
  withholdGuilds(on: boolean): void;
  /** Identifying with one shard is closed with 4011 while this is on. */
  requireSharding(on: boolean): void;
  /** The token stops working: 401 on REST, and connections are closed with 4004. */
  revoke(token: string): void;
  /** The token works again. */
  restore(token: string): void;
  /** Privileged intents that stay switched on, as bits; identifying with others is closed with 4014. */
  allowPrivilegedIntents(token: string, bits: number): void;
  /** Bots may not send in a channel (50013); only ephemeral answers get through. */
  denySending(channelId: string, on?: boolean): void;
  /** Deletes a message behind the bot's back (10008). */
  deleteMessage(messageId: string): void;
  /** Deletes a channel behind the bot's back (10003). */
  deleteChannel(channelId: string): void;
  /** Sends a text frame as it is, malformed or not. */
  sendRaw(text: string, appId?: string): void;
  /** Sends an event with any data, with a proper sequence number. */
  sendEvent(event: string, data: unknown, appId?: string): void;
  /** Disarms everything that is armed or switched on; revoked tokens stay revoked. */
  clear(): void;
}

function close(session: Session, code: number): void {
  session.socket?.close(code, closeReason(code));
}

type Of<Names extends keyof Faults> = Pick<Faults, Names>;

/** What strikes connections that stand. */
function connectionFaults(
  gateway: Gateway,
): Of<'drop' | 'disconnect' | 'reconnect' | 'invalidateSession' | 'sendRaw' | 'sendEvent'> {
  const each = (appId: string | undefined, strike: (session: Session) => void): void =>
    gateway.connected(appId).forEach(strike);
  return {
    drop: (appId) => each(appId, (session) => session.socket?.terminate()),
    disconnect: (code, appId) => each(appId, (session) => close(session, code)),
    reconnect: (appId) => each(appId, (session) => sendControl(session, OP.reconnect, null)),
    invalidateSession: (resumable, appId) =>
      each(appId, (session) => {
        sendControl(session, OP.invalidSession, resumable);
        if (!resumable) gateway.end(session);
      }),
    sendRaw: gateway.sendRaw,
    sendEvent: (event, data, appId) =>
      each(appId, (session) => gateway.dispatch(session, event, JSON.stringify(data) ?? 'null')),
  };
}

/** What stays so until it is switched off. */
function switches(
  state: FaultState,
  gateway: Gateway,
): Of<'refuseConnections' | 'ignoreHeartbeats' | 'heartbeatEvery' | 'withholdGuilds' | 'requireSharding'> {
  return {
    refuseConnections: (on) => {
      state.refuseConnections = on;
    },
    ignoreHeartbeats: (on) => {
      state.ackHeartbeats = !on;
    },
    heartbeatEvery: (ms) => {
      state.heartbeatMs = ms;
    },
    withholdGuilds: (on) => {
      const wasOn = state.withholdGuilds;
      state.withholdGuilds = on;
      if (wasOn && !on) for (const session of gateway.connected()) gateway.deliverGuilds(session);
    },
    requireSharding: (on) => {
      state.requireSharding = on;
    },
  };
}

/** What becomes of a bot's token. */
function tokenFaults(world: World, gateway: Gateway): Of<'revoke' | 'restore' | 'allowPrivilegedIntents'> {
  return {
    revoke: (token) => {
      const app = ensureApp(world, token);
      app.revoked = true;
      for (const session of gateway.connected(app.id)) close(session, CLOSE.authenticationFailed);
    },
    restore: (token) => {
      ensureApp(world, token).revoked = false;
    },
    allowPrivilegedIntents: (token, bits) => {
      ensureApp(world, token).privilegedIntents = bits;
    },
  };
}

/** What happens behind a bot's back. */
function placeFaults(world: World): Of<'denySending' | 'deleteMessage' | 'deleteChannel'> {
  return {
    denySending: (channelId, on = true) => {
      if (on) world.muted.add(channelId);
      else world.muted.delete(channelId);
    },
    deleteMessage: (messageId) => deleteMessage(world, messageOf(world, messageId)),
    deleteChannel: (channelId) => deleteChannel(world, channelId),
  };
}

function clear(world: World, state: FaultState): void {
  state.rest.length = 0;
  state.dispatches.length = 0;
  state.refuseConnections = false;
  state.ackHeartbeats = true;
  state.withholdGuilds = false;
  state.requireSharding = false;
  world.muted.clear();
}

/** The fault switchboard of one server. */
export function createFaults(world: World, state: FaultState, gateway: Gateway): Faults {
  return {
    next: (fault) => armRest(state, fault),
    nextDispatch: (fault) => armDispatch(state, fault),
    ...switches(state, gateway),
    ...connectionFaults(gateway),
    ...tokenFaults(world, gateway),
    ...placeFaults(world),
    clear: () => clear(world, state),
  };
}
