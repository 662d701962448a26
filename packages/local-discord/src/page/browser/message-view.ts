import { avatar } from './avatar.js';
import { componentView } from './component-view.js';
import { h, hiddenText } from './dom.js';
import { embedView, isUsedByEmbed } from './embed-view.js';
import { icon } from './icons.js';
import { markdownView } from './markdown-view.js';
import { attachmentView } from './media-view.js';
import { commandName, messageText } from './message-facts.js';
import { displayName, flag, hasFlag, type Message } from './page-model.js';
import { clock, messageTime, timestampText } from './time.js';
import { nameOfUser, type ViewContext } from './view-context.js';

function articleName(message: Message, context: ViewContext): string {
  const words = hasFlag(message, flag.loading)
    ? 'is thinking'
    : messageText(message, (id) => nameOfUser(context.state, id))
        .replace(/\s+/g, ' ')
        .trim();
  const text = words.length > 180 ? `${words.slice(0, 180)}…` : words;
  const privacy = hasFlag(message, flag.ephemeral) ? ', only you can see this' : '';
  return `${displayName(message.author)}, ${messageTime(new Date(message.timestamp), context.now)}${privacy}: ${text}`;
}

function usedLine(message: Message): HTMLElement | null {
  const name = commandName(message);
  const user = message.interaction_metadata?.user ?? message.interaction?.user;
  if (!name || !user) return null;
  return h(
    'div',
    { class: 'lead-line' },
    avatar(user),
    h('span', { class: 'lead-name' }, displayName(user)),
    ' used ',
    h('span', { class: 'lead-command' }, name),
  );
}

function replyLine(message: Message, context: ViewContext): HTMLElement | null {
  const target = message.referenced_message;
  if (!target) return null;
  const text =
    messageText(target, (id) => nameOfUser(context.state, id))
      .replace(/\s+/g, ' ')
      .trim() || 'Press to see the message';
  return h(
    'button',
    {
      type: 'button',
      class: 'lead-line reply-line',
      'aria-label': `Reply to ${displayName(target.author)}`,
      onclick: () => context.actions.showMessage(target.id),
    },
    avatar(target.author),
    h('span', { class: 'lead-name' }, displayName(target.author)),
    h('span', { class: 'lead-text' }, text),
  );
}

function heading(message: Message, context: ViewContext): HTMLElement {
  const date = new Date(message.timestamp);
  return h(
    'div',
    { class: 'message-heading' },
    h('span', { class: message.author.bot ? 'author app-author' : 'author' }, displayName(message.author)),
    message.author.bot && h('span', { class: 'app-tag' }, 'APP'),
    h(
      'time',
      { datetime: date.toISOString(), title: timestampText(date, 'F', context.now) },
      messageTime(date, context.now),
    ),
  );
}

function gutter(message: Message, compact: boolean): HTMLElement {
  if (!compact) return avatar(message.author);
  return h('time', { class: 'gutter-time', 'aria-hidden': 'true' }, clock(new Date(message.timestamp)));
}

function thinking(message: Message): HTMLElement {
  const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  return h('div', { class: 'thinking' }, dots, `${displayName(message.author)} is thinking…`);
}

function contentView(message: Message, context: ViewContext): HTMLElement | null {
  const view = message.content ? markdownView(message.content, context) : null;
  if (!message.edited_timestamp || hasFlag(message, flag.loading)) return view;
  const edited = h(
    'span',
    { class: 'edited', title: timestampText(new Date(message.edited_timestamp), 'F', context.now) },
    '(edited)',
  );
  if (!view) return h('div', { class: 'markdown' }, edited);
  const last = view.lastElementChild;
  (last?.matches('p') ? last : view).append(' ', edited);
  return view;
}

function ephemeralNote(message: Message, context: ViewContext): HTMLElement {
  return h(
    'div',
    { class: 'ephemeral-note' },
    icon('eye'),
    h('span', {}, 'Only you can see this'),
    h('span', { 'aria-hidden': 'true' }, '·'),
    h(
      'button',
      {
        type: 'button',
        class: 'text-button',
        'data-key': 'dismiss',
        onclick: () => context.actions.dismiss(message),
      },
      'Dismiss message',
    ),
  );
}

function failureNote(text: string): HTMLElement {
  return h('div', { class: 'failure', role: 'alert' }, icon('warning'), text);
}

function moreButton(message: Message, context: ViewContext): HTMLElement {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'more',
      'aria-label': 'More',
      title: 'More',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-key': 'more',
      onclick: () => context.actions.openMessageMenu(message, button),
    },
    icon('more'),
  );
  return button;
}

function reactionsView(message: Message, context: ViewContext): HTMLElement | null {
  if (!message.reactions?.length) return null;
  const chips = message.reactions.map(({ emoji, count, me }) => {
    const name = emoji.name ?? '';
    return h(
      'button',
      {
        type: 'button',
        class: 'reaction',
        'aria-pressed': String(me),
        'aria-label': `${name}, ${count} ${count === 1 ? 'reaction' : 'reactions'}`,
        'data-key': `reaction:${name}`,
        onclick: () => context.actions.react(message, name, !me),
      },
      h('span', { 'aria-hidden': 'true' }, name),
      h('span', { 'aria-hidden': 'true' }, String(count)),
    );
  });
  return h('div', { class: 'reactions' }, ...chips);
}

function bodyParts(message: Message, context: ViewContext): (Node | null)[] {
  if (hasFlag(message, flag.loading)) return [thinking(message)];
  const attachments = hasFlag(message, flag.componentsV2)
    ? []
    : message.attachments.filter((one) => !isUsedByEmbed(one, message.embeds));
  return [
    contentView(message, context),
    ...attachments.map((attachment) => attachmentView(attachment, context)),
    ...message.embeds.map((embed) => embedView(embed, message.attachments, context)),
    ...(message.components ?? []).map((component) => componentView(component, message, context)),
    reactionsView(message, context),
  ];
}

function isMentioned(message: Message, context: ViewContext): boolean {
  return message.mentions.some((user) => user.id === context.state.me.id);
}

function classes(message: Message, compact: boolean, context: ViewContext): string {
  return [
    'message',
    compact && 'compact',
    hasFlag(message, flag.ephemeral) && 'ephemeral',
    isMentioned(message, context) && message.author.id !== context.state.me.id && 'mentioned',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A message as an article that can take the focus. `compact` leaves out picture and name, for grouped messages. */
export function messageView(message: Message, compact: boolean, context: ViewContext): HTMLElement {
  const { failure } = context.status;
  return h(
    'article',
    {
      class: classes(message, compact, context),
      id: `message-${message.id}`,
      'aria-label': articleName(message, context),
      tabindex: -1,
      'data-id': message.id,
    },
    usedLine(message) ?? replyLine(message, context),
    gutter(message, compact),
    h(
      'div',
      { class: 'message-body' },
      compact ? hiddenText(displayName(message.author)) : heading(message, context),
      moreButton(message, context),
      ...bodyParts(message, context),
      failure ? failureNote(failure) : null,
      hasFlag(message, flag.ephemeral) ? ephemeralNote(message, context) : null,
    ),
  );
}

/** A local line in the channel, for a command that is on its way or was not answered. */
export function noticeView(
  who: string,
  command: string,
  failure: string | undefined,
  onDismiss: () => void,
): HTMLElement {
  const name = failure ? `${command} failed: ${failure}` : `Sending ${command}`;
  return h(
    'article',
    { class: failure ? 'notice failed' : 'notice', 'aria-label': name, tabindex: -1 },
    h(
      'div',
      { class: 'lead-line' },
      h('span', { class: 'lead-name' }, who),
      ' used ',
      h('span', { class: 'lead-command' }, command),
    ),
    failure
      ? h(
          'div',
          { class: 'message-body' },
          failureNote(failure),
          h(
            'div',
            { class: 'ephemeral-note' },
            icon('eye'),
            h('span', {}, 'Only you can see this'),
            h('span', { 'aria-hidden': 'true' }, '·'),
            h('button', { type: 'button', class: 'text-button', onclick: onDismiss }, 'Dismiss message'),
          ),
        )
      : h(
          'div',
          { class: 'message-body thinking' },
          h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
          'Sending command…',
        ),
  );
}
