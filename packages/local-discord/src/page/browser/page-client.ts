import type { Command, LocalEvent, Message, State } from './page-model.js';
import type { InteractionRequest, InteractionResult } from './requests.js';

/** The server said no; the message is its own sentence for people. */
export class RefusedError extends Error {}

// The answers come from the server that this page was loaded from and share its types, so they are not checked again.
/** Nobody is there: what the browser says of it is not for people. */
function noServer(): never {
  throw new Error('The local Discord does not answer. Is it still running?');
}

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return response.status === 204 ? JSON.parse('null') : response.json();
  const body: { message?: string } = await response.json().catch(() => ({}));
  throw new RefusedError(body.message ?? `The server answered ${response.status}`);
}

function get<T>(path: string, query: Record<string, string>): Promise<T> {
  return fetch(`${path}?${new URLSearchParams(query)}`).then((response) => read<T>(response), noServer);
}

const headers = { 'Content-Type': 'application/json', 'X-Local-Page': '1' };

function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const request = { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) };
  return fetch(path, request).then((response) => read<T>(response), noServer);
}

/** What this person sees of the place; without an id, the first person. */
export function getState(user: string | undefined): Promise<State> {
  return get('/local/state', user ? { user } : {});
}

/** The newest 200 messages of a channel, the oldest first. */
export async function getMessages(user: string, channel: string): Promise<Message[]> {
  return (await get<{ messages: Message[] }>('/local/messages', { user, channel })).messages;
}

/** Every command that can be used in the channel. */
export async function getCommands(user: string, channel: string): Promise<Command[]> {
  return (await get<{ commands: Command[] }>('/local/commands', { user, channel })).commands;
}

/** Starts an interaction; resolves with the app's first answer or its failure. Throws RefusedError for a bad request. */
export function interact(request: InteractionRequest, signal?: AbortSignal): Promise<InteractionResult> {
  return post('/local/interactions', request, signal);
}

/** Writes a message. */
export function say(
  user: string,
  channel: string,
  content: string,
  replyTo: string | undefined,
): Promise<Message> {
  return post('/local/messages', { user, channel, content, ...(replyTo && { reply_to: replyTo }) });
}

/** Reacts to a message or takes the reaction back. */
export function react(user: string, message: string, emoji: string, on: boolean): Promise<object> {
  return post('/local/reactions', { user, message, emoji, on });
}

/** Takes an ephemeral message away from its owner's view. */
export async function dismiss(user: string, message: string): Promise<void> {
  const response = await fetch(`/local/messages/${message}?${new URLSearchParams({ user })}`, {
    method: 'DELETE',
    headers,
  });
  await read(response);
}

export interface EventHandlers {
  onEvent: (event: LocalEvent) => void;
  /** After every connection but the first: what was missed has to be read again. */
  onReconnect: () => void;
  onState: (connected: boolean) => void;
  /** The server is there again but does not know this person: it was started anew. */
  onForgotten: () => void;
}

const retryMs = 1500;

/** Listens to the server for one person, connecting again by itself. Returns the function that stops it. */
export function listen(user: string, handlers: EventHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let connectedBefore = false;
  let stopped = false;
  const connect = (): void => {
    if (stopped) return;
    source = new EventSource(`/local/events?${new URLSearchParams({ user })}`);
    source.onopen = () => {
      handlers.onState(true);
      if (connectedBefore) handlers.onReconnect();
      connectedBefore = true;
    };
    source.onmessage = (event: MessageEvent<string>) => handlers.onEvent(JSON.parse(event.data));
    source.onerror = () => {
      source?.close();
      handlers.onState(false);
      retryLater();
    };
  };
  const retry = (): void => {
    getState(user).then(connect, (error: unknown) => {
      if (stopped) return;
      if (error instanceof RefusedError) handlers.onForgotten();
      else retryLater();
    });
  };
  const retryLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(retry, retryMs);
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
