import type { DemandFilter } from '@skillstream/contracts';
import type { Contribution } from '../src/contribution/contribution.ts';

type Event = { postingId: string; contribution: Contribution };
type Living = Extract<Contribution, { retracted: false }>;

/** The postings that are left of logs, a list of events for each partition, at their latest versions. */
export const livingIn = (logs: readonly Event[][]): Living[] =>
  logs
    .flatMap((log) => [
      ...new Map(log.map(({ postingId, contribution }) => [postingId, contribution])).values(),
    ])
    .flatMap((one) => (one.retracted ? [] : [one]));

/** Those that a filter is about, by plain comparisons: by default own postings if there are any, else the sample. */
export const filtered = (living: readonly Living[], filter: DemandFilter): Living[] => {
  const isOwn = ({ source }: Living) => source !== 'sample';
  const origin = filter.origin ?? (living.some(isOwn) ? 'own' : 'sample');
  return living.filter(
    (one) =>
      (filter.source !== undefined || origin === 'all' || isOwn(one) === (origin === 'own')) &&
      (!filter.source || one.source === filter.source) &&
      (!filter.role || one.role === filter.role) &&
      (!filter.country || one.country === filter.country) &&
      (!filter.seniority || one.seniority === filter.seniority) &&
      (!filter.workplace || one.workplace === filter.workplace) &&
      (!filter.from || one.month! >= filter.from) &&
      (!filter.to || one.month! <= filter.to),
  );
};
