import { describe, expect, it } from 'vitest';
import { BOT_TIMING } from '../../src/bot/bot.js';
import { assignments, read, readUnit } from './files.js';

const unit = readUnit(read('deploy/il32-bot.service'));
const service = unit.get('Service') ?? new Map<string, string[]>();

describe('the systemd unit', () => {
  it('has the three sections of a service', () => {
    expect([...unit.keys()]).toEqual(['Unit', 'Service', 'Install']);
  });

  it('starts the built program in its folder', () => {
    expect(service.get('ExecStart')).toEqual(['/usr/bin/node dist/src/main.js']);
    expect(service.get('WorkingDirectory')).toEqual(['/opt/il32-bot']);
    expect(assignments(service.get('Environment')?.join(' ') ?? '')).toEqual({ NODE_ENV: 'production' });
  });

  it('takes the token from a file that docs/deploy.md has made for root alone', () => {
    const [file = ''] = service.get('EnvironmentFile') ?? [];
    expect(read('docs/deploy.md')).toContain(`sudo install -m 600 .env.example ${file}\n`);
  });

  it('starts again after an error, but not for ever', () => {
    expect(service.get('Restart')).toEqual(['on-failure']);
    expect(unit.get('Unit')?.get('StartLimitBurst')).toEqual(['5']);
    expect(unit.get('Unit')?.get('StartLimitIntervalSec')).toEqual(['15min']);
    expect(Number(service.get('RestartSec')) * 5).toBeLessThan(15 * 60);
  });

  it('waits longer than the bot needs to finish', () => {
    expect(Number(service.get('TimeoutStopSec')) * 1000).toBeGreaterThan(
      BOT_TIMING.finish + BOT_TIMING.goodbye,
    );
  });

  it.each([
    ['DynamicUser', 'yes'],
    ['NoNewPrivileges', 'yes'],
    ['CapabilityBoundingSet', ''],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['PrivateTmp', 'yes'],
    ['RestrictAddressFamilies', 'AF_INET AF_INET6 AF_UNIX'],
  ])('keeps %s=%s', (key, value) => {
    expect(service.get(key)).toEqual([value]);
  });

  it('lets V8 compile', () => {
    expect(service.has('MemoryDenyWriteExecute')).toBe(false);
  });
});
