import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLogSink } from '../../src/bot/log-sink.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A sink whose outlet can be shut, or take a few bytes at a time. */
function stage() {
  const state = { written: '', open: true, atOnce: Number.POSITIVE_INFINITY, attempts: 0 };
  const sink = createLogSink({
    put: (bytes) => {
      state.attempts += 1;
      if (!state.open) throw Object.assign(new Error('full'), { code: 'EAGAIN' });
      const taken = bytes.subarray(0, state.atOnce);
      state.written += Buffer.from(taken).toString('latin1');
      return taken.length;
    },
    retry: 1_000,
    most: 10,
    lost: (lines) => `-${lines}\n`,
  });
  return { sink, state };
}

describe('the way of the log', () => {
  test('is straight while lines are taken', () => {
    const { sink, state } = stage();
    sink.write('a\n');
    expect(state.written).toBe('a\n');
  });

  test('takes a line in pieces', () => {
    const { sink, state } = stage();
    state.atOnce = 1;
    sink.write('abc\n');
    expect(state.written).toBe('abc\n');
  });

  test('keeps what it can while nothing is taken, drops the rest, and says how much that was', () => {
    const { sink, state } = stage();
    state.open = false;
    for (const line of ['aaaa\n', 'bbbb\n', 'cccc\n', 'dddd\n']) sink.write(line);
    expect(state.written).toBe('');
    state.open = true;
    vi.advanceTimersByTime(1_000);
    expect(state.written).toBe('aaaa\nbbbb\n-2\n');
    sink.write('e\n');
    expect(state.written).toBe('aaaa\nbbbb\n-2\ne\n');
  });

  test('is tried once a second, however much is written', () => {
    const { sink, state } = stage();
    state.open = false;
    for (let line = 0; line < 100; line += 1) sink.write('aaaa\n');
    expect(state.attempts).toBe(1);
    vi.advanceTimersByTime(3_000);
    expect(state.attempts).toBe(4);
  });
});
