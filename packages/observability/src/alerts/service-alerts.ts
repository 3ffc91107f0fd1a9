import { serviceNames } from '@skillstream/contracts';
import { HOUR, MINUTE, type Clock } from '../promql/clock.ts';
import { counter, gauge, select } from '../promql/series.ts';
import type { Alert } from './alert.ts';

/** The job of the services in Prometheus: every target has it, and the label `service`. */
export const JOB = 'skillstream';

/** Replicas of each service that answer Prometheus; 0 also where it knows of none. */
const replicas = `sum by (service) (${select('up', { job: JOB })}) or on (service) (${serviceNames
  .map((name) => `label_replace(vector(0), "service", "${name}", "", "")`)
  .join(' or ')})`;

// A request without a token is nobody's attempt: browsers and probes make them.
const refused = counter('refused_tokens_total', {
  service: 'gateway',
  reason: { matches: 'invalid|insufficient' },
});
const refusedNow = (clock: Clock) => `sum(increase(${refused}[${clock.span(10 * MINUTE)}]))`;
/** In ten minutes, on average over the hour before them. */
const refusedBefore = (clock: Clock) =>
  `sum(increase(${refused}[${clock.span(HOUR)}] offset ${clock.span(10 * MINUTE)})) / 6 or vector(0)`;

/** What is wrong with a service, or with who calls it. */
export const serviceAlerts = (clock: Clock): Alert[] => [
  {
    name: 'ServiceDown',
    severity: 'page',
    forSeconds: 2 * MINUTE,
    summary: 'No replica of a service answers',
    description: 'No replica of {{ $labels.service }} answers Prometheus',
    condition: { value: replicas, is: '==', than: 0 },
  },
  {
    name: 'BreakerOpen',
    severity: 'ticket',
    forSeconds: MINUTE,
    summary: 'The gateway does not call a service, since it failed',
    description: 'The circuit breaker of {{ $labels.upstream }} is open',
    condition: { value: `max by (upstream) (${gauge('breaker_open')})`, is: '>', than: 0 },
  },
  {
    name: 'TokensRefused',
    severity: 'ticket',
    summary: 'Far more tokens are refused than before',
    description:
      '{{ $value | humanize }} requests within ten minutes had a token that is invalid or not sufficient',
    condition: {
      all: [
        { value: refusedNow(clock), is: '>', than: 50 },
        { value: refusedNow(clock), is: '>', than: `5 * (${refusedBefore(clock)})` },
      ],
    },
  },
  {
    name: 'EventLoopBlocked',
    severity: 'ticket',
    forSeconds: 5 * MINUTE,
    summary: 'A process is too busy to answer in time',
    description: 'In {{ $labels.service }} one turn in a hundred is late by {{ $value | humanizeDuration }}',
    condition: {
      value: `max by (service) (${gauge('nodejs_eventloop_lag_p99_seconds')})`,
      is: '>',
      than: 0.25,
    },
  },
];
