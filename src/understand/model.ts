import { readFileSync } from 'node:fs';
import { packagePath } from '../package-path.js';
import { once } from '../search/once.js';
import { INTENTS, type Intent } from './intents.js';

/**
 * The intent model: multinomial logistic regression over the features of a question. Its file has one feature a line with
 * its weights, sorted, so that a diff can be read; `npm run train` makes it.
 */
export interface Model {
  /** feature -> the place of its row in `weights` */
  readonly rows: ReadonlyMap<string, number>;
  /** row by row, one weight for each intent: an array for each feature would take six times the room */
  readonly weights: Int8Array;
  readonly bias: Int8Array;
  /** what one step of a weight is worth */
  readonly step: number;
}

/** A model of features with one weight for each intent. */
export function modelOf(
  features: readonly (readonly [feature: string, weights: ArrayLike<number>])[],
  bias: Int8Array,
  step: number,
): Model {
  const weights = new Int8Array(features.length * INTENTS.length);
  for (const [at, [, each]] of features.entries()) weights.set(each, at * INTENTS.length);
  return {
    rows: new Map(features.map(([feature], at) => [feature, at * INTENTS.length])),
    weights,
    bias,
    step,
  };
}

/** An intent and how probable it is, 0 to 1. */
export type Guess = readonly [intent: Intent, probability: number];

const LETTERS = 'abcdefghijklm';

/** One line of the file: the feature, a tab, and `letter of the intent` + weight for each weight that is not 0. */
function lineOf(feature: string, weights: Int8Array): string {
  return `${feature}\t${[...weights].flatMap((weight, at) => (weight === 0 ? [] : `${LETTERS[at]}${weight}`)).join(' ')}`;
}

/** The text of a model's file. */
export function modelText({ rows, weights, bias, step }: Model): string {
  const lines = [...rows]
    .map(([feature, at]) => lineOf(feature, weights.subarray(at, at + INTENTS.length)))
    .sort();
  return `step\t${step}\n${lineOf('bias', bias)}\n${lines.join('\n')}\n`;
}

/** Reads a model's file. */
export function readModel(text: string): Model {
  const features: [string, Int8Array][] = [];
  let step = 1;
  let bias = new Int8Array(INTENTS.length);
  for (const line of text.split('\n')) {
    const tab = line.lastIndexOf('\t');
    if (tab < 0) continue;
    const feature = line.slice(0, tab);
    const rest = line.slice(tab + 1);
    if (feature === 'step') step = Number(rest);
    else if (feature === 'bias') bias = weightsOf(rest);
    // Its own letters: a piece of the file would keep all of it in memory.
    else features.push([Buffer.from(feature).toString(), weightsOf(rest)]);
  }
  return modelOf(features, bias, step);
}

function weightsOf(text: string): Int8Array<ArrayBuffer> {
  const weights = new Int8Array(INTENTS.length);
  for (const part of text.split(' '))
    if (part !== '') weights[LETTERS.indexOf(part.charAt(0))] = Number(part.slice(1));
  return weights;
}

/** The shipped model, read when it is first needed. */
export const trainedModel = once(() =>
  readModel(readFileSync(packagePath('data', 'understanding', 'model.tsv'), 'utf8')),
);

/** How far the length of a question counts: its features are scaled to this length. */
const FEATURE_LENGTH = 2;

/** Scores as probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] ?? 0) - most);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
  return scores;
}

/** What a feature of a question of so many counts. */
export function scaleOf(features: readonly string[]): number {
  return FEATURE_LENGTH / Math.sqrt(Math.max(1, features.length));
}

/** The intents of a question, the most probable first. */
export function guessesOf(
  { rows, weights, bias, step }: Model,
  features: readonly string[],
): readonly Guess[] {
  const found: number[] = [];
  for (const feature of features) {
    const row = rows.get(feature);
    if (row !== undefined) found.push(row);
  }
  const scale = step * scaleOf(features);
  const all = new Float64Array(INTENTS.length);
  for (let at = 0; at < all.length; at += 1) {
    let sum = 0;
    for (let n = 0; n < found.length; n += 1) sum += weights[(found[n] ?? 0) + at] ?? 0;
    all[at] = sum * scale + (bias[at] ?? 0) * step;
  }
  softmax(all);
  return INTENTS.map((intent, at): Guess => [intent, all[at] ?? 0]).sort((a, b) => b[1] - a[1]);
}

/** A feature that pushed towards an intent (or away from it), and how far. */
export interface Push {
  readonly feature: string;
  readonly weight: number;
}

/** The features that pushed hardest for one intent against another, the hardest first. */
export function pushesOf(
  model: Model,
  features: readonly string[],
  intent: Intent,
  against: Intent,
  most: number,
): readonly Push[] {
  const [plus, minus] = [INTENTS.indexOf(intent), INTENTS.indexOf(against)];
  const scale = model.step * scaleOf(features);
  return features
    .flatMap((feature) => {
      const row = model.rows.get(feature);
      if (row === undefined) return [];
      const weight = (model.weights[row + plus] ?? 0) - (model.weights[row + minus] ?? 0);
      return [{ feature, weight: weight * scale }];
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most);
}
