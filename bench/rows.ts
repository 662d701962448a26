import { digits, table } from './figures.js';

/** Something measured of both bots. */
export interface Row {
  readonly what: string;
  readonly bare: number;
  readonly ours: number;
  readonly unit: string;
  readonly goal: string;
  readonly met: boolean;
}

export type Pair<T> = readonly [bare: T, ours: T];

/** A row with its goal: the ratio to the bare bot, at most, or at least where `more` is better. */
export function row(what: string, [bare, ours]: Pair<number>, unit: string, goal: number, more = false): Row {
  const ratio = ours / bare;
  return {
    what,
    bare,
    ours,
    unit,
    goal: `${more ? '≥' : '≤'} ${goal}`,
    met: more ? ratio >= goal : ratio <= goal,
  };
}

/** Rows as a table in Markdown. */
export function compared(rows: readonly Row[]): string {
  return table(
    ['measured', 'bare discord.js bot', 'this bot', 'ratio', 'goal', ''],
    rows.map(({ what, bare, ours, unit, goal, met }) => [
      what,
      `${digits(bare)} ${unit}`,
      `${digits(ours)} ${unit}`,
      (ours / bare).toFixed(2),
      goal,
      met ? 'met' : '**missed**',
    ]),
  );
}
