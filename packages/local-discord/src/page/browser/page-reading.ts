import { messageCommands, slashCommands } from './command-search.js';
import { byId } from './dom.js';
import { getCommands, getMessages, getState, listen } from './page-client.js';
import type { LocalEvent, Message } from './page-model.js';
import { chooseChannel, currentChannel, type Page } from './page-parts.js';
import { closePopup } from './popup.js';
import { showWelcome } from './welcome.js';

/** Draws the channels and people; nobody is online while the server is away. */
function showPlaces({ places, state, channelId, unread, connected }: Page): void {
  const apps = connected ? state.apps : state.apps.map((app) => ({ ...app, online: false }));
  places.show({ ...state, apps }, channelId, unread);
}

function showPlace(page: Page): void {
  const { state, composer, invocables, commands } = page;
  const channel = currentChannel(page);
  showPlaces(page);
  if (!channel) return;
  composer.setPlaceholder(`Message ${channel.kind === 'dm' ? '@' : '#'}${channel.name}`);
  showWelcome(state, channel, invocables, messageCommands(commands, state), (one) =>
    composer.startCommand(one),
  );
}

async function readCommands(page: Page): Promise<void> {
  const { visit } = page;
  const commands = await getCommands(page.state.me.id, page.channelId);
  if (visit !== page.visit) return;
  page.commands = commands;
  page.invocables = slashCommands(commands, page.state);
  showPlace(page);
  page.composer.refresh();
}

async function readMessages(page: Page): Promise<void> {
  const { visit } = page;
  const messages = await getMessages(page.state.me.id, page.channelId);
  if (visit === page.visit) page.log.replaceAll(messages);
}

async function readState(page: Page): Promise<void> {
  const { visit } = page;
  const state = await getState(page.state.me.id);
  if (visit !== page.visit) return;
  page.state = state;
  if (!currentChannel(page)) page.channelId = chooseChannel(state, null);
  showPlace(page);
}

/** Reads the channel's messages and commands. */
export async function readChannel(page: Page): Promise<void> {
  await Promise.all([readMessages(page), readCommands(page)]);
}

function onMessage(page: Page, message: Message): void {
  if (message.channel_id === page.channelId) page.log.upsert(message);
  else if (message.author.id !== page.state.me.id && !page.unread.has(message.channel_id)) {
    page.unread.add(message.channel_id);
    showPlaces(page);
  }
}

function onEvent(page: Page, event: LocalEvent): void {
  switch (event.type) {
    case 'message':
    case 'message-update':
      onMessage(page, event.message);
      break;
    case 'message-delete':
      page.log.remove(event.id);
      break;
    case 'interaction-failed':
      page.waiting.failed(event.interaction_id, event.text);
      break;
    case 'modal':
      page.waiting.modal({
        interactionId: event.interaction_id,
        applicationId: event.application_id,
        modal: event.modal,
      });
      break;
    case 'commands':
      void readCommands(page);
      break;
    case 'state':
      void readState(page).then(() => readCommands(page));
  }
}

const keptDraft = 'draft';

/** Brings back the text that was unsent when the page had to load itself anew. */
export function restoreKeptDraft(page: Page): void {
  const draft = sessionStorage.getItem(keptDraft);
  sessionStorage.removeItem(keptDraft);
  if (draft) page.composer.restore(draft);
}

/** Listens to what happens, for the page's person; after a break everything is read again. */
export function connect(page: Page): void {
  page.stopListening();
  page.stopListening = listen(page.state.me.id, {
    onEvent: (event) => onEvent(page, event),
    onReconnect: () => void readState(page).then(() => readChannel(page)),
    onState: (connected) => {
      byId('connection').hidden = connected;
      page.connected = connected;
      showPlaces(page);
    },
    onForgotten() {
      sessionStorage.setItem(keptDraft, page.composer.draft());
      location.reload();
    },
  });
}

/** Keeps person and channel in the address, so that a reload comes back to them. */
export function keepAddress(page: Page): void {
  const query = new URLSearchParams({ user: page.state.me.username, channel: page.channelId });
  history.replaceState(null, '', `?${query}`);
}

function draftKey(page: Page): string {
  return `${page.state.me.id} ${page.channelId}`;
}

async function changePlace(page: Page, change: () => Promise<void> | void): Promise<void> {
  page.drafts.set(draftKey(page), page.composer.draft());
  page.visit += 1;
  const { visit } = page;
  closePopup();
  await change();
  if (visit !== page.visit) return;
  keepAddress(page);
  page.composer.restore(page.drafts.get(draftKey(page)) ?? '');
  await readChannel(page);
}

/** Shows another channel. */
export async function openChannel(page: Page, id: string): Promise<void> {
  await changePlace(page, () => {
    page.channelId = id;
    page.unread.delete(id);
  });
  page.composer.focus();
}

/** Looks through another person's eyes, in the same channel or the DM with the same app. */
export async function openPerson(page: Page, id: string): Promise<void> {
  await changePlace(page, async () => {
    const { visit } = page;
    const app = currentChannel(page)?.with;
    const state = await getState(id);
    if (visit !== page.visit) return;
    const direct = app ? state.channels.find((channel) => channel.with === app) : undefined;
    page.state = state;
    page.channelId = direct?.id ?? chooseChannel(state, page.channelId);
    page.unread.clear();
    connect(page);
  });
}
