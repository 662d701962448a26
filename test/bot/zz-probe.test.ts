import { createServer } from 'node:http';
import { test } from 'vitest';
import { setStage, readableLogger, fakeCommands, QUICK, TOKEN } from './support.js';
import { startBot } from '../../src/bot/bot.js';
import { setTimeout as pause } from 'node:timers/promises';
test('probe', async () => {
  for (const [name, go] of Object.entries<(s: any) => void>({
    refuse: (s) => s.discord.faults.refuseConnections(true),
    drop: (s) => s.discord.faults.drop(s.appId),
    close4000: (s) => s.discord.faults.disconnect(4000, s.appId),
    raw: (s) => s.discord.faults.sendRaw('nonsense', s.appId),
    api503: (s) => { s.discord.faults.next({route:'message', status:503, times: 10}); void s.discord.person('ada').say('x', {mention: s.appId}) },
    cut: (s) => { s.discord.faults.next({route:'message', cut:true, times: 10}); void s.discord.person('ada').say('x', {mention: s.appId}) },
    cbcut: (s) => { s.discord.faults.next({route:'callback', cut:true, times: 100}); void s.discord.person('ada').run('/echo say text:x').catch(()=>0) },
    cb502: (s) => { s.discord.faults.next({route:'callback', status:502, times: 100}); void s.discord.person('ada').run('/echo say text:x').catch(()=>0) },
    hang: (s) => { s.discord.faults.next({route:'message', delayMs: 60000, times: 100}); void s.discord.person('ada').say('x', {mention: s.appId}) },
  })) {
    const s = await setStage({bot: {timing: {requestMs: 300}}});
    const n = s.log.lines().length;
    go(s);
    await pause(name.startsWith('cb') ? 4000 : 2000);
    console.log(name, s.log.text().split('\n').slice(n).join('\n'));
    await s.bot.stop(); await s.discord.close();
  }
  // gateway gone: api answers, gateway port closed
  for (const [name, url] of [['gw refused','ws://127.0.0.1:9'],['gw dns','ws://nowhere.invalid'],['gw 503', '']]) {
    const api = createServer((q,r)=>{ r.setHeader('content-type','application/json'); r.end(JSON.stringify({url: url || `ws://127.0.0.1:${(api.address() as any).port}`, shards:1, session_start_limit:{total:1000,remaining:1000,reset_after:0,max_concurrency:1}}))});
    api.on('upgrade', (q,s)=> s.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'));
    await new Promise<void>((r)=>api.listen(0,'127.0.0.1',r));
    const log = readableLogger();
    const bot = startBot({config:{token:TOKEN,guildId:null,apiUrl:`http://127.0.0.1:${(api.address() as any).port}/api`,shards:'auto'},commands:fakeCommands(),logger:log.logger,timing:QUICK});
    await pause(2000);
    console.log(name, log.text());
    await bot.stop(); api.closeAllConnections(); api.close();
  }
}, 100000);
