import { COUNTED_WITHIN_SECONDS as COUNTED, type ObjectiveId } from '@skillstream/contracts';
import { MINUTE, type Clock } from '../promql/clock.ts';
import { countOf, counter, within, type Matchers } from '../promql/series.ts';

/** How good is good enough, over 30 days. */
export type Objective = {
  /** Part of the names of recorded series. */
  id: ObjectiveId;
  title: string;
  /** The share of events that have to be good. */
  target: number;
  /** Events a second; all of them. */
  events: (clock: Clock) => string;
  /** Events a second that were not good; 0 where there were none. */
  errors: (clock: Clock) => string;
};

const rate = (series: string, clock: Clock) => `sum(rate(${series}[${clock.span(5 * MINUTE)}]))`;

// The gateway counts them (`judgeRequest`), from 0: of a series that begins with a burst Prometheus sees no rise.
const requests = (objective: 'fast' | 'served', matchers: Matchers<'objective_requests_total'> = {}) =>
  counter('objective_requests_total', { service: 'gateway', objective, ...matchers });
const bad = { result: 'bad' } as const;

/**
 * What users notice of the platform: how soon a posting counts, how fast the answer to a query is, and whether there
 * is one. An answer of 5xx is none, however fast: it has no part in how fast answers are.
 */
export const objectives: readonly Objective[] = [
  {
    id: 'counted',
    title: 'Postings are counted within 10 s of being accepted',
    target: 0.99,
    events: (clock) => rate(countOf('posting_counted_seconds'), clock),
    errors: (clock) =>
      `${rate(countOf('posting_counted_seconds'), clock)} - ${rate(within('posting_counted_seconds', COUNTED), clock)}`,
  },
  {
    id: 'fast',
    title: 'Queries are answered within 250 ms',
    target: 0.99,
    events: (clock) => rate(requests('fast'), clock),
    errors: (clock) => rate(requests('fast', bad), clock),
  },
  {
    id: 'served',
    title: 'Requests are answered without an error of the platform (5xx)',
    target: 0.999,
    events: (clock) => rate(requests('served'), clock),
    errors: (clock) => rate(requests('served', bad), clock),
  },
];
