import type { AnsweredFrom, DemandFilter } from '@skillstream/contracts';
import { FIRST_MONTH } from '../contribution/counted-month.ts';
import type { Stores } from '../stores/stores-of.ts';
import { positionName } from './position-name.ts';

/**
 * What a fact must match to be counted under a filter. Its month is another affair (`isCounted`): a bound that nearly
 * every fact is within would have MongoDB go by an index, and fetch the facts one by one.
 */
export const matchOf = ({ from, to, category: _, ...equal }: DemandFilter) => ({
  retracted: false,
  ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
  ...(from || to ? { month: { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) } } : {}),
});

/** Whether a fact of this month counts; one without a month, or of one that cannot be, does not. */
export const isCounted = (month: string | null | undefined): boolean =>
  typeof month === 'string' && month >= FIRST_MONTH;

/**
 * How fresh an answer from the facts is: caught up when every partition has been, since this generation began. Asked
 * before the facts are read, so that they hold what its name says, at the least.
 */
export const freshnessOf = async (
  { version, facts }: Pick<Stores, 'version' | 'facts'>,
  partitions: number,
): Promise<AnsweredFrom> => {
  const marks = (await facts.allMarks()).sort((a, b) => a._id - b._id);
  const known = marks.length === partitions;
  const viewVersion = known
    ? positionName(
        version,
        marks.map(({ position }) => position),
      )
    : null;
  return { model: 'facts', caughtUp: known && marks.every((mark) => mark.live), viewVersion };
};
