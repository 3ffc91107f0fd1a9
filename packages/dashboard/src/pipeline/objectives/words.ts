import type { BurnRate, FiringAlert, ObjectiveState } from '@skillstream/contracts';
import { ratio, share } from '../../format/numbers.ts';
import { secondsText } from '../../format/durations.ts';
import { NO_DATA } from '../../format/no-data.ts';

/** What is left of a budget: nothing happened is no data, and neither all nor nothing. */
export const leftText = ({ budgetLeft }: Pick<ObjectiveState, 'budgetLeft'>): string =>
  budgetLeft === null ? NO_DATA : share(budgetLeft);

/** How many times as fast as it lasts a budget was spent in a window. */
export const timesText = ({ times }: Pick<BurnRate, 'times'>): string =>
  times === null ? NO_DATA : `${ratio(times)}×`;

/** What an alert is about, and since when. */
export const alertText = ({ summary, subject }: Pick<FiringAlert, 'summary' | 'subject'>): string =>
  subject === null ? summary : `${summary}: ${subject}`;

/** How long the longest of the windows is known; null where all of it is. */
export const knownText = (burn: readonly BurnRate[]): string | null => {
  const known = Math.max(0, ...burn.map(({ knownSeconds }) => knownSeconds));
  const longest = burn.at(-1)?.window;
  return longest === '6h' && known >= 6 * 3600 ? null : `Known for ${secondsText(known)}`;
};
