import { bucketsOf, counter, countOf, gauge } from '../promql/series.ts';
import { graph, type DashboardPlan } from './dashboard.ts';
import { quantileBy, rateBy, rateOf, shareOf } from './expressions.ts';
import { serviceRows } from './service-rows.ts';

const lookups = (result?: 'hit') => counter('cache_lookups_total', result ? { result } : {});

/** The only service that clients reach. */
export const gatewayDashboard: DashboardPlan = {
  id: 'gateway',
  title: 'Gateway',
  about: 'Requests of clients, what answers them, and what the gateway does not call any more.',
  rows: [
    {
      title: 'Gateway',
      panels: [
        graph('Circuit breakers', 'short', '1 while the gateway does not call a service, since it failed.', [
          '{{upstream}}',
          `max by (upstream) (${gauge('breaker_open')})`,
        ]),
        graph('Answered by the cache', 'percentunit', 'The share of queries whose result was there.', [
          'hits',
          shareOf(lookups('hit'), lookups()),
        ]),
        graph(
          'Clients of streams',
          'short',
          'Who listens to the live feed, and who watches the pipeline.',
          ['live feed', `sum(${gauge('live_clients')})`],
          ['pipeline', `sum(${gauge('pipeline_clients')})`],
        ),
      ],
    },
    ...serviceRows('gateway'),
  ],
};

/** Accepts postings and publishes them. */
export const ingestionDashboard: DashboardPlan = {
  id: 'ingestion',
  title: 'Ingestion',
  about: 'What comes in, and how the relay publishes it.',
  rows: [
    {
      title: 'Ingestion',
      panels: [
        graph('Postings', 'ops', 'By what became of them.', [
          '{{result}}',
          rateBy('result', counter('postings_total')),
        ]),
        graph('Outbox', 'short', 'Postings that wait to be published.', [
          'waiting',
          `max(${gauge('outbox_backlog')})`,
        ]),
        graph('Published', 'ops', 'Transactions of the relay a second.', [
          'transactions',
          rateOf(countOf('relay_batch_size')),
        ]),
      ],
    },
    ...serviceRows('ingestion'),
  ],
};

const reader = (service: 'tagging' | 'analytics', title: string, about: string): DashboardPlan => ({
  ...{ id: service, title, about },
  rows: [
    {
      title,
      panels: [
        graph('Batches', 'ops', 'Batches a second, by what they are counted in.', [
          '{{projection}}',
          rateBy('projection', countOf('consumer_batch_seconds', { service })),
        ]),
        graph('Time of a batch', 's', 'All but one of a hundred took no longer.', [
          '{{projection}}, 99 %',
          quantileBy(0.99, ['projection'], bucketsOf('consumer_batch_seconds', { service })),
        ]),
        graph('Dead letters', 'ops', 'Records that were put away.', [
          'dead letters',
          rateOf(counter('dead_letters_total', { service })),
        ]),
      ],
    },
    ...serviceRows(service),
  ],
});

/** Finds skills in postings. */
export const taggingDashboard = reader('tagging', 'Tagging', 'How postings are tagged.');
/** Counts postings and answers queries. */
export const analyticsDashboard = reader('analytics', 'Analytics', 'How postings are counted.');
