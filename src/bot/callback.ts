import {
  DefaultUserAgent,
  DiscordAPIError,
  HTTPError,
  type InteractionResponseType,
  RateLimitError,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Outgoing } from './body.js';
import { encode } from './encode.js';
import type { Head } from './payload.js';
import type { Answer } from './send.js';
import type { Persistence, Transport } from './transport.js';

/** Sends the first answer to an interaction. Rejects with the library's errors. */
export type Callback = (
  head: Head,
  type: InteractionResponseType,
  message: Partial<Outgoing>,
) => Promise<void>;

const METHOD = 'POST';
/** A limit is taken to last so much longer than said, in ms, as the library takes it. */
const LIMIT_GRACE_MS = 50;

/**
 * The one request that every interaction needs, without the library's queues and limits: these do not apply to it
 * (interactions/receiving-and-responding), and with a stream and an abort signal for each request they cost 0.3 ms of processor time.
 * @param api a base with a version
 */
export function createCallback(api: string, transport: Transport, persistence: Persistence): Callback {
  const { pathname } = new URL(api);
  return async ({ id, token }, type, { body, files = [] }) => {
    const route = Routes.interactionCallback(id, token);
    const sent = encode(body === undefined ? { type } : { type, data: body }, files);
    const answer = await transport.ask(
      {
        method: METHOD,
        path: pathname + route,
        headers: { 'content-type': sent.type, 'user-agent': DefaultUserAgent },
        body: sent.body,
      },
      persistence,
    );
    if (answer.status >= 400) throw await errorOf(answer, api + route);
  };
}

const refused = z.looseObject({ code: z.number().catch(0), message: z.string().catch('') });

/** The error that the library throws for such an answer. */
async function errorOf(answer: Answer, url: string): Promise<Error> {
  const { status, headers } = answer;
  if (status >= 500) return new HTTPError(status, '', METHOD, url, {});
  if (status === 429) return limited(Number(headers.get('retry-after')) * 1_000 + LIMIT_GRACE_MS, url);
  const { data = { code: 0, message: '' } } = refused.safeParse(readJson(await answer.text()));
  return new DiscordAPIError(data, data.code, status, METHOD, url, {});
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param retryAfter ms */
function limited(retryAfter: number, url: string): RateLimitError {
  return new RateLimitError({
    retryAfter,
    method: METHOD,
    url,
    route: '/interactions/:id/:token/callback',
    timeToReset: retryAfter,
    limit: Number.POSITIVE_INFINITY,
    hash: '',
    majorParameter: '',
    global: false,
    sublimitTimeout: 0,
    scope: 'user',
  });
}
