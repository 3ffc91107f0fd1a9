import type { ServiceName } from '@skillstream/contracts';
import { bucketsOf, counter, countOf, gauge, select, sumOf } from '../promql/series.ts';
import { JOB } from '../alerts/service-alerts.ts';
import { graph, type Row } from './dashboard.ts';
import { quantileBy, rateBy, shareOf } from './expressions.ts';

// The gauges are of the time between two looks at the loop, 10 ms of which are meant to lie between them.
const LOOK_SECONDS = 0.01;
const late = (figure: 'max' | 'p99' | 'p50', service: ServiceName): string => {
  const series = gauge(`nodejs_eventloop_lag_${figure}_seconds`, { service });
  return `clamp_min(max by (instance) (${series}) - ${LOOK_SECONDS}, 0)`;
};

/** What every process has: requests, event loop, memory, garbage. */
export const serviceRows = (service: ServiceName): Row[] => [
  {
    title: 'Requests',
    panels: [
      graph('Requests a second', 'reqps', 'By route and status.', [
        '{{method}} {{route}} {{status}}',
        rateBy('method, route, status', countOf('http_request_seconds', { service })),
      ]),
      graph('Time of a request', 's', 'All but one of a hundred were answered within so long, by route.', [
        '{{route}}, 99 %',
        quantileBy(0.99, ['route'], bucketsOf('http_request_seconds', { service })),
      ]),
      graph('Errors', 'percentunit', 'The share of requests that end with 5xx.', [
        '5xx',
        shareOf(
          countOf('http_request_seconds', { service, status: { matches: '5..' } }),
          countOf('http_request_seconds', { service }),
        ),
      ]),
      graph('Refused tokens', 'reqps', 'By the reason; many at once are an attempt.', [
        '{{reason}}',
        rateBy('reason', counter('refused_tokens_total', { service })),
      ]),
    ],
  },
  {
    title: 'Process',
    panels: [
      graph('Replicas that answer', 'short', 'As Prometheus finds them.', [
        'up',
        `sum(${select('up', { job: JOB, service })})`,
      ]),
      graph('CPU', 'short', 'Cores used, by replica.', [
        '{{instance}}',
        rateBy('instance', counter('process_cpu_seconds_total', { service })),
      ]),
      graph(
        'Event loop',
        's',
        'How late turns are: above 250 ms in one of a hundred, requests and heartbeats suffer.',
        ['{{instance}}, longest', late('max', service)],
        ['{{instance}}, 99 %', late('p99', service)],
        ['{{instance}}, median', late('p50', service)],
      ),
      graph(
        'Memory',
        'bytes',
        'What the process holds, and what of it is in V8’s heap.',
        [
          '{{instance}}, resident',
          `max by (instance) (${gauge('process_resident_memory_bytes', { service })})`,
        ],
        ['{{instance}}, heap', `max by (instance) (${gauge('nodejs_heap_size_used_bytes', { service })})`],
      ),
      graph(
        'Garbage collection',
        'percentunit',
        'The share of time that it takes; near 1 the heap is full.',
        ['{{instance}}', rateBy('instance', sumOf('nodejs_gc_duration_seconds', { service }))],
      ),
      graph(
        'Time of a collection',
        's',
        'All but one of a hundred took no longer, by kind: a major one stands the process still.',
        ['{{kind}}, 99 %', quantileBy(0.99, ['kind'], bucketsOf('nodejs_gc_duration_seconds', { service }))],
      ),
    ],
  },
];
