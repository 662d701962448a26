import type { APIUser } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { GATEWAY } from '../rules/discord-limits.js';
import { accept, fields, optional, text } from '../rules/form.js';
import type { App, World } from '../world/world.js';
import { type Call, type Reply, type Route, route } from './router.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Flags of an application: which privileged intents are on, for fewer than 10,000 users. Source: resources/application. */
function applicationFlags(app: App): number {
  const presences = (app.privilegedIntents & (1 << 8)) === 0 ? 0 : 1 << 13;
  const members = (app.privilegedIntents & (1 << 1)) === 0 ? 0 : 1 << 15;
  const content = (app.privilegedIntents & (1 << 15)) === 0 ? 0 : 1 << 19;
  return presences | members | content;
}

/** An application as REST and READY carry it. Source: resources/application. */
export function applicationObject(app: App) {
  const guildInstall = app.installs.guild ? { '0': installParams(['applications.commands', 'bot']) } : {};
  const userInstall = app.installs.user ? { '1': installParams(['applications.commands']) } : {};
  return {
    id: app.id,
    name: app.name,
    description: app.description,
    icon: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(app),
    bot: app.user,
    team: null,
    summary: '',
    approximate_guild_count: 1,
    integration_types_config: { ...guildInstall, ...userInstall },
    redirect_uris: [],
    interactions_endpoint_url: null,
    tags: [],
  };
}

function installParams(scopes: readonly string[]) {
  return { oauth2_install_params: { scopes, permissions: '0' } };
}

function gatewayAddress(world: World): string {
  return `${world.origin.replace('http', 'ws')}/gateway`;
}

/** Where the gateway is. Sessions may begin at once: tests with several shards need not wait 5 s for each. */
function gatewayBot({ world, app }: Call): Reply {
  const body = {
    url: gatewayAddress(world),
    shards: 1,
    session_start_limit: {
      total: GATEWAY.identifiesPerDay,
      remaining: Math.max(0, GATEWAY.identifiesPerDay - app.identifies),
      reset_after: DAY_MS,
      max_concurrency: 16,
    },
  };
  return { status: 200, body };
}

function editMe({ app, body }: Call): Reply {
  const { username } = accept(
    fields<{ username?: string | null }>({ username: optional(text({ min: 2, max: 32 })) }),
    body,
  );
  if (typeof username === 'string') app.user.username = username;
  return { status: 200, body: app.user };
}

function editApplication({ app, body }: Call): Reply {
  const { description } = accept(
    fields<{ description?: string | null }>({ description: optional(text({ max: 400 })) }),
    body,
  );
  if (typeof description === 'string') app.description = description;
  return { status: 200, body: applicationObject(app) };
}

function userOf({ world, params }: Call): APIUser {
  const user = world.users.get(params['user'] ?? '');
  if (user === undefined) throw refusals.unknownUser();
  return user;
}

function guildsOf({ world, app }: Call): Reply {
  const guilds = app.installs.guild ? [...world.guilds.values()] : [];
  return {
    status: 200,
    body: guilds.map(({ id, name }) => ({ id, name, icon: null, owner: false, features: [] })),
  };
}

/** Who the bot is, and where its gateway is. */
export const applicationRoutes: readonly Route[] = [
  route('GET', '/gateway', 'gateway-bot', ({ world }) => ({
    status: 200,
    body: { url: gatewayAddress(world) },
  })),
  route('GET', '/gateway/bot', 'gateway-bot', gatewayBot),
  route('GET', '/users/@me', 'other', ({ app }) => ({ status: 200, body: app.user })),
  route('PATCH', '/users/@me', 'other', editMe),
  route('GET', '/users/@me/guilds', 'other', guildsOf),
  route('GET', '/users/:user', 'other', (call) => ({ status: 200, body: userOf(call) })),
  route('GET', '/applications/@me', 'application', ({ app }) => ({
    status: 200,
    body: applicationObject(app),
  })),
  route('PATCH', '/applications/@me', 'application', editApplication),
  route('GET', '/oauth2/applications/@me', 'application', ({ app }) => ({
    status: 200,
    body: applicationObject(app),
  })),
  route('GET', '/applications/:app/entitlements', 'other', () => ({ status: 200, body: [] })),
  route('GET', '/applications/:app/skus', 'other', () => ({ status: 200, body: [] })),
  route('GET', '/applications/:app/emojis', 'other', () => ({ status: 200, body: { items: [] } })),
];
