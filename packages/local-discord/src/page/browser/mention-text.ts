import { displayName, type User } from './page-model.js';

/** Turns `@name` of known users into Discord's `<@id>`, whatever the case; longer names win over shorter ones. */
export function withMentions(text: string, users: User[]): string {
  const byLength = [...users].sort((a, b) => displayName(b).length - displayName(a).length);
  return byLength.reduce((result, user) => {
    const name = displayName(user).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    return result.replace(new RegExp(`(?<=^|\\s)@${name}(?![\\p{L}\\p{N}_])`, 'giu'), `<@${user.id}>`);
  }, text);
}
