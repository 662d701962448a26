// What hostile bots and messages cost: `npm run bench -w local-discord`. Time to the answer, and memory before and after.
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

function memory() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

async function times(count, work) {
  const took = [];
  for (let index = 0; index < count; index += 1) took.push(await work(index));
  return took;
}

const rows = [];
async function measure(what, work) {
  const before = memory();
  const { took, note } = await work();
  const after = memory();
  const growth = `${Math.round((after / before - 1) * 100)} %`;
  rows.push({
    what,
    'slowest, ms': Math.round(Math.max(...took) * 10) / 10,
    'memory after, MiB': Math.round(after),
    growth,
    note,
  });
}

// What the runtime takes once for large bodies is no growth.
await times(20, () => send('POST', messages, JSON.stringify({ content: 'warm' })));
await times(3, () => send('POST', messages, JSON.stringify({ content: 'x'.repeat(20 * 2 ** 20) })));

await measure('12 posts of 20 MB', async () => {
  const body = JSON.stringify({ content: 'x'.repeat(20 * 2 ** 20) });
  const answers = await times(12, () => send('POST', messages, body));
  return { took: answers.map(([ms]) => ms), note: `${answers[0][1]} ${answers[0][2].code}` };
});
await measure('2,000 posts of 0.9 MB', async () => {
  const body = JSON.stringify({ content: 'x'.repeat(900_000) });
  const answers = await times(2000, () => send('POST', messages, body));
  return { took: answers.map(([ms]) => ms), note: `${answers[0][1]} ${answers[0][2].code}` };
});
await measure('2,000 tokens', async () => {
  const answers = await times(2000, (index) => send('GET', '/users/@me', undefined, `made-up-${index}`));
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

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../src/page/browser/markdown-tree.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { parseMarkdown } = await import(`data:text/javascript;base64,${source}`);
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
console.table(rows);
await discord.close();
