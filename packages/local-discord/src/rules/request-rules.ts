const USER_AGENT = /^DiscordBot \(\S+, \S+\)|^node$/;

/**
 * Whether a User-Agent has the form `DiscordBot (url, version)`, or is the one that Node sends when a library sets none:
 * Oceanic.js 1.15 leaves it so, and Discord takes it. Source: reference, "User Agent".
 */
export function isBotUserAgent(value: string | undefined): boolean {
  return value !== undefined && USER_AGENT.test(value);
}

/** The token of an `Authorization: Bot …` header; undefined when it has another form. */
export function botToken(header: string | undefined): string | undefined {
  return /^Bot (\S+)$/.exec(header ?? '')?.[1];
}

/** The token of an IDENTIFY or RESUME: discordeno puts `Bot ` before it there too, and Discord takes it. */
export function gatewayToken(token: string): string {
  return token.replace(/^Bot /, '');
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
