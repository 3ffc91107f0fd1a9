import { readFileSync, writeFileSync } from 'node:fs';
import { shareOf } from '../normalize/score.ts';
import { halves, type Half } from './labels.ts';
import type { Measured } from './measure.ts';
import type { Score } from './score.ts';

/** Shares that the last measured version reached; `npm run eval:duplicates -- --write` writes them. */
export type Figures = Record<string, number>;

const file = new URL('figures.json', import.meta.url);
export const readFigures = (): Figures => JSON.parse(readFileSync(file, 'utf8')) as Figures;
export const writeFigures = (figures: Figures): void =>
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);

/** Of the linked pairs, how many are of one job. */
export const precisionOf = ({ right, wrong }: Score): number => shareOf(right, right + wrong);
/** Of the pairs of one job, how many are linked. */
export const recallOf = ({ right, missed }: Score): number => shareOf(right, right + missed);

// Six pairs of one job and none linked: what is linked wrongly is in the precision over all.
const isMeasured = (half: Half): boolean => half !== 'alike';

/** The shares in a measurement that must not fall. */
export const figuresOf = ({ halves: scores, all }: Measured): Figures => ({
  precision: precisionOf(all),
  recall: recallOf(all),
  ...Object.fromEntries(
    halves
      .filter(isMeasured)
      .flatMap((half) => [
        [`${half}Precision`, precisionOf(scores[half])],
        ...(half === 'linked' ? [] : [[`${half}Recall`, recallOf(scores[half])] as const]),
      ]),
  ),
});
