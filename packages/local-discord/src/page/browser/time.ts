const day = 86_400_000;

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** "14:05" in the reader's own way of writing it. */
export function clock(date: Date, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
}

/** The time in a message's heading: the clock today, "Yesterday at 14:05", else the date and the clock. */
export function messageTime(date: Date, now: Date, locale?: string): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / day);
  if (days === 0) return clock(date, locale);
  if (days === 1) return `Yesterday at ${clock(date, locale)}`;
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(date)}, ${clock(date, locale)}`;
}

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * day],
  ['month', 30.44 * day],
  ['day', day],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** "3 days ago", "in 2 hours": the largest unit that fits at least once. */
export function relativeTime(date: Date, now: Date, locale?: string): string {
  const difference = date.getTime() - now.getTime();
  const [unit, length] = units.find(([, ms]) => Math.abs(difference) >= ms) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    Math.round(difference / length),
    unit,
  );
}

/** The text of `<t:seconds:style>` (Discord: reference, timestamp styles; the default style is `f`). */
export function timestampText(date: Date, style: string | undefined, now: Date, locale?: string): string {
  if (style === 'R') return relativeTime(date, now, locale);
  return new Intl.DateTimeFormat(locale, styles[style ?? 'f'] ?? styles['f']).format(date);
}

/** "12 KB", "1.4 MB": a file's size for people; 1 KB is 1,024 bytes, as Discord counts. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
