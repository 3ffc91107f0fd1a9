import {
  compare,
  indexKeysOf,
  linkClasses,
  thresholds,
  type LinkClass,
  type Signature,
  type Thresholds,
} from '@skillstream/linking';
import type { Label } from './labels.ts';

/** Pairs by the class that the reader gave and the class that we give. */
export type Confusion = Record<LinkClass, Record<LinkClass, number>>;

/** Whether an index leads from one posting to the other; what it does not find is not compared. */
const isFound = (a: Signature, b: Signature): boolean => {
  const stored = new Set(indexKeysOf(b).stored);
  return indexKeysOf(a).sought.some((key) => stored.has(key));
};

const classOf = (a: Signature, b: Signature, least: Thresholds): LinkClass =>
  isFound(a, b) ? compare(a, b, least).class : 'none';

/** Compares what the labels say with what we say. @param by how much all thresholds are raised */
export const confusionOf = (
  labels: readonly Label[],
  signatures: ReadonlyMap<string, Signature>,
  by = 0,
): Confusion => {
  const least = Object.fromEntries(
    Object.entries(thresholds).map(([name, value]) => [name, value + by]),
  ) as Thresholds;
  const row = (): Record<LinkClass, number> =>
    Object.fromEntries(linkClasses.map((name) => [name, 0])) as Record<LinkClass, number>;
  const confusion = Object.fromEntries(linkClasses.map((name) => [name, row()])) as Confusion;
  for (const { a, b, first } of labels) {
    if (first === 'unsure') continue;
    const [one, other] = [signatures.get(a), signatures.get(b)];
    if (!one || !other) throw new Error(`no posting with id ${one ? b : a}`);
    confusion[first][classOf(one, other, least)] += 1;
  }
  return confusion;
};

export type Score = { pairs: number; right: number; wrong: number; missed: number };

/** Linked or not, whatever the class: rightly, wrongly, and what is missed. */
export const scoreOf = (confusion: Confusion): Score => {
  const score = { pairs: 0, right: 0, wrong: 0, missed: 0 };
  for (const known of linkClasses)
    for (const ours of linkClasses) {
      const count = confusion[known][ours];
      score.pairs += count;
      if (known !== 'none' && ours !== 'none') score.right += count;
      if (known === 'none' && ours !== 'none') score.wrong += count;
      if (known !== 'none' && ours === 'none') score.missed += count;
    }
  return score;
};
