import { avatar } from './avatar.js';
import { byId, h } from './dom.js';
import { type IconName, icon } from './icons.js';
import { type Channel, displayName, type State } from './model.js';

/** The choosers round the channel: which channel, which person. */
export interface Places {
  show(state: State, channelId: string, unread: ReadonlySet<string>): void;
}

function selectById(id: string): HTMLSelectElement {
  const element = byId(id);
  if (!(element instanceof HTMLSelectElement)) throw new Error(`"${id}" is no select`);
  return element;
}

function channelIcon(channel: Channel): IconName {
  return channel.kind === 'dm' ? 'message' : 'hash';
}

function navigationItem(
  channel: Channel,
  state: State,
  current: boolean,
  unread: boolean,
  open: () => void,
): HTMLElement {
  const app = state.apps.find((one) => one.id === channel.with);
  return h(
    'button',
    {
      type: 'button',
      class: unread ? 'place unread' : 'place',
      'aria-current': current ? 'page' : undefined,
      onclick: open,
    },
    app
      ? h(
          'span',
          { class: 'presence-box' },
          avatar(app.botUser),
          h('span', { class: app.online ? 'presence online' : 'presence' }),
        )
      : icon(channelIcon(channel)),
    h('span', { class: 'place-name' }, channel.name),
    app && !app.online ? h('span', { class: 'place-note' }, 'offline') : null,
    unread ? h('span', { class: 'unread-dot', role: 'img', 'aria-label': 'new messages' }) : null,
  );
}

function option(value: string, text: string): HTMLOptionElement {
  const element = h('option', { value }, text);
  return element;
}

function fillSelect(select: HTMLSelectElement, options: HTMLElement[], value: string): void {
  select.replaceChildren(...options);
  select.value = value;
}

function group(label: string, channels: Channel[], unread: ReadonlySet<string>): HTMLElement | null {
  if (!channels.length) return null;
  const options = channels.map((channel) =>
    option(
      channel.id,
      `${channel.kind === 'dm' ? '@' : '#'} ${channel.name}${unread.has(channel.id) ? ' •' : ''}`,
    ),
  );
  return h('optgroup', { label }, ...options);
}

/** Makes the choosers work; they call back with the id that was chosen. */
export function createPlaces(onChannel: (id: string) => void, onPerson: (id: string) => void): Places {
  const channelSelect = selectById('channel-select');
  const personSelect = selectById('person-select');
  channelSelect.addEventListener('change', () => onChannel(channelSelect.value));
  personSelect.addEventListener('change', () => onPerson(personSelect.value));
  return {
    show(state, channelId, unread) {
      const rooms = state.channels.filter((channel) => channel.kind === 'guild');
      const direct = state.channels.filter((channel) => channel.kind === 'dm');
      const items = (channels: Channel[]): HTMLElement[] =>
        channels.map((one) =>
          navigationItem(one, state, one.id === channelId, unread.has(one.id), () => onChannel(one.id)),
        );
      byId('guild-name').textContent = state.guild.name;
      byId('room-list').replaceChildren(...items(rooms));
      byId('direct-list').replaceChildren(...items(direct));
      byId('direct-heading').hidden = direct.length === 0;
      const groups = [group(state.guild.name, rooms, unread), group('Direct messages', direct, unread)];
      fillSelect(
        channelSelect,
        groups.filter((one) => one !== null),
        channelId,
      );
      fillSelect(
        personSelect,
        state.users.map((user) => option(user.id, displayName(user))),
        state.me.id,
      );
      byId('person-picture').replaceChildren(avatar(state.me));
      const channel = state.channels.find((one) => one.id === channelId);
      byId('channel-icon').replaceChildren(icon(channel ? channelIcon(channel) : 'hash'));
      byId('channel-name').textContent = channel?.name ?? '';
      document.title = channel
        ? `${channel.kind === 'dm' ? '@' : '#'}${channel.name} · ${state.guild.name}`
        : state.guild.name;
    },
  };
}
