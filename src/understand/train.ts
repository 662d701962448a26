import { INTENTS, type Intent } from './intents.js';
import { type Model, modelOf, scaleOf, softmax } from './model.js';

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
  const bias = ids.size * COLUMNS;
  const questions = examples.map(({ features, intents }) => ({
    rows: Int32Array.from(features.flatMap((one) => ids.get(one) ?? [])).map((id) => id * COLUMNS),
    scale: scaleOf(features),
    right: INTENTS.map((intent) => (intents.includes(intent) ? 1 : 0)),
  }));
  const weights = new Float64Array(bias + COLUMNS);
  const squares = new Float64Array(bias + COLUMNS).fill(1e-3);
  const order = Int32Array.from(examples.keys());
  const random = sequence(SEED);
  const p = new Float64Array(COLUMNS);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { rows, scale, right } = questions[at] ?? { rows: [], scale: 1, right: [] };
      p.fill(0);
      for (const row of rows)
        for (let c = 0; c < COLUMNS; c += 1) p[c] = (p[c] ?? 0) + (weights[row + c] ?? 0);
      for (let c = 0; c < COLUMNS; c += 1) p[c] = (p[c] ?? 0) * scale + (weights[bias + c] ?? 0);
      const mass = softmax(p).reduce((sum, one, c) => sum + one * (right[c] ?? 0), 1e-9);
      for (const [c, one] of p.entries()) {
        const gradient = one - (one * (right[c] ?? 0)) / mass;
        if (Math.abs(gradient) < 1e-4) continue;
        for (const row of rows) step(row + c, gradient * scale);
        step(bias + c, gradient);
      }
    }
  }
  return quantised(ids, weights);

  function step(at: number, gradient: number): void {
    const slope = gradient + DECAY * (weights[at] ?? 0);
    const square = (squares[at] ?? 0) + slope * slope;
    squares[at] = square;
    weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(square);
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
  const kept = [...ids]
    .map(([feature, id]) => ({ feature, weights: row(id) }))
    .map((one) => ({ ...one, strength: one.weights.reduce((sum, weight) => sum + weight * weight, 0) }))
    .sort((a, b) => b.strength - a.strength || (a.feature < b.feature ? -1 : 1))
    .slice(0, KEPT);
  return modelOf(
    kept.map((one) => [one.feature, one.weights]),
    row(ids.size),
    step,
  );
}
