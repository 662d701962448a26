import type { ChannelLog } from './channel-log.js';
import type { Invocable } from './command-search.js';
import type { Composer } from './composer.js';
import type { Channel, Command, State } from './page-model.js';
import type { Places } from './places.js';
import type { Waiting } from './waiting.js';

/** The page: who looks at which channel, and the parts that show it. */
export interface Page {
  state: State;
  channelId: string;
  commands: Command[];
  invocables: Invocable[];
  /** Counts channel and person changes, so that a late answer for the one before is dropped. */
  visit: number;
  stopListening: () => void;
  /** Whether the server is there: without it nobody is online. */
  connected: boolean;
  readonly unread: Set<string>;
  /** Unsent texts by person and channel. */
  readonly drafts: Map<string, string>;
  readonly waiting: Waiting;
  readonly log: ChannelLog;
  readonly composer: Composer;
  readonly places: Places;
}

/** The channel that is shown. */
export function currentChannel(page: Page): Channel | undefined {
  return page.state.channels.find((channel) => channel.id === page.channelId);
}

/** The channel with this id, else the first of the guild, else any; empty where there is none. */
export function chooseChannel(state: State, wanted: string | null): string {
  const { channels } = state;
  const found =
    channels.find((one) => one.id === wanted) ?? channels.find((one) => one.kind === 'guild') ?? channels[0];
  return found?.id ?? '';
}
