import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord.js';

/** A bot under test that runs. */
export interface RunningBot {
  stop(): unknown;
}

/** What every bot of these tests can do; each library says it in its own words. */
export const GREET = {
  name: 'greet',
  description: 'Greets somebody',
  options: [{ type: 3, name: 'who', description: 'Whom to greet', required: true }],
} as const;

/** One row with one button. */
export const AGAIN = [
  { type: 1, components: [{ type: 2, style: 1, label: 'Again', custom_id: 'again' }] },
] as const;

/** GUILDS, GUILD_MESSAGES and DIRECT_MESSAGES: content is read where the bot is mentioned. */
export const INTENTS = (1 << 0) | (1 << 9) | (1 << 12);

/**
 * The same for every library: it registers `/greet who`, answers `Hello WHO` with a button, edits that to
 * `Hello WHO, again`, follows up privately with `Just for you`; the button turns the message into `Pressed`; whoever
 * mentions it gets the reply `You called?`.
 */
export function describeBot(
  library: string,
  start: (discord: LocalDiscord, token: string) => Promise<RunningBot>,
): void {
  describe(`a bot written with ${library}`, () => {
    const token = `${Buffer.from('123456789012345678').toString('base64')}.its.own`;
    let discord: LocalDiscord;
    let bot: RunningBot;
    let botId: string;

    beforeAll(async () => {
      discord = await startLocalDiscord();
      botId = discord.addBot(token, { name: 'Greeter' }).id;
      const registered = discord.waitFor('commands', ({ appId }) => appId === botId);
      const ready = discord.waitFor('identify', ({ appId }) => appId === botId);
      [bot] = await Promise.all([start(discord, token), registered, ready]);
    });
    afterAll(async () => {
      await bot.stop();
      await discord.close();
    });

    it('is online and has registered its command', () => {
      expect(discord.state.bots.map(({ name, online }) => ({ name, online }))).toEqual([
        { name: 'Greeter', online: true },
      ]);
      expect(discord.state.bots[0]?.commands).toMatchObject([GREET]);
    });

    it('answers, edits its answer, follows up, and answers its button', async () => {
      const { people } = discord;
      const edited = discord.waitFor('edit');
      const followed = discord.waitFor('followup');
      const { message } = await people.run('ada', '/greet who:Ben');
      expect(message).toMatchObject({ content: 'Hello Ben', author: { id: botId } });
      expect((await edited).message.content).toBe('Hello Ben, again');
      const { message: further } = await followed;
      expect(further.content).toBe('Just for you');
      const seenBy = (who: string) => people.sees(who).map(({ content }) => content);
      expect(seenBy('ada')).toEqual(['Hello Ben, again', 'Just for you']);
      expect(seenBy('ben')).toEqual(['Hello Ben, again']);
      const pressed = await people.press('ben', message ?? '', 'again');
      expect(pressed).toMatchObject({ outcome: 'update', message: { content: 'Pressed', components: [] } });
    });

    it('posts a message when it is mentioned', async () => {
      const { people } = discord;
      const reply = discord.person('ada').nextMessage(({ author }) => author.id === botId);
      const question = await people.say('ben', 'are you there?', { mention: botId });
      expect(await reply).toMatchObject({
        content: 'You called?',
        message_reference: { message_id: question.id },
      });
    });
  });
}
