import {
  dismiss,
  getCommands,
  getMessages,
  getState,
  type InteractionRequest,
  type InteractionResult,
  interact,
  listen,
  say,
} from './api.js';
import { createChannelLog } from './channel-log.js';
import type { CommandData } from './command-line.js';
import { type Invocable, messageCommands, slashCommands } from './commands.js';
import { createComposer } from './composer.js';
import { byId } from './dom.js';
import { type MenuGroup, openMenu } from './menu.js';
import { messageText, noticeView } from './message-view.js';
import { openImageDialog, openModal } from './modal-view.js';
import {
  type Channel,
  type Command,
  compareIds,
  displayName,
  flag,
  hasFlag,
  type LocalEvent,
  type Message,
  type Modal,
  type State,
} from './model.js';
import { createPlaces } from './places.js';
import { closePopup } from './popup.js';
import { startTheme } from './theme.js';
import type { Actions, MessageStatus, ViewContext } from './view-context.js';
import { showWelcome } from './welcome.js';

const interactionFailed = 'This interaction failed';
const noAnswer = 'The application did not respond';
const toastMs = 3000;

/** How an interaction that this page started ends, where its end comes as an event. */
interface Waiting {
  fail: (text: string) => void;
  applicationId: string;
}

async function start(): Promise<void> {
  startTheme();
  const wanted = new URLSearchParams(location.search);
  let state = await firstState(wanted.get('user'));
  let channelId = firstChannel(state, wanted.get('channel'));
  let commands: Command[] = [];
  let invocables: Invocable[] = [];
  let stopListening = (): void => undefined;
  let visit = 0;
  const unread = new Set<string>();
  const drafts = new Map<string, string>();
  const waiting = new Map<string, Waiting>();
  const earlyFailures = new Map<string, string>();
  const earlyModals = new Map<string, { applicationId: string; modal: Modal }>();

  const channel = (): Channel | undefined => state.channels.find((one) => one.id === channelId);
  const draftKey = (): string => `${state.me.id} ${channelId}`;
  const base = (applicationId: string) => ({
    user: state.me.id,
    channel: channelId,
    application_id: applicationId,
  });
  const context = (status: MessageStatus): ViewContext => ({ state, now: new Date(), actions, status });

  let toastTimer: ReturnType<typeof setTimeout> | undefined;
  const toast = (text: string): void => {
    const element = byId('toast');
    element.textContent = text;
    element.hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => {
      element.hidden = true;
    }, toastMs);
  };

  const showModal = (applicationId: string, modal: Modal, messageId: string | undefined): void => {
    const app = state.apps.find((one) => one.id === applicationId);
    openModal({
      modal,
      appName: app?.name ?? 'the app',
      context: context({}),
      onClose: () => composer.focus(),
      submit: async (components) => {
        const data = { custom_id: modal.custom_id, components };
        const result = await interact({
          ...base(applicationId),
          type: 5,
          data,
          ...(messageId && { message_id: messageId }),
        });
        if (result.outcome === 'failed') throw new Error('Something went wrong. Try again.');
        watch(result, applicationId, undefined, (text) => toast(text));
      },
    });
  };

  // A failure or a form can be pushed before the answer that tells which interaction it belongs to.
  const watch = (
    result: InteractionResult,
    applicationId: string,
    messageId: string | undefined,
    fail: (text: string) => void,
  ): void => {
    const id = result.interaction_id;
    const failure =
      earlyFailures.get(id) ?? (result.outcome === 'failed' ? result.error || noAnswer : undefined);
    earlyFailures.delete(id);
    if (failure) return fail(failure);
    waiting.set(id, { fail, applicationId });
    if (result.outcome !== 'modal') return;
    const early = earlyModals.get(id);
    earlyModals.delete(id);
    if (early) showModal(early.applicationId, early.modal, messageId);
    else modalOrigins.set(id, messageId);
  };
  const modalOrigins = new Map<string, string | undefined>();

  const sendInteraction = async (
    request: InteractionRequest,
    messageId: string | undefined,
    fail: (text: string) => void,
  ): Promise<void> => {
    try {
      watch(await interact(request), request.application_id, messageId, fail);
    } catch (error) {
      fail(error instanceof Error ? error.message : noAnswer);
    }
  };

  const sendCommand = async (applicationId: string, data: CommandData, label: string): Promise<void> => {
    const who = displayName(state.me);
    const inChannel = channelId;
    const pending = noticeView(who, label, undefined, () => undefined);
    const slow = setTimeout(() => log.appendNotice(pending), 300);
    let failure: HTMLElement | undefined;
    await sendInteraction({ ...base(applicationId), type: 2, data }, undefined, (text) => {
      if (inChannel !== channelId) return;
      failure = noticeView(who, label, text, () => {
        failure?.remove();
        composer.focus();
      });
      log.appendNotice(failure);
    });
    clearTimeout(slow);
    pending.remove();
  };

  const actions: Actions = {
    async press(message, customId, componentType, values) {
      const applicationId =
        message.application_id ?? state.apps.find((app) => app.botUser.id === message.author.id)?.id;
      if (!applicationId) return;
      const chosen = new Map(log.status(message.id).chosen);
      if (values) chosen.set(customId, values);
      log.setStatus(message.id, { busy: customId, chosen });
      const data = { custom_id: customId, component_type: componentType, ...(values && { values }) };
      await sendInteraction(
        { ...base(applicationId), type: 3, data, message_id: message.id },
        message.id,
        () => {
          chosen.delete(customId);
          log.setStatus(message.id, { failure: interactionFailed, chosen });
        },
      );
      const { failure } = log.status(message.id);
      log.setStatus(message.id, { ...(failure && { failure }), chosen });
    },
    async dismiss(message) {
      await dismiss(state.me.id, message.id).catch(() => undefined);
      log.remove(message.id);
      composer.focus();
    },
    openMessageMenu: (message, anchor) => openMenu(anchor, 'Message', messageMenu(message)),
    openImage: openImageDialog,
    useCommand(name, id) {
      const found =
        invocables.find((one) => one.commandId === id && one.label === name) ??
        invocables.find((one) => one.label === name);
      if (found) composer.startCommand(found);
      else composer.setText(`/${name} `);
    },
    openChannel: (target) => void openChannel(target.id),
    showMessage: (id) => log.show(id),
  };

  const copy = async (text: string): Promise<void> => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    toast(done ? 'Copied' : 'The browser did not allow copying');
  };

  const messageMenu = (message: Message): MenuGroup[] => {
    const ephemeral = hasFlag(message, flag.ephemeral);
    const apps = messageCommands(commands, state).map((command) => ({
      label: command.name,
      icon: 'apps' as const,
      detail: command.app.name,
      run: () => {
        composer.focus();
        void sendCommand(
          command.app.id,
          { id: command.id, name: command.name, type: 3, target_id: message.id },
          command.name,
        );
      },
    }));
    const own: MenuGroup['entries'] = [
      { label: 'Copy text', icon: 'copy', run: () => void copy(messageText(message)) },
    ];
    if (ephemeral)
      own.push({ label: 'Dismiss message', icon: 'trash', run: () => void actions.dismiss(message) });
    else own.unshift({ label: 'Reply', icon: 'reply', run: () => composer.replyTo(message) });
    return [{ entries: own }, ephemeral ? { entries: [] } : { heading: 'Apps', entries: apps }];
  };

  const log = createChannelLog({
    scroller: byId('scroller'),
    log: byId('log'),
    context,
    openMenu: (message, anchor) => actions.openMessageMenu(message, anchor),
    leave: () => composer.focus(),
  });

  const composer = createComposer({
    commands: () => invocables,
    mentionable: () => [
      ...state.apps.map((app) => app.botUser),
      ...state.users.filter((user) => user.id !== state.me.id),
    ],
    async autocomplete(invocable, data, signal) {
      const result = await interact({ ...base(invocable.app.id), type: 4, data }, signal);
      return result.choices ?? [];
    },
    sendCommand: (invocable, data, label) => void sendCommand(invocable.app.id, data, label),
    async sendText(text, replyTo) {
      const inChannel = channelId;
      const message = await say(state.me.id, channelId, text, replyTo);
      if (inChannel === channelId) log.upsert(message);
    },
    leaveUp: () => log.focusNewest(),
  });

  const showPlace = (): void => {
    const current = channel();
    places.show(state, channelId, unread);
    if (!current) return;
    composer.setPlaceholder(`Message ${current.kind === 'dm' ? '@' : '#'}${current.name}`);
    showWelcome(state, current, invocables, messageCommands(commands, state), (one) =>
      composer.startCommand(one),
    );
  };

  const readCommands = async (): Promise<void> => {
    commands = await getCommands(state.me.id, channelId);
    invocables = slashCommands(commands, state);
    showPlace();
    composer.refresh();
  };

  const readMessages = async (): Promise<void> => {
    const now = visit;
    const messages = await getMessages(state.me.id, channelId);
    if (now === visit) log.replaceAll(messages);
  };

  const readState = async (): Promise<void> => {
    state = await getState(state.me.id);
    if (!channel()) channelId = firstChannel(state, null);
    showPlace();
  };

  const onMessage = (message: Message): void => {
    if (message.channel_id === channelId) log.upsert(message);
    else if (message.author.id !== state.me.id && !unread.has(message.channel_id)) {
      unread.add(message.channel_id);
      places.show(state, channelId, unread);
    }
  };

  const onModal = (id: string, applicationId: string, modal: Modal): void => {
    if (!modalOrigins.has(id)) earlyModals.set(id, { applicationId, modal });
    else showModal(applicationId, modal, modalOrigins.get(id));
    modalOrigins.delete(id);
  };

  const onFailure = (id: string, text: string): void => {
    const known = waiting.get(id);
    if (known) known.fail(text);
    else earlyFailures.set(id, text);
    waiting.delete(id);
  };

  const onEvent = (event: LocalEvent): void => {
    if (event.type === 'message' || event.type === 'message-update') onMessage(event.message);
    else if (event.type === 'message-delete') log.remove(event.id);
    else if (event.type === 'interaction-failed') onFailure(event.interaction_id, event.text);
    else if (event.type === 'modal') onModal(event.interaction_id, event.application_id, event.modal);
    else if (event.type === 'commands') void readCommands();
    else void readState().then(readCommands);
  };

  const readAll = async (): Promise<void> => {
    await readState();
    await Promise.all([readMessages(), readCommands()]);
  };

  const connect = (): void => {
    stopListening();
    stopListening = listen(state.me.id, {
      onEvent,
      onReconnect: () => void readAll(),
      onState: (connected) => {
        byId('connection').hidden = connected;
      },
    });
  };

  const keepAddress = (): void => {
    const query = new URLSearchParams({ user: state.me.username, channel: channelId });
    history.replaceState(null, '', `?${query}`);
  };

  const openChannel = async (id: string): Promise<void> => {
    drafts.set(draftKey(), composer.draft);
    visit += 1;
    channelId = id;
    unread.delete(id);
    keepAddress();
    closePopup();
    composer.draft = drafts.get(draftKey()) ?? '';
    await Promise.all([readMessages(), readCommands()]);
    composer.focus();
  };

  const openPerson = async (id: string): Promise<void> => {
    drafts.set(draftKey(), composer.draft);
    visit += 1;
    const wasWith = channel()?.with;
    state = await getState(id);
    const direct = wasWith ? state.channels.find((one) => one.with === wasWith)?.id : undefined;
    channelId = direct ?? firstChannel(state, channelId);
    unread.clear();
    keepAddress();
    connect();
    composer.draft = drafts.get(draftKey()) ?? '';
    await Promise.all([readMessages(), readCommands()]);
  };

  const places = createPlaces(
    (id) => void openChannel(id),
    (id) => void openPerson(id),
  );

  document.addEventListener('keydown', (event) => {
    const typing =
      event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ';
    if (!typing || document.querySelector('dialog[open], .popup')) return;
    if (
      document.activeElement &&
      document.activeElement !== document.body &&
      !document.activeElement.matches('article')
    )
      return;
    composer.focus();
  });

  connect();
  keepAddress();
  await Promise.all([readMessages(), readCommands()]);
  composer.focus();
  document.documentElement.dataset['ready'] = 'true';
}

/** The state of the person whom the address names (by id or user name), else of the first person. */
async function firstState(name: string | null): Promise<State> {
  const state = await getState(undefined);
  const wanted = state.users.find((user) => user.id === name || user.username === name);
  return wanted && wanted.id !== state.me.id ? getState(wanted.id) : state;
}

function firstChannel(state: State, wanted: string | null): string {
  const found =
    state.channels.find((one) => one.id === wanted) ?? state.channels.find((one) => one.kind === 'guild');
  return found?.id ?? [...state.channels].sort((a, b) => compareIds(a.id, b.id))[0]?.id ?? '';
}

start().catch((error: unknown) => {
  const box = byId('connection');
  box.textContent = `The page could not start: ${error instanceof Error ? error.message : String(error)}`;
  box.hidden = false;
});
