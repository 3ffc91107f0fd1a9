import {
  ANSWERED_WITHIN_SECONDS as ANSWERED,
  COUNTED_WITHIN_SECONDS as COUNTED,
  type ObjectiveId,
} from '@skillstream/contracts';
import { MINUTE, type Clock } from '../promql/clock.ts';
import { countOf, within, type Matchers } from '../promql/series.ts';
import { readRoutes, unmeasuredRoutes } from './routes.ts';

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

const reads: Matchers<'http_request_seconds'> = {
  service: 'gateway',
  method: 'GET',
  route: { matches: readRoutes.join('|') },
};
const fast = { ...reads, status: { notMatching: '5..' } };
const served: Matchers<'http_request_seconds'> = {
  service: 'gateway',
  route: { notMatching: unmeasuredRoutes.join('|') },
};

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
    events: (clock) => rate(countOf('http_request_seconds', fast), clock),
    errors: (clock) =>
      `${rate(countOf('http_request_seconds', fast), clock)} - ${rate(within('http_request_seconds', ANSWERED, fast), clock)}`,
  },
  {
    id: 'served',
    title: 'Requests are answered without an error of the platform (5xx)',
    target: 0.999,
    events: (clock) => rate(countOf('http_request_seconds', served), clock),
    // Without a single error there is no series of one; without the metric there is still nothing.
    errors: (clock) =>
      `${rate(countOf('http_request_seconds', { ...served, status: { matches: '5..' } }), clock)} or 0 * ${rate(countOf('http_request_seconds', served), clock)}`,
  },
];
