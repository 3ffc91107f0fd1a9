import { knownOfLongest } from '@skillstream/contracts/objectives-text';
import type { BurnRate, FiringAlert, ObjectiveState } from '@skillstream/contracts';
import { ratio, share } from '../../format/numbers.ts';
import { secondsText } from '../../format/durations.ts';
import { NO_DATA } from '../../format/no-data.ts';

/**
 * What is left of a budget: nothing happened is no data, and neither all nor nothing. Of one that is overspent how
 * many times it was spent: less than nothing cannot be left.
 */
export const leftText = ({ budgetLeft }: Pick<ObjectiveState, 'budgetLeft'>): string => {
  if (budgetLeft === null) return NO_DATA;
  return budgetLeft < 0 ? `none: spent ${ratio(1 - budgetLeft)}×` : share(budgetLeft);
};

/** How many times as fast as it lasts a budget was spent; undefined where the window says nothing of its own. */
export const timesText = (times: BurnRate['times'] | undefined): string => {
  if (times === undefined) return '–';
  return times === null ? NO_DATA : `${ratio(times)}×`;
};

/** How soon somebody has to do something about an alert. */
export const severityText = (severity: FiringAlert['severity']): string =>
  severity === 'page' ? 'page (look now)' : 'ticket (on the next working day)';

/** What an alert is about, and since when. */
export const alertText = ({ summary, subject }: Pick<FiringAlert, 'summary' | 'subject'>): string =>
  subject === null ? summary : `${summary}: ${subject}`;

const knownFor = (burn: readonly BurnRate[]): string | null => {
  const known = knownOfLongest(burn);
  return known === null ? null : secondsText(known);
};

/** How long the longest of the windows is known, and what stands where that is too short. */
export const knownText = (burn: readonly BurnRate[]): string => {
  const known = knownFor(burn);
  if (known === null) return 'Known for six hours and more';
  return `Known for ${known} (“–”: a longer window would say the same again)`;
};

/** That no alert fires: of as long as is known, which after a start is next to nothing. */
export const noneFiresText = (burn: readonly BurnRate[]): string => {
  const known = knownFor(burn);
  return known === null ? 'No alert fires.' : `No alert fires in the ${known} that are known.`;
};
