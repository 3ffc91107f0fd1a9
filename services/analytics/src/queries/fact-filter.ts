import { SAMPLE_SOURCE, type AnsweredFrom, type DemandFilter, type Origin } from '@skillstream/contracts';
import { FIRST_MONTH } from '../contribution/counted-month.ts';
import type { Stores } from '../stores/stores-of.ts';
import { positionName } from './position-name.ts';

// As an expression: by an inequality MongoDB would use the index of sources, and fetch nearly all facts one by one.
const ofOrigin: Record<Origin, object> = {
  all: {},
  own: { $expr: { $ne: ['$source', SAMPLE_SOURCE] } },
  sample: { source: SAMPLE_SOURCE },
};

/**
 * Returns the MongoDB filter of the facts that count under a query's filter. That a month has to be plausible is left
 * to `isCounted`: nearly every fact's is, and MongoDB would use an index for it and fetch the facts one by one.
 */
export const matchOf = ({ from, to, category: _, origin = 'all', ...equal }: DemandFilter) => ({
  retracted: false,
  ...ofOrigin[origin],
  ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
  ...(from || to ? { month: { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) } } : {}),
});

/** Whether a fact of this month counts; one without a month, or with an implausible one, does not. */
export const isCounted = (month: string | null | undefined): month is string =>
  typeof month === 'string' && month >= FIRST_MONTH;

/**
 * Returns the freshness of a result from the facts: caught up when every partition has been, since this generation
 * began. Read before the facts, so that they contain at least what the version says.
 */
export const answeredFromOf = async (
  { version, facts }: Pick<Stores, 'version' | 'facts'>,
  partitions: number,
): Promise<AnsweredFrom> => {
  const checkpoints = (await facts.checkpoints()).sort((a, b) => a._id - b._id);
  const known = checkpoints.length === partitions;
  const viewVersion = known
    ? positionName(
        version,
        checkpoints.map(({ position }) => position),
      )
    : null;
  return { model: 'facts', caughtUp: known && checkpoints.every((one) => one.live), viewVersion };
};
