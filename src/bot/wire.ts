import { DefaultRestOptions, REST, Routes } from 'discord.js';
import type { Outgoing } from './body.js';
import { type Callback, createCallback } from './callback.js';
import type { Head } from './payload.js';
import { LIBRARY_WAITS_FOR_NOTHING, type Transport } from './transport.js';

/** The requests that a bot of this kind makes. Each rejects with the library's errors. */
export interface Wire {
  /** The first answer to an interaction; one attempt, since the caller keeps the clock. */
  readonly callback: Callback;
  editOriginal(head: Head, message: Outgoing): Promise<void>;
  deleteOriginal(head: Head): Promise<void>;
  followUp(head: Head, message: Outgoing): Promise<void>;
  /** Posts into a channel; `nonce` makes a repeated request harmless. */
  post(channelId: string, message: Outgoing, nonce: string): Promise<void>;
  /** For everything that needs the bot's token. */
  readonly rest: REST;
}

/** How long requests may take. */
export interface WireTiming {
  /**
   * ms for one attempt at a first answer: late enough that a burst is not made worse by asking again, early enough that a second
   * attempt still fits into Discord's 3 seconds
   */
  readonly callbackMs: number;
  /** ms for one attempt at anything else */
  readonly requestMs: number;
}

export const WIRE_TIMING: WireTiming = { callbackMs: 2_400, requestMs: 10_000 };

/** Requests for one message, edit or list of commands. */
const TRIES = 3;
/** No wait for a rate limit is worth more: the interaction token would be dead. */
const PATIENCE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

/** Opens the way to the API at `api` (a base without a version). */
export function createWire(
  api: string,
  token: string,
  transport: Transport,
  timing: WireTiming = WIRE_TIMING,
): Wire {
  const rest = new REST({
    ...LIBRARY_WAITS_FOR_NOTHING,
    api,
    makeRequest: transport.sender({ tries: TRIES, timeout: timing.requestMs, patience: PATIENCE_MS }),
    // Each deferred interaction leaves a queue of its own behind; the library's hour lets thousands pile up.
    handlerSweepInterval: SWEEP_MS,
    invalidRequestWarningInterval: 100,
  }).setToken(token);
  // A retry or a wait inside the transport would outlive the interaction.
  const once = { tries: 1, timeout: timing.callbackMs, patience: 0 };
  return {
    rest,
    callback: createCallback(`${api}/v${DefaultRestOptions.version}`, transport, once),
    async editOriginal(head, { body, files }) {
      await rest.patch(Routes.webhookMessage(head.applicationId, head.token), { body, files, auth: false });
    },
    async deleteOriginal(head) {
      await rest.delete(Routes.webhookMessage(head.applicationId, head.token), { auth: false });
    },
    async followUp(head, { body, files }) {
      const once = { ...body, nonce: head.id, enforce_nonce: true };
      await rest.post(Routes.webhook(head.applicationId, head.token), { body: once, files, auth: false });
    },
    async post(channelId, { body, files }, nonce) {
      const once = { ...body, nonce, enforce_nonce: true };
      await rest.post(Routes.channelMessages(channelId), { body: once, files });
    },
  };
}
