import { logistic } from '@skillstream/tagger/evaluation';
import { createRandom } from '../../../packages/cli/src/sample/random.ts';

/**
 * A candidate as its features' places in the table, whether it was meant, how much that is believed, and its class.
 */
export type Example = {
  places: number[];
  meant: boolean;
  weight: number;
  group: string;
  rule: string | undefined;
};

const EPOCHS = 20;
const RATE = 0.1;
/** Chosen by cross-validation, as the number of epochs and the size of the table. */
const SHRINK = 2;
const SEED = 20261124;

/**
 * Logistic regression by AdaGrad (Duchi et al., 2011) with a pull of every weight to 0, the same in an epoch for a
 * rare feature as for a frequent one. The order of the examples comes from a seed, so the same examples give the same
 * weights.
 */
export const learn = (
  examples: readonly Example[],
  size: number,
): { bias: number; weights: Float64Array } => {
  const weights = new Float64Array(size);
  const seen = new Float64Array(size).fill(1e-6);
  const touches = new Float64Array(size);
  for (const { places } of examples) for (const place of places) touches[place]! += 1;
  let [bias, biasSeen] = [0, 1e-6];
  const random = createRandom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { places, meant, weight } of random.shuffle(examples)) {
      const sum = places.reduce((total, place) => total + weights[place]!, bias);
      const slope = (logistic(sum) - (meant ? 1 : 0)) * weight;
      for (const place of places) {
        const gradient = slope + (SHRINK / touches[place]!) * weights[place]!;
        seen[place]! += gradient * gradient;
        weights[place]! -= (RATE * gradient) / Math.sqrt(seen[place]!);
      }
      biasSeen += slope * slope;
      bias -= (RATE * slope) / Math.sqrt(biasSeen);
    }
  return { bias, weights };
};

/** The share of examples of groups left out of the learning that come out right, each group left out once. */
export const crossValidate = (examples: readonly Example[], size: number, folds = 5): number => {
  const foldOf = ({ group }: Example) =>
    [...group].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) >>> 0, 7) % folds;
  let right = 0;
  for (let fold = 0; fold < folds; fold++) {
    const { bias, weights } = learn(
      examples.filter((one) => foldOf(one) !== fold),
      size,
    );
    for (const { places, meant } of examples.filter((one) => foldOf(one) === fold))
      right += places.reduce((sum, place) => sum + weights[place]!, bias) > 0 === meant ? 1 : 0;
  }
  return right / examples.length;
};
