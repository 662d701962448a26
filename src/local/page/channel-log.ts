import { h, verticalStep } from './dom.js';
import { isContinuation, messageView } from './message-view.js';
import { compareIds, type Message } from './model.js';
import type { MessageStatus, ViewContext } from './view-context.js';

const shownMessages = 200;
const bottomTolerance = 48;

export interface LogOptions {
  /** The scrolling element round the log. */
  scroller: HTMLElement;
  log: HTMLElement;
  context: (status: MessageStatus) => ViewContext;
  openMenu: (message: Message, anchor: HTMLElement) => void;
  leave: () => void;
}

/** The messages of the channel that is shown, and their elements. */
export interface ChannelLog {
  replaceAll(messages: Message[]): void;
  upsert(message: Message): void;
  remove(id: string): void;
  setStatus(id: string, status: MessageStatus): void;
  status(id: string): MessageStatus;
  find(id: string): Message | undefined;
  appendNotice(notice: HTMLElement): void;
  focusNewest(): void;
  show(id: string): void;
  redraw(): void;
}

function dayKey(message: Message): string {
  return new Date(message.timestamp).toDateString();
}

function dayDivider(message: Message): HTMLElement {
  const text = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(new Date(message.timestamp));
  return h('div', { class: 'day', role: 'separator', 'aria-label': text }, h('span', {}, text));
}

function keepFocus(before: HTMLElement, after: HTMLElement): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !before.contains(active)) return;
  const key = active.dataset['key'];
  before.replaceWith(after);
  const same = [...after.querySelectorAll<HTMLElement>('[data-key]')].find(
    (one) => one.dataset['key'] === key,
  );
  (same && !same.hasAttribute('disabled') ? same : after).focus({ preventScroll: true });
}

/** Makes the log work: draws messages, keeps the scroll at the bottom, moves the focus with the arrow keys. */
export function createChannelLog({ scroller, log, context, openMenu, leave }: LogOptions): ChannelLog {
  let messages: Message[] = [];
  const statuses = new Map<string, MessageStatus>();
  const notices = h('div', { class: 'notices' });
  let pinned = true;

  const element = (id: string): HTMLElement | null => log.querySelector(`[data-id="${id}"]`);
  const toBottom = (): void => {
    if (pinned) scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    pinned = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < bottomTolerance;
  });
  new ResizeObserver(toBottom).observe(log);
  new ResizeObserver(toBottom).observe(scroller);

  const draw = (message: Message, previous: Message | undefined): HTMLElement => {
    const newDay = !previous || dayKey(previous) !== dayKey(message);
    const view = messageView(
      message,
      !newDay && isContinuation(message, previous),
      context(statuses.get(message.id) ?? {}),
    );
    view.classList.toggle('new-day', newDay);
    return view;
  };

  const setRoving = (target: HTMLElement | null): void => {
    for (const other of log.querySelectorAll('article[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    target?.setAttribute('tabindex', '0');
  };
  const articles = (): HTMLElement[] => [...log.querySelectorAll<HTMLElement>('article')];

  const redraw = (): void => {
    const nodes = messages.flatMap((message, index) => {
      const previous = messages[index - 1];
      const view = draw(message, previous);
      return view.classList.contains('new-day') ? [dayDivider(message), view] : [view];
    });
    log.replaceChildren(...nodes, notices);
    setRoving(articles().at(-1) ?? null);
    toBottom();
  };

  // Old messages that are read again are no news for a screen reader.
  const quietly = (change: () => void): void => {
    log.setAttribute('aria-live', 'off');
    change();
    requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
  };

  const redrawOne = (id: string): void => {
    const index = messages.findIndex((message) => message.id === id);
    const message = messages[index];
    const old = element(id);
    if (!message || !old) return;
    const view = draw(message, messages[index - 1]);
    view.tabIndex = old.tabIndex;
    keepFocus(old, view);
    if (old.isConnected) old.replaceWith(view);
    toBottom();
  };

  const removeElement = (id: string): void => {
    const old = element(id);
    if (old?.previousElementSibling?.matches('.day')) old.previousElementSibling.remove();
    old?.remove();
  };

  const redrawFirst = (): void => {
    const first = messages[0];
    if (!first) return;
    if (!element(first.id)?.previousElementSibling) element(first.id)?.before(dayDivider(first));
    redrawOne(first.id);
  };

  const trim = (): void => {
    if (messages.length <= shownMessages) return;
    for (const message of messages.splice(0, messages.length - shownMessages)) removeElement(message.id);
    redrawFirst();
  };

  const append = (message: Message): void => {
    const previous = messages.at(-1);
    messages.push(message);
    const view = draw(message, previous);
    if (view.classList.contains('new-day')) notices.before(dayDivider(message));
    notices.before(view);
    trim();
    if (!log.contains(document.activeElement)) setRoving(view);
    toBottom();
  };

  const isLast = (message: Message): boolean => {
    const last = messages.at(-1);
    return !last || compareIds(last.id, message.id) < 0;
  };

  const moveTo = (step: number, from: HTMLElement): void => {
    const all = articles();
    const index = all.indexOf(from);
    const target = step === -Infinity ? all[0] : step === Infinity ? all.at(-1) : all[index + step];
    if (!target && step === 1) leave();
    if (!target) return;
    setRoving(target);
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  };

  log.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement) setRoving(event.target.closest('article'));
  });
  log.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    if (event.key === 'Escape') return leave();
    if (!event.target.matches('article')) return;
    const step = verticalStep(event.key);
    if (step !== undefined) moveTo(step, event.target);
    else if (event.key === 'Enter' || event.key === 'ContextMenu')
      event.target.querySelector<HTMLElement>('.more')?.click();
    else return;
    event.preventDefault();
  });
  log.addEventListener('contextmenu', (event) => {
    if (
      !(event.target instanceof HTMLElement) ||
      event.target.closest('a, img, .popup') ||
      String(getSelection())
    )
      return;
    const article = event.target.closest<HTMLElement>('article[data-id]');
    const message = messages.find((one) => one.id === article?.dataset['id']);
    const anchor = article?.querySelector<HTMLElement>('.more');
    if (!message || !anchor) return;
    event.preventDefault();
    openMenu(message, anchor);
  });

  return {
    redraw: () => quietly(redraw),
    replaceAll(all) {
      messages = [...all].sort((a, b) => compareIds(a.id, b.id)).slice(-shownMessages);
      pinned = true;
      notices.replaceChildren();
      quietly(redraw);
    },
    upsert(message) {
      const index = messages.findIndex((one) => one.id === message.id);
      if (index >= 0) {
        messages[index] = message;
        redrawOne(message.id);
      } else if (isLast(message)) append(message);
      else {
        messages = [...messages, message].sort((a, b) => compareIds(a.id, b.id)).slice(-shownMessages);
        redraw();
      }
    },
    remove(id) {
      const index = messages.findIndex((message) => message.id === id);
      const old = element(id);
      if (index < 0 || !old) return;
      const hadFocus = old.contains(document.activeElement);
      messages.splice(index, 1);
      statuses.delete(id);
      const next = messages[index];
      if (old.classList.contains('new-day') && next && dayKey(next) === dayKey(messages[index - 1] ?? next))
        redraw();
      else removeElement(id);
      if (next) redrawOne(next.id);
      if (hadFocus) leave();
    },
    setStatus(id, status) {
      statuses.set(id, status);
      redrawOne(id);
    },
    status: (id) => statuses.get(id) ?? {},
    find: (id) => messages.find((message) => message.id === id),
    appendNotice(notice) {
      notices.append(notice);
      pinned = true;
      toBottom();
    },
    focusNewest() {
      const newest = articles().at(-1);
      if (newest) moveTo(Infinity, newest);
    },
    show(id) {
      const target = element(id);
      if (!target) return;
      setRoving(target);
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
      target.classList.add('flash');
      setTimeout(() => target.classList.remove('flash'), 1500);
    },
  };
}
