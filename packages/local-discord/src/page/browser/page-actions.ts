import { type Invocable, type MessageCommand, messageCommands } from './command-search.js';
import { type MenuEntry, type MenuGroup, openMenu } from './context-menu.js';
import { messageText } from './message-facts.js';
import { noticeView } from './message-view.js';
import { openImageDialog, openModal } from './modal-view.js';
import { dismiss, interact, react } from './page-client.js';
import { displayName, flag, hasFlag, type Message } from './page-model.js';
import type { Page } from './page-parts.js';
import { openChannel } from './page-reading.js';
import type { InteractionRequest } from './requests.js';
import { toast } from './toast.js';
import type { CommandData } from './typed-command.js';
import { type Actions, type MessageStatus, nameOfUser, type ViewContext } from './view-context.js';
import type { ModalRequest } from './waiting.js';

const interactionFailed = 'This interaction failed';
const somethingWrong = 'Something went wrong. Try again.';
const slowMs = 300;

function base(page: Page, applicationId: string) {
  return { user: page.state.me.id, channel: page.channelId, application_id: applicationId };
}

/** What the views of this page's messages need to know. */
export function viewContext(page: Page, status: MessageStatus): ViewContext {
  return { state: page.state, now: new Date(), actions: actionsOf(page), status };
}

async function send(page: Page, request: InteractionRequest, fail: (text: string) => void): Promise<void> {
  const open = (modal: ModalRequest): void => showModal(page, modal);
  try {
    page.waiting.answered(await interact(request), { fail, open });
  } catch (error) {
    fail(error instanceof Error ? error.message : somethingWrong);
  }
}

function showModal(page: Page, { interactionId, applicationId, modal }: ModalRequest): void {
  const app = page.state.apps.find((one) => one.id === applicationId);
  openModal({
    modal,
    appName: app?.name ?? 'the app',
    context: viewContext(page, {}),
    onClose: () => page.composer.focus(),
    async submit(components) {
      const data = { custom_id: modal.custom_id, components };
      const result = await interact({
        ...base(page, applicationId),
        type: 5,
        data,
        interaction_id: interactionId,
      });
      if (result.outcome === 'failed') throw new Error(somethingWrong);
      page.waiting.answered(result, { fail: toast, open: (next) => showModal(page, next) });
    },
  });
}

/** Sends a command and shows in the channel that it is on its way, or that it failed. */
export async function sendCommand(
  page: Page,
  applicationId: string,
  data: CommandData,
  label: string,
): Promise<void> {
  const who = displayName(page.state.me);
  const { visit } = page;
  page.log.follow();
  const pending = noticeView(who, label, undefined, () => undefined);
  const slow = setTimeout(() => page.log.appendNotice(pending), slowMs);
  await send(page, { ...base(page, applicationId), type: 2, data }, (text) => {
    if (visit !== page.visit) return;
    const notice = noticeView(who, label, text, () => {
      notice.remove();
      page.composer.focus();
    });
    page.log.appendNotice(notice);
  });
  clearTimeout(slow);
  pending.remove();
}

/** Sends a slash command that was typed. */
export function sendInvocable(page: Page, invocable: Invocable, data: CommandData): void {
  void sendCommand(page, invocable.app.id, data, `/${invocable.label}`);
}

async function press(
  page: Page,
  message: Message,
  key: string,
  type: number,
  values?: string[],
): Promise<void> {
  const { log, state } = page;
  const author = state.apps.find((app) => app.botUser.id === message.author.id);
  const applicationId = message.application_id ?? author?.id;
  if (!applicationId) return;
  const chosen = new Map(log.status(message.id).chosen);
  if (values) chosen.set(key, values);
  log.setStatus(message.id, { busy: key, chosen });
  const data = { custom_id: key, component_type: type, ...(values && { values }) };
  await send(page, { ...base(page, applicationId), type: 3, data, message_id: message.id }, () => {
    chosen.delete(key);
    log.setStatus(message.id, { failure: interactionFailed, chosen });
  });
  const { failure } = log.status(message.id);
  log.setStatus(message.id, { ...(failure && { failure }), chosen });
}

async function dismissMessage(page: Page, message: Message): Promise<void> {
  await dismiss(page.state.me.id, message.id).catch(() => undefined);
  page.log.remove(message.id);
  page.composer.focus();
}

async function reactTo(page: Page, message: Message, emoji: string, on: boolean): Promise<void> {
  await react(page.state.me.id, message.id, emoji, on).catch(() => toast(somethingWrong));
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast('Copied');
  } catch {
    toast('The browser did not allow copying');
  }
}

function appEntry(page: Page, message: Message, command: MessageCommand): MenuEntry {
  return {
    label: command.name,
    icon: 'apps',
    detail: command.app.name,
    run() {
      page.composer.focus();
      const data = { id: command.id, name: command.name, type: 3, target_id: message.id };
      void sendCommand(page, command.app.id, data, command.name);
    },
  };
}

function menuGroups(page: Page, message: Message): MenuGroup[] {
  const copyEntry: MenuEntry = {
    label: 'Copy text',
    icon: 'copy',
    run: () => void copy(messageText(message, (id) => nameOfUser(page.state, id))),
  };
  if (hasFlag(message, flag.ephemeral)) {
    const run = (): void => void dismissMessage(page, message);
    return [{ entries: [copyEntry, { label: 'Dismiss message', icon: 'trash', run }] }];
  }
  const reply: MenuEntry = { label: 'Reply', icon: 'reply', run: () => page.composer.replyTo(message) };
  const apps = messageCommands(page.commands, page.state).map((command) => appEntry(page, message, command));
  return [{ entries: [reply, copyEntry] }, { heading: 'Apps', entries: apps }];
}

/** Opens a message's menu: reply, copy, and the apps' message commands. */
export function openMessageMenu(page: Page, message: Message, anchor: HTMLElement): void {
  openMenu(anchor, 'Message', menuGroups(page, message));
}

function useCommand(page: Page, name: string, id: string): void {
  const same = page.invocables.filter((one) => one.label === name);
  const found = same.find((one) => one.commandId === id) ?? same[0];
  if (found) page.composer.startCommand(found);
  else page.composer.setText(`/${name} `);
}

function actionsOf(page: Page): Actions {
  return {
    press: (message, key, type, values) => void press(page, message, key, type, values),
    dismiss: (message) => void dismissMessage(page, message),
    react: (message, emoji, on) => void reactTo(page, message, emoji, on),
    openMessageMenu: (message, anchor) => openMessageMenu(page, message, anchor),
    openImage: openImageDialog,
    useCommand: (name, id) => useCommand(page, name, id),
    openChannel: (channel) => void openChannel(page, channel.id),
    showMessage: (id) => page.log.show(id),
  };
}
