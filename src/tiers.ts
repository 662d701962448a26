import { setFlagsFromString } from 'node:v8';

/** 3,000 calls by default. */
const SINCE_V8_12 = '--invocation-count-for-turbofan=9000';
/** Bytes of bytecode; 67,584 by default. */
const BEFORE_V8_12 = '--interrupt-budget=200000';

/**
 * Makes V8 wait three times longer before it compiles a function with its slowest compiler. By itself it does so over and over for
 * code that it throws away again: questions differ too much from one another. Processor time for 600 questions right after the start,
 * and then for 600 more, without this and with it: 1,310 and 1,046 ms, 944 and 731 (Node 20); 1,085 and 727, 831 and 547 (22);
 * 860 and 568, 842 and 531 (24). Waiting eight times longer gains no more, and makes the shorter answers slower.
 */
export function compileLater(): void {
  setFlagsFromString(Number.parseInt(process.versions.v8, 10) < 12 ? BEFORE_V8_12 : SINCE_V8_12);
}
