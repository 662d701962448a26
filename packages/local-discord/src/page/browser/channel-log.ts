import { h, verticalStep } from './dom.js';
import { isContinuation } from './message-facts.js';
import { messageView } from './message-view.js';
import { compareIds, type Message } from './page-model.js';
import type { MessageStatus, ViewContext } from './view-context.js';

const shownMessages = 200;
const bottomTolerance = 48;
const flashMs = 1500;

export interface LogOptions {
  /** The scrolling element round the welcome and the log. */
  scroller: HTMLElement;
  welcome: HTMLElement;
  log: HTMLElement;
  context: (status: MessageStatus) => ViewContext;
  openMenu: (message: Message, anchor: HTMLElement) => void;
  /** Gives the focus back to the composer. */
  leave: () => void;
}

/** The messages of the channel that is shown, and their elements. */
export interface ChannelLog {
  replaceAll(messages: Message[]): void;
  /** Adds a message at its place, or draws it again where it is there already. */
  upsert(message: Message): void;
  remove(id: string): void;
  setStatus(id: string, status: MessageStatus): void;
  status(id: string): MessageStatus;
  /** Scrolls to the newest message and stays there: what one sends oneself is seen. */
  follow(): void;
  /** Puts a line of the page's own below the messages. */
  appendNotice(notice: HTMLElement): void;
  focusNewest(): void;
  /** Scrolls to a message and gives it the focus. */
  show(id: string): void;
}

interface Log extends LogOptions {
  messages: Message[];
  readonly statuses: Map<string, MessageStatus>;
  readonly notices: HTMLElement;
  /** Whether new messages keep the bottom in view: until the reader scrolls up. */
  pinned: boolean;
}

function elementOf({ log }: Log, id: string): HTMLElement | null {
  return log.querySelector(`[data-id="${CSS.escape(id)}"]`);
}

function articles({ log }: Log): HTMLElement[] {
  return [...log.querySelectorAll<HTMLElement>('article')];
}

function toBottom({ scroller, pinned }: Log): void {
  if (pinned) scroller.scrollTop = scroller.scrollHeight;
}

function follow(log: Log): void {
  log.pinned = true;
  toBottom(log);
}

function followScroll(log: Log): void {
  const { scroller } = log;
  let last = 0;
  scroller.addEventListener('scroll', () => {
    const distance = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Content that grows moves the bottom away as well; only the reader moves upwards.
    if (distance < bottomTolerance) log.pinned = true;
    else if (scroller.scrollTop < last) log.pinned = false;
    last = scroller.scrollTop;
  });
  const observer = new ResizeObserver(() => toBottom(log));
  for (const element of [scroller, log.welcome, log.log]) observer.observe(element);
}

function dayOf(message: Message): string {
  return new Date(message.timestamp).toDateString();
}

function dayDivider(message: Message): HTMLElement {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
  return h('div', { class: 'day' }, h('span', {}, format.format(new Date(message.timestamp))));
}

function startsDay(message: Message, previous: Message | undefined): boolean {
  return !previous || dayOf(previous) !== dayOf(message);
}

function draw(log: Log, index: number): HTMLElement[] {
  const message = log.messages[index];
  if (!message) return [];
  const previous = log.messages[index - 1];
  const newDay = startsDay(message, previous);
  const status = log.statuses.get(message.id) ?? {};
  const view = messageView(message, !newDay && isContinuation(message, previous), log.context(status));
  return newDay ? [dayDivider(message), view] : [view];
}

function setRoving(log: Log, target: HTMLElement | null | undefined): void {
  for (const other of log.log.querySelectorAll('article[tabindex="0"]')) other.setAttribute('tabindex', '-1');
  target?.setAttribute('tabindex', '0');
}

// Old messages that are drawn again are no news for a screen reader.
function redraw(log: Log): void {
  log.log.setAttribute('aria-live', 'off');
  log.log.replaceChildren(...log.messages.flatMap((_, index) => draw(log, index)), log.notices);
  setRoving(log, articles(log).at(-1));
  toBottom(log);
  requestAnimationFrame(() => log.log.setAttribute('aria-live', 'polite'));
}

function replaceKeepingFocus(before: HTMLElement, after: HTMLElement): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && before.contains(active) ? active.dataset['key'] : undefined;
  const hadFocus = before.contains(active);
  before.replaceWith(after);
  if (!hadFocus) return;
  const same = [...after.querySelectorAll<HTMLElement>('[data-key]')].find(
    (one) => one.dataset['key'] === key,
  );
  (same && !same.hasAttribute('disabled') ? same : after).focus({ preventScroll: true });
}

function redrawOne(log: Log, id: string): void {
  const index = log.messages.findIndex((message) => message.id === id);
  const old = elementOf(log, id);
  const view = draw(log, index).at(-1);
  if (!old || !view) return;
  view.tabIndex = old.tabIndex;
  replaceKeepingFocus(old, view);
  toBottom(log);
}

function removeElement(log: Log, id: string): void {
  const old = elementOf(log, id);
  if (old?.previousElementSibling?.matches('.day')) old.previousElementSibling.remove();
  old?.remove();
}

function trim(log: Log): void {
  const surplus = log.messages.splice(0, Math.max(0, log.messages.length - shownMessages));
  for (const message of surplus) removeElement(log, message.id);
  const first = log.messages[0];
  if (!surplus.length || !first) return;
  if (!elementOf(log, first.id)?.previousElementSibling) elementOf(log, first.id)?.before(dayDivider(first));
  redrawOne(log, first.id);
}

function append(log: Log, message: Message): void {
  log.messages.push(message);
  const nodes = draw(log, log.messages.length - 1);
  log.notices.before(...nodes);
  trim(log);
  if (!log.log.contains(document.activeElement)) setRoving(log, nodes.at(-1));
  toBottom(log);
}

function upsert(log: Log, message: Message): void {
  const index = log.messages.findIndex((one) => one.id === message.id);
  const newest = log.messages.at(-1);
  if (index >= 0) {
    log.messages[index] = message;
    redrawOne(log, message.id);
  } else if (!newest || compareIds(newest.id, message.id) < 0) append(log, message);
  else setMessages(log, [...log.messages, message]);
}

function setMessages(log: Log, messages: Message[]): void {
  log.messages = [...messages].sort((a, b) => compareIds(a.id, b.id)).slice(-shownMessages);
  redraw(log);
}

function remove(log: Log, id: string): void {
  const index = log.messages.findIndex((message) => message.id === id);
  const old = elementOf(log, id);
  if (index < 0 || !old) return;
  const hadFocus = old.contains(document.activeElement);
  const movesDay = old.previousElementSibling?.matches('.day') ?? false;
  log.messages.splice(index, 1);
  log.statuses.delete(id);
  removeElement(log, id);
  const next = log.messages[index];
  if (next && movesDay) redraw(log);
  else if (next) redrawOne(log, next.id);
  if (!log.log.querySelector('article[tabindex="0"]')) setRoving(log, articles(log).at(-1));
  if (hadFocus) log.leave();
}

function moveTo(log: Log, step: number, from: HTMLElement): void {
  const all = articles(log);
  const last = all.length - 1;
  const index = step === -Infinity ? 0 : step === Infinity ? last : all.indexOf(from) + step;
  const target = all[index];
  if (index > last) log.leave();
  if (!target) return;
  setRoving(log, target);
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

function onKey(log: Log, event: KeyboardEvent): void {
  const { target, key } = event;
  if (key === 'Escape') log.leave();
  if (!(target instanceof HTMLElement) || !target.matches('article')) return;
  const step = verticalStep(key);
  if (step !== undefined) moveTo(log, step, target);
  else if (key === 'Enter' || key === 'ContextMenu') target.querySelector<HTMLElement>('.more')?.click();
  else return;
  event.preventDefault();
}

function onContextMenu(log: Log, event: Event): void {
  if (!(event.target instanceof Element) || event.target.closest('a, img') || String(getSelection())) return;
  const article = event.target.closest<HTMLElement>('article[data-id]');
  const message = log.messages.find((one) => one.id === article?.dataset['id']);
  const anchor = article?.querySelector<HTMLElement>('.more');
  if (!message || !anchor) return;
  event.preventDefault();
  log.openMenu(message, anchor);
}

function show(log: Log, id: string): void {
  const target = elementOf(log, id);
  if (!target) return;
  setRoving(log, target);
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
  target.classList.add('flash');
  setTimeout(() => target.classList.remove('flash'), flashMs);
}

/** Makes the log work: draws messages, keeps the bottom in view, moves the focus with the arrow keys. */
export function createChannelLog(options: LogOptions): ChannelLog {
  const notices = h('div', { class: 'notices' });
  const log: Log = { ...options, messages: [], statuses: new Map(), notices, pinned: true };
  followScroll(log);
  log.log.addEventListener('focusin', (event) => {
    if (event.target instanceof Element) setRoving(log, event.target.closest<HTMLElement>('article'));
  });
  log.log.addEventListener('keydown', (event) => onKey(log, event));
  log.log.addEventListener('contextmenu', (event) => onContextMenu(log, event));
  return {
    replaceAll(messages) {
      log.pinned = true;
      notices.replaceChildren();
      setMessages(log, messages);
    },
    upsert: (message) => upsert(log, message),
    remove: (id) => remove(log, id),
    setStatus(id, status) {
      log.statuses.set(id, status);
      redrawOne(log, id);
    },
    status: (id) => log.statuses.get(id) ?? {},
    follow: () => follow(log),
    appendNotice(notice) {
      notices.append(notice);
      follow(log);
    },
    focusNewest() {
      const newest = articles(log).at(-1);
      if (newest) moveTo(log, Infinity, newest);
    },
    show: (id) => show(log, id),
  };
}
