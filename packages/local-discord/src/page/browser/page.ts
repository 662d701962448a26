import { createChannelLog } from './channel-log.js';
import { createComposer } from './composer.js';
import { byId } from './dom.js';
import { openMessageMenu, sendInvocable, viewContext } from './page-actions.js';
import { getState, interact, say } from './page-client.js';
import type { State, User } from './page-model.js';
import { chooseChannel, type Page } from './page-parts.js';
import {
  connect,
  keepAddress,
  openChannel,
  openPerson,
  readChannel,
  restoreKeptDraft,
} from './page-reading.js';
import { createPlaces } from './places.js';
import { startTheme } from './theme.js';
import { createWaiting } from './waiting.js';

const noAnswer = 'The application did not respond';

function mentionable({ state }: Page): User[] {
  return [...state.apps.map((app) => app.botUser), ...state.users.filter((user) => user.id !== state.me.id)];
}

async function sendText(page: Page, text: string, replyTo: string | undefined): Promise<void> {
  const { visit } = page;
  page.log.follow();
  const message = await say(page.state.me.id, page.channelId, text, replyTo);
  if (visit === page.visit) page.log.upsert(message);
}

function assemble(state: State, channelId: string): Page {
  const page: Page = {
    state,
    channelId,
    commands: [],
    invocables: [],
    visit: 0,
    connected: true,
    stopListening: () => undefined,
    unread: new Set(),
    drafts: new Map(),
    waiting: createWaiting(noAnswer),
    log: createChannelLog({
      scroller: byId('scroller'),
      welcome: byId('welcome'),
      log: byId('log'),
      context: (status) => viewContext(page, status),
      openMenu: (message, anchor) => openMessageMenu(page, message, anchor),
      leave: () => page.composer.focus(),
    }),
    composer: createComposer({
      commands: () => page.invocables,
      mentionable: () => mentionable(page),
      async autocomplete({ app }, data, signal) {
        const request = { user: page.state.me.id, channel: page.channelId, application_id: app.id };
        return (await interact({ ...request, type: 4, data }, signal)).choices ?? [];
      },
      sendCommand: (invocable, data) => sendInvocable(page, invocable, data),
      sendText: (text, replyTo) => sendText(page, text, replyTo),
      leaveUp: () => page.log.focusNewest(),
    }),
    places: createPlaces(
      (id) => void openChannel(page, id),
      (id) => void openPerson(page, id),
    ),
  };
  return page;
}

/** The state of the person whom the address names (by id or user name), else of the first person. */
async function firstState(name: string | null): Promise<State> {
  const state = await getState(undefined);
  const wanted = state.users.find((user) => user.id === name || user.username === name);
  return wanted && wanted.id !== state.me.id ? getState(wanted.id) : state;
}

// A letter typed anywhere else goes into the composer, as people are used to from chats.
function catchTyping(page: Page): void {
  document.addEventListener('keydown', (event) => {
    const typing =
      event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const { activeElement } = document;
    const elsewhere = activeElement && activeElement !== document.body && !activeElement.matches('article');
    if (typing && !elsewhere && !document.querySelector('dialog[open], .popup')) page.composer.focus();
  });
}

async function start(): Promise<void> {
  startTheme();
  const address = new URLSearchParams(location.search);
  const state = await firstState(address.get('user'));
  const page = assemble(state, chooseChannel(state, address.get('channel')));
  connect(page);
  keepAddress(page);
  catchTyping(page);
  restoreKeptDraft(page);
  await readChannel(page);
  page.composer.focus();
  document.documentElement.dataset['ready'] = 'true';
}

start().catch((error: unknown) => {
  const box = byId('connection');
  box.textContent = `The page could not start: ${error instanceof Error ? error.message : String(error)}`;
  box.hidden = false;
});
