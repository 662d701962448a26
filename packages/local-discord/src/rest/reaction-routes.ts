import { refusals } from '../rules/api-error.js';
import { checkEmoji, react, reactedWith } from '../world/reaction-store.js';
import { storedOf } from './channel-routes.js';
import { type Call, type Reply, type Route, route } from './router.js';

function ownReaction(on: boolean): (call: Call) => Reply {
  return (call) => {
    const stored = storedOf(call);
    if (on && call.world.muted.has(stored.message.channel_id)) throw refusals.missingPermissions();
    react(call.world, stored, call.app.user.id, call.params['emoji'] ?? '', on);
    return { status: 204 };
  };
}

function whoReacted(call: Call): Reply {
  const stored = storedOf(call);
  const emoji = call.params['emoji'] ?? '';
  checkEmoji(emoji);
  return { status: 200, body: reactedWith(stored, emoji).flatMap((id) => call.world.users.get(id) ?? []) };
}

/** Others' reactions: bots here have no right to manage messages. */
function refuseOthers(call: Call): Reply {
  storedOf(call);
  throw refusals.missingPermissions();
}

const base = '/channels/:channel/messages/:message/reactions';

/** Reactions to messages. Source: resources/message. */
export const reactionRoutes: readonly Route[] = [
  route('PUT', `${base}/:emoji/@me`, 'reaction', ownReaction(true)),
  route('DELETE', `${base}/:emoji/@me`, 'reaction', ownReaction(false)),
  route('GET', `${base}/:emoji`, 'reaction', whoReacted),
  route('DELETE', `${base}/:emoji/:user`, 'reaction', refuseOthers),
  route('DELETE', `${base}/:emoji`, 'reaction', refuseOthers),
  route('DELETE', base, 'reaction', refuseOthers),
];
