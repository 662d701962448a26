const USER_AGENT = /^DiscordBot \(\S+, \S+\)/;

/** Whether a User-Agent has the form `DiscordBot (url, version)`. Source: reference, "User Agent". */
export function isBotUserAgent(value: string | undefined): boolean {
  return value !== undefined && USER_AGENT.test(value);
}

/** The token of an `Authorization: Bot …` header; undefined when it has another form. */
export function botToken(header: string | undefined): string | undefined {
  return /^Bot (\S+)$/.exec(header ?? '')?.[1];
}

/** An uploaded file's name as Discord keeps it: no path, no odd characters. */
export function safeFilename(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const kept = base
    .normalize('NFC')
    .replace(/\s+/g, '_')
    .replace(/[^\p{L}\p{N}._-]/gu, '')
    .replace(/^\.+/, '');
  return kept.slice(-200) || 'file';
}
