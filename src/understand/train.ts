import { INTENTS, type Intent } from './intents.js';
import { FEATURE_LENGTH, type Model, modelOf } from './model.js';

/** One question to learn from: its features and the intents that are right. */
export interface Example {
  readonly features: readonly string[];
  readonly intents: readonly Intent[];
}

const EPOCHS = 6;
const RATE = 0.2;
const DECAY = 3e-5;
const SEED = 7;
/** A feature that fewer questions have tells nothing. */
const FEWEST = 2;
/** So many features are kept: those whose weights count most. */
const KEPT = 8_000;
const LARGEST = 127;
/** Weights of fewer steps than this are left out. */
const SMALLEST = 2;
const COLUMNS = INTENTS.length;

/** A generator of the same numbers each time, 0 to 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

function numbered(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= FEWEST) ids.set(feature, ids.size);
  return ids;
}

/**
 * Trains the model: AdaGrad over shuffled questions, the same each time.
 * @param examples in a fixed order
 * @param epochs how often each is seen
 */
export function train(examples: readonly Example[], epochs = EPOCHS): Model {
  const ids = numbered(examples);
  const rows = examples.map(({ features }) => Int32Array.from(features.flatMap((one) => ids.get(one) ?? [])));
  const lengths = examples.map(({ features }) => features.length);
  const right = examples.map(({ intents }) => INTENTS.map((intent) => (intents.includes(intent) ? 1 : 0)));
  const size = (ids.size + 1) * COLUMNS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const order = Int32Array.from(examples.keys());
  const random = sequence(SEED);
  const p = new Float64Array(COLUMNS);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) learn(rows[at] ?? new Int32Array(), lengths[at] ?? 1, right[at] ?? []);
  }
  return quantised(ids, weights);

  function learn(row: Int32Array, length: number, wanted: readonly number[]): void {
    const scale = FEATURE_LENGTH / Math.sqrt(Math.max(1, length));
    probabilities(row, scale);
    let mass = 1e-9;
    for (let c = 0; c < COLUMNS; c += 1) mass += (p[c] ?? 0) * (wanted[c] ?? 0);
    for (let c = 0; c < COLUMNS; c += 1) {
      const gradient = (p[c] ?? 0) - ((p[c] ?? 0) * (wanted[c] ?? 0)) / mass;
      if (Math.abs(gradient) < 1e-4) continue;
      for (const id of row) step(id * COLUMNS + c, gradient * scale);
      step(ids.size * COLUMNS + c, gradient);
    }
  }

  function step(at: number, gradient: number): void {
    const slope = gradient + DECAY * (weights[at] ?? 0);
    const square = (squares[at] ?? 0) + slope * slope;
    squares[at] = square;
    weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(square);
  }

  function probabilities(row: Int32Array, scale: number): void {
    p.fill(0);
    for (const id of row)
      for (let c = 0; c < COLUMNS; c += 1) p[c] = (p[c] ?? 0) + (weights[id * COLUMNS + c] ?? 0);
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < COLUMNS; c += 1) {
      p[c] = (p[c] ?? 0) * scale + (weights[ids.size * COLUMNS + c] ?? 0);
      most = Math.max(most, p[c] ?? 0);
    }
    let sum = 0;
    for (let c = 0; c < COLUMNS; c += 1) {
      p[c] = Math.exp((p[c] ?? 0) - most);
      sum += p[c] ?? 0;
    }
    for (let c = 0; c < COLUMNS; c += 1) p[c] = (p[c] ?? 0) / sum;
  }
}

/** Weights as small integers, those that count least left out. */
function quantised(ids: ReadonlyMap<string, number>, weights: Float64Array): Model {
  const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
  const step = Number((most / LARGEST).toPrecision(6));
  const row = (id: number): Int8Array => {
    const part = weights.subarray(id * COLUMNS, (id + 1) * COLUMNS);
    return Int8Array.from(part, (weight) =>
      Math.abs(weight) < SMALLEST * step ? 0 : Math.round(weight / step),
    );
  };
  const strength = (each: Int8Array): number => each.reduce((sum, weight) => sum + weight * weight, 0);
  const rows = [...ids].map(([feature, id]) => ({ feature, weights: row(id) }));
  const kept = rows
    .map((one) => ({ ...one, strength: strength(one.weights) }))
    .sort((a, b) => b.strength - a.strength || (a.feature < b.feature ? -1 : 1))
    .slice(0, KEPT);
  return modelOf(
    kept.map((one) => [one.feature, one.weights]),
    row(ids.size),
    step,
  );
}
