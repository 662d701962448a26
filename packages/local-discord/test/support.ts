import { WebSocket } from 'ws';
import { z } from 'zod';
import type { LocalDiscord } from '../src/local-discord.js';

/** The User-Agent of a well-behaved bot. */
export const USER_AGENT = 'DiscordBot (https://example.org, 1.0.0)';

/** What REST answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A bot without a library: it says exactly what a test wants it to say. */
export interface RawBot {
  readonly appId: string;
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  form(method: string, path: string, form: FormData): Promise<Answer>;
}

const made = z.object({
  id: z.string(),
  attachments: z.array(z.looseObject({ id: z.string(), url: z.string() })).default([]),
  embeds: z.array(z.object({ image: z.object({ url: z.string() }).optional() })).default([]),
});

/** What was made: a command or a message. Throws when the answer has no id. */
export function madeBy({ body }: Answer): z.infer<typeof made> {
  return made.parse(body);
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body, headers: response.headers };
}

export function rawBot(discord: LocalDiscord, token = 'raw-token'): RawBot {
  const { id: appId } = discord.addBot(token);
  const base = { 'user-agent': USER_AGENT, authorization: `Bot ${token}` };
  return {
    appId,
    request: async (method, path, body, headers = {}) => {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
      return answerOf(
        await fetch(`${discord.apiUrl}/v10${path}`, {
          method,
          headers: { ...base, ...type, ...headers },
          ...content,
        }),
      );
    },
    form: async (method, path, form) =>
      answerOf(await fetch(`${discord.apiUrl}/v10${path}`, { method, headers: base, body: form })),
  };
}

/** A frame of the gateway. */
export interface Frame {
  readonly op: number;
  readonly d: unknown;
  readonly s: number | null;
  readonly t: string | null;
}

/** A gateway connection without a library. */
export interface RawGateway {
  send(op: number, d: unknown): void;
  sendText(text: string): void;
  /** The next frame that suits; earlier ones are passed over. */
  next(suits?: (frame: Frame) => boolean): Promise<Frame>;
  event(name: string): Promise<Frame>;
  readonly frames: readonly Frame[];
  readonly closed: Promise<number>;
  close(code?: number): void;
}

export async function rawGateway(discord: LocalDiscord, query = 'v=10&encoding=json'): Promise<RawGateway> {
  const socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway?${query}`);
  const frames: Frame[] = [];
  const waiting: { suits: (frame: Frame) => boolean; resolve: (frame: Frame) => void }[] = [];
  let read = 0;
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    frames.push(frame);
    const index = waiting.findIndex(({ suits }) => suits(frame));
    const [waiter] = index < 0 ? [] : waiting.splice(index, 1);
    if (waiter === undefined) return;
    read = frames.length;
    waiter.resolve(frame);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('error', () => socket.terminate());
  const next = (suits: (frame: Frame) => boolean = () => true): Promise<Frame> => {
    for (let index = read; index < frames.length; index += 1) {
      const frame = frames[index];
      if (frame === undefined || !suits(frame)) continue;
      read = index + 1;
      return Promise.resolve(frame);
    }
    return new Promise((resolve) => waiting.push({ suits, resolve }));
  };
  return {
    frames,
    closed,
    next,
    event: (name) => next(({ t }) => t === name),
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    sendText: (text) => socket.send(text),
    close: (code = 1000) => socket.close(code),
  };
}

/** An IDENTIFY. */
export function identify(token: string, intents = 0, shard?: readonly [number, number]): object {
  return {
    token,
    intents,
    properties: { os: 'linux', browser: 'test', device: 'test' },
    ...(shard ? { shard } : {}),
  };
}

/** A logged-in raw connection, past READY. */
export async function connected(
  discord: LocalDiscord,
  token = 'raw-token',
  intents = 0,
  shard?: readonly [number, number],
) {
  const gateway = await rawGateway(discord);
  await gateway.next(({ op }) => op === 10);
  gateway.send(2, identify(token, intents, shard));
  const ready = await gateway.event('READY');
  return { gateway, ready };
}
