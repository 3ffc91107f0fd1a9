import type { FeatureSink } from '../disambiguation/features.ts';
import { fold, foldedUnits } from '../matching/fold.ts';
import { nameOf, OFFSET, PRIME, type Name } from './names.ts';

/**
 * A logistic regression over hashed features (Weinberger et al., 2009): every feature has an index in a table of
 * weights, and the weights of one candidate are summed.
 */
export type Model = {
  /** Published with every tag. */
  version: string;
  /** The number of weights, a power of two. */
  size: number;
  bias: number;
  /** The value of one step of a weight. */
  step: number;
  /** Signed bytes, so that the table stays in the processor's cache. */
  weights: Int8Array;
};

const mixed = (kind: number, value: number): number => {
  let hash = Math.imul(kind ^ (value >>> 15), 0x85ebca6b) ^ value;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};

const ofPair = (one: Name, other: Name): number => Math.imul(one.hash, PRIME) ^ other.hash;

/** Returns the probability for a sum of weights. */
export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** Creates a scorer that sums the weights of candidates without allocating. */
export const createScorer = ({ size, bias, step, weights }: Model) => {
  // A number that closures share would be a new heap object at every change; one in a typed array is not.
  const sum = new Int32Array(1);
  const sink: FeatureSink = {
    value: (kind, value) => {
      sum[0]! += weights[mixed(kind.hash, value.hash) & (size - 1)]!;
    },
    pair: (kind, one, other) => {
      sum[0]! += weights[mixed(kind.hash, ofPair(one, other)) & (size - 1)]!;
    },
    word: (kinds, { units }, { start, end }) => {
      let hash = OFFSET;
      for (let i = start; i < end; i++) hash = Math.imul(hash ^ foldedUnits[units[i]!]!, PRIME);
      for (const kind of kinds) sum[0]! += weights[mixed(kind.hash, hash) & (size - 1)]!;
    },
  };
  /** @param features calls the sink with each feature @returns the sum of their weights and the bias */
  return (features: (sink: FeatureSink) => void): number => {
    sum[0] = 0;
    features(sink);
    return bias + sum[0]! * step;
  };
};

/** A feature with its name and its index, for training and explanations. */
type NamedFeature = { name: string; place: number };

/** Lists the features of a candidate by name, each once. */
export const namedFeatures = (size: number, features: (sink: FeatureSink) => void): NamedFeature[] => {
  const found = new Map<string, NamedFeature>();
  const take = (kind: Name, text: string, hash: number) => {
    const name = `${kind.text}: ${text}`;
    found.set(name, { name, place: mixed(kind.hash, hash) & (size - 1) });
  };
  features({
    value: (kind, value) => take(kind, value.text, value.hash),
    pair: (kind, one, other) => take(kind, `${one.text} ${other.text}`, ofPair(one, other)),
    word: (kinds, { text }, { start, end }) => {
      const value = nameOf(fold(text.slice(start, end)));
      for (const kind of kinds) take(kind, value.text, value.hash);
    },
  });
  return [...found.values()];
};
