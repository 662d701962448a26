import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** bytes, both halves; a step of loading may double it once more */
const ENOUGH = 4 * 1024 * 1024;

/** Keeps V8's young generation at the size that it has. */
export function holdYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Lets V8's young generation double until it has what answering needs, and no further. By itself it doubles up to 32 MiB with whatever
 * outlives a collection, which while a program loads is everything, and keeps that room: 24 MiB for nothing. Called now and then
 * while things are loaded.
 */
export function settleYoung(): void {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  setFlagsFromString(`--semi-space-growth-factor=${(young?.space_size ?? ENOUGH) < ENOUGH ? 2 : 1}`);
}
