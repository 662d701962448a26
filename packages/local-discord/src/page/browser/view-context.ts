import type { Channel, Message, State } from './page-model.js';

/** What a message's view asks the page to do. */
export interface Actions {
  press(message: Message, customId: string, componentType: number, values?: string[]): void;
  dismiss(message: Message): void;
  react(message: Message, emoji: string, on: boolean): void;
  openMessageMenu(message: Message, anchor: HTMLElement): void;
  openImage(source: string, alt: string): void;
  useCommand(name: string, id: string): void;
  openChannel(channel: Channel): void;
  showMessage(id: string): void;
}

/** The part of a message's look that is not in the message: what was pressed and what failed. */
export interface MessageStatus {
  busy?: string;
  failure?: string;
  /** Values that a select menu shows although the message does not carry them, by custom_id. */
  chosen?: ReadonlyMap<string, string[]>;
}

/** What the views need to know of the page around them. */
export interface ViewContext {
  state: State;
  now: Date;
  actions: Actions;
  status: MessageStatus;
}

/** The name that stands for a user's id in a mention. */
export function nameOfUser(state: State, id: string, message?: Message): string {
  const known = [...state.users, ...state.apps.map((app) => app.botUser), ...(message?.mentions ?? [])];
  const user = known.find((one) => one.id === id);
  return user ? user.global_name || user.username : 'unknown user';
}
