import { avatar } from './avatar.js';
import type { Invocable, MessageCommand } from './command-search.js';
import { byId, h } from './dom.js';
import { icon } from './icons.js';
import type { App, Channel, State } from './page-model.js';

function commandCard(invocable: Invocable, use: (invocable: Invocable) => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'command-card', onclick: () => use(invocable) },
    h('span', { class: 'command-card-name' }, `/${invocable.label}`),
    h('span', { class: 'command-card-detail' }, invocable.description),
  );
}

function appLine(app: App, menu: MessageCommand[]): HTMLElement {
  const names = menu.filter((command) => command.app.id === app.id).map((command) => command.name);
  const hint = names.length ? ` In a message’s menu: ${names.join(', ')}.` : '';
  return h(
    'div',
    { class: 'welcome-app' },
    avatar(app.botUser),
    h('div', {}, h('strong', {}, app.name), h('p', {}, app.online ? `Online.${hint}` : 'Not connected.')),
  );
}

function introduction(channel: Channel): string {
  return channel.kind === 'dm'
    ? 'Write to the app directly. Type / for its commands.'
    : 'Type / for the commands, @ to mention an app, or just write. Everything here stays on this computer.';
}

/** The beginning of a channel: what it is, who answers here, and the commands to start with. */
export function showWelcome(
  state: State,
  channel: Channel,
  commands: Invocable[],
  menu: MessageCommand[],
  use: (invocable: Invocable) => void,
): void {
  const apps = channel.with ? state.apps.filter((app) => app.id === channel.with) : state.apps;
  byId('welcome').replaceChildren(
    h('div', { class: 'welcome-icon' }, icon(channel.kind === 'dm' ? 'message' : 'hash')),
    h('h1', {}, channel.kind === 'dm' ? channel.name : `Welcome to #${channel.name}`),
    h('p', { class: 'welcome-text' }, introduction(channel)),
    ...apps.flatMap((app) => [
      appLine(app, menu),
      h(
        'div',
        { class: 'command-cards' },
        ...commands
          .filter((one) => one.app.id === app.id)
          .slice(0, 9)
          .map((one) => commandCard(one, use)),
      ),
    ]),
    apps.length ? '' : h('p', { class: 'welcome-text' }, 'No app has connected yet.'),
  );
}
