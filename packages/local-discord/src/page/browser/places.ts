import { avatar } from './avatar.js';
import { type MenuGroup, openMenu } from './context-menu.js';
import { byId, h, hiddenText } from './dom.js';
import { type IconName, icon } from './icons.js';
import { type Channel, displayName, type State, type User } from './page-model.js';

/** The choosers round the channel: which channel, which person. */
export interface Places {
  show(state: State, channelId: string, unread: ReadonlySet<string>): void;
}

interface Shown {
  state: State;
  channelId: string;
  unread: ReadonlySet<string>;
  onChannel: (id: string) => void;
  onPerson: (id: string) => void;
}

function channelIcon(channel: Channel | undefined): IconName {
  return channel?.kind === 'dm' ? 'message' : 'hash';
}

function presence(online: boolean): HTMLElement {
  return h('span', { class: online ? 'presence online' : 'presence' });
}

function navigationItem(channel: Channel, shown: Shown): HTMLElement {
  const app = shown.state.apps.find((one) => one.id === channel.with);
  const unread = shown.unread.has(channel.id);
  return h(
    'button',
    {
      type: 'button',
      class: unread ? 'place unread' : 'place',
      'aria-current': channel.id === shown.channelId ? 'page' : undefined,
      onclick: () => shown.onChannel(channel.id),
    },
    app
      ? h('span', { class: 'presence-box' }, avatar(app.botUser), presence(app.online))
      : icon(channelIcon(channel)),
    h('span', { class: 'place-name' }, channel.name),
    app && !app.online ? h('span', { class: 'place-note' }, 'offline') : null,
    unread ? h('span', { class: 'unread-dot', role: 'img', 'aria-label': 'new messages' }) : null,
  );
}

function channelGroups({ state, channelId, unread, onChannel }: Shown): MenuGroup[] {
  const entry = (channel: Channel) => ({
    label: channel.name,
    icon: channelIcon(channel),
    checked: channel.id === channelId,
    ...(unread.has(channel.id) && { detail: 'new' }),
    run: () => onChannel(channel.id),
  });
  const ofKind = (kind: Channel['kind']) =>
    state.channels.filter((channel) => channel.kind === kind).map(entry);
  return [
    { heading: state.guild.name, entries: ofKind('guild') },
    { heading: 'Direct messages', entries: ofKind('dm') },
  ];
}

function personGroups({ state, onPerson }: Shown): MenuGroup[] {
  const entry = (user: User) => ({
    label: displayName(user),
    picture: () => avatar(user),
    checked: user.id === state.me.id,
    run: () => onPerson(user.id),
  });
  return [{ heading: 'View this channel as', entries: state.users.map(entry) }];
}

function showSidebar(shown: Shown): void {
  const { channels, guild } = shown.state;
  const items = (kind: Channel['kind']): HTMLElement[] =>
    channels.filter((channel) => channel.kind === kind).map((channel) => navigationItem(channel, shown));
  byId('guild-name').textContent = guild.name;
  byId('room-list').replaceChildren(...items('guild'));
  const direct = items('dm');
  byId('direct-list').replaceChildren(...direct);
  byId('direct-heading').hidden = direct.length === 0;
}

function showHeader({ state, channelId, unread }: Shown): void {
  const channel = state.channels.find((one) => one.id === channelId);
  const name = channel?.name ?? '';
  const me = displayName(state.me);
  byId('channel-icon').replaceChildren(icon(channelIcon(channel)));
  byId('channel-name').textContent = name;
  byId('channel-button').replaceChildren(
    icon(channelIcon(channel)),
    h('span', { class: 'chooser-name' }, name),
    unread.size ? h('span', { class: 'unread-dot', role: 'img', 'aria-label': 'new messages' }) : '',
    hiddenText('choose a channel'),
    icon('chevron'),
  );
  byId('person-button').replaceChildren(
    avatar(state.me),
    h('span', { class: 'chooser-name' }, me),
    hiddenText('choose a person'),
    icon('chevron'),
  );
  document.title = channel
    ? `${channel.kind === 'dm' ? '@' : '#'}${name} · ${state.guild.name}`
    : state.guild.name;
}

/** Makes the choosers work; they call back with the id that was chosen. */
export function createPlaces(onChannel: (id: string) => void, onPerson: (id: string) => void): Places {
  let shown: Shown | undefined;
  const channelButton = byId('channel-button');
  const personButton = byId('person-button');
  channelButton.addEventListener('click', () => {
    if (shown) openMenu(channelButton, 'Channels', channelGroups(shown));
  });
  personButton.addEventListener('click', () => {
    if (shown) openMenu(personButton, 'People', personGroups(shown));
  });
  return {
    show(state, channelId, unread) {
      shown = { state, channelId, unread, onChannel, onPerson };
      showSidebar(shown);
      showHeader(shown);
    },
  };
}
