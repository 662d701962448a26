import { setFlagsFromString } from 'node:v8';

/** 3,000 calls by default. */
const SINCE_V8_12 = '--invocation-count-for-turbofan=30000';
/** Bytes of bytecode; 67,584 by default. */
const BEFORE_V8_12 = '--interrupt-budget=540000';

/**
 * Makes V8 wait some ten times longer before it compiles a function with its slowest compiler. By itself it does so over and over for
 * code that it throws away again: questions differ too much from one another. Processor time for 600 questions right after the start,
 * and then for 600 more, without this and with it: 1,587 and 1,178 ms, 944 and 737 (Node 20); 1,219 and 881, 828 and 581 (22);
 * 992 and 636, 897 and 590 (24). What is called all the time is compiled by it all the same.
 */
export function compileLater(): void {
  setFlagsFromString(Number.parseInt(process.versions.v8, 10) < 12 ? BEFORE_V8_12 : SINCE_V8_12);
}
