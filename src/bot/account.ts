/** What is kept about one interaction or message: in a log line and in counters. Never what was typed. */
export interface Account {
  readonly kind: 'slash' | 'autocomplete' | 'menu' | 'press' | 'chat' | 'unknown';
  /** such as `il32 alias`; only names that are registered */
  readonly command: string;
  readonly outcome: AccountOutcome;
  /** from receipt to the end of the answer */
  readonly ms: number;
  readonly shard: number;
  /** correlation id */
  readonly id: string;
}

/**
 * - `answered`, `refused`, `mistake`, `help`: how the answer came out
 * - `fault`: our bug · `limited`: asked too much
 * - `lost`: Discord took no answer · `unknown`: not something this bot offers
 */
export type AccountOutcome =
  | 'answered'
  | 'refused'
  | 'mistake'
  | 'help'
  | 'fault'
  | 'limited'
  | 'lost'
  | 'unknown';

/** Told of everything that was dealt with. */
export type Observe = (account: Account) => void;
