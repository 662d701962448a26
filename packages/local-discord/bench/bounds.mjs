// What hostile bots and messages cost: `npm run bench -w local-discord`. Time to the answer, and memory before and after.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startLocalDiscord } from '../dist/local-discord.js';

const discord = await startLocalDiscord();
const HEADERS = {
  'user-agent': 'DiscordBot (https://example.org, 1.0.0)',
  'content-type': 'application/json',
};
const messages = `/channels/${discord.channelId}/messages`;

/** @returns {Promise<[number, number, any]>} ms, status, body */
async function send(method, path, body, token = 'bench') {
  const started = performance.now();
  const headers = { ...HEADERS, authorization: `Bot ${token}` };
  const response = await fetch(`${discord.apiUrl}/v10${path}`, { method, headers, body: body ?? null });
  const answer = await response.json();
  return [performance.now() - started, response.status, answer];
}

/** What is held once connections have closed: client and server share this process. */
async function memory() {
  await pause(300);
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

async function times(count, work) {
  const took = [];
  for (let index = 0; index < count; index += 1) took.push(await work(index));
  return took;
}

let rows = [];
async function measure(what, work) {
  const before = await memory();
  const { took, note } = await work();
  const after = await memory();
  const sorted = took.toSorted((a, b) => a - b);
  rows.push({
    what,
    'median, ms': round(sorted[sorted.length >> 1]),
    'slowest, ms': round(sorted.at(-1)),
    'memory before, MiB': round(before),
    'after, MiB': round(after),
    growth: `${Math.round((after / before - 1) * 100)} %`,
    note,
  });
}

const round = (figure) => Math.round(figure * 10) / 10;

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../src/page/browser/markdown-tree.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { parseMarkdown } = await import(`data:text/javascript;base64,${source}`);
/** Everything once. @param {number} pass which time */
async function everything(pass) {
  rows = [];
  await measure('12 posts of 20 MB', async () => {
    const body = JSON.stringify({ content: 'x'.repeat(20 * 2 ** 20) });
    const answers = await times(12, () => send('POST', messages, body));
    return { took: answers.map(([ms]) => ms), note: `${answers[0][1]} ${answers[0][2].code}` };
  });
  await measure('500 posts of 0.9 MB', async () => {
    const body = JSON.stringify({ content: 'x'.repeat(900_000) });
    const answers = await times(500, () => send('POST', messages, body));
    return { took: answers.map(([ms]) => ms), note: `${answers[0][1]} ${answers[0][2].code}` };
  });
  await measure('2,000 tokens', async () => {
    const answers = await times(2000, (index) =>
      send('GET', '/users/@me', undefined, `made-up-${pass}-${index}`),
    );
    const { apps } = await (await fetch(`${discord.url}/local/state`)).json();
    return { took: answers.map(([ms]) => ms), note: `${apps.length} applications` };
  });
  await measure('400 nested replies', async () => {
    let id;
    let length = 0;
    const took = await times(400, async () => {
      const reference = id === undefined ? {} : { message_reference: { message_id: id } };
      const [ms, , message] = await send(
        'POST',
        messages,
        JSON.stringify({ content: 'x'.repeat(2000), ...reference }),
      );
      id = message.id;
      length = JSON.stringify(message).length;
      return ms;
    });
    return { took, note: `the last one has ${length} characters` };
  });
  await measure('a body nested 30,000 deep', async () => {
    const body = `{"embeds":${'[{"x":'.repeat(15_000)}1${'}]'.repeat(15_000)}}`;
    const answers = await times(20, () => send('POST', messages, body));
    return { took: answers.map(([ms]) => ms), note: `${answers[0][1]} ${answers[0][2].code}` };
  });

  for (const piece of ['`', '[a](', '*']) {
    await measure(`2,000 characters of ${piece}`, async () => {
      const text = piece.repeat(2000 / piece.length);
      const took = await times(20, async () => {
        const started = performance.now();
        parseMarkdown(text);
        return performance.now() - started;
      });
      return { took, note: 'layout of the page' };
    });
  }
}

// What a server takes that has been in use for a while, its history full, is no growth.
for (let pass = 0; pass < 4; pass += 1) await everything(pass);
console.table(rows);
await discord.close();
