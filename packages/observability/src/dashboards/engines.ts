import { bucketsOf, counter, gauge } from '../promql/series.ts';
import { graph, type DashboardPlan } from './dashboard.ts';
import { quantileBy, rateBy } from './expressions.ts';

const retried = counter('pipeline_events_total', { type: 'retried' });

/** What the services notice of Kafka, MongoDB and Redis; what these say of themselves, their own exporters know. */
export const engines: DashboardPlan = {
  id: 'engines',
  title: 'Engines, as the services see them',
  about: 'No figures of the engines themselves: Kafka, MongoDB and Redis have exporters of their own.',
  rows: [
    {
      title: 'Kafka',
      panels: [
        graph('Groups whose lag is known', 'short', 'Fewer than three: Kafka does not respond to a writer.', [
          'groups',
          `count(count by (group) (${gauge('consumer_lag_seconds')})) or vector(0)`,
        ]),
        graph(
          'Time of a transaction',
          's',
          'Kafka’s and MongoDB’s together: reading is not in it, clearing is.',
          ['99 %', quantileBy(0.99, [], bucketsOf('relay_batch_seconds'))],
        ),
        graph('Steps that failed', 'ops', 'Tried again after a pause; `skillstream watch` has the reasons.', [
          '{{service}}',
          rateBy('service', retried),
        ]),
      ],
    },
    {
      title: 'MongoDB',
      panels: [
        graph('Time to write facts', 's', 'Batches of the projection that MongoDB stores.', [
          '99 %',
          quantileBy(0.99, [], bucketsOf('consumer_batch_seconds', { projection: 'facts' })),
        ]),
        graph('Time to accept', 's', 'Requests that end in a write of MongoDB.', [
          '99 %',
          quantileBy(
            0.99,
            [],
            bucketsOf('http_request_seconds', {
              service: 'ingestion',
              method: 'POST',
              route: '/v1/postings',
            }),
          ),
        ]),
      ],
    },
    {
      title: 'Redis',
      panels: [
        graph('Time to write views', 's', 'Batches of the projection that Redis stores.', [
          '99 %',
          quantileBy(0.99, [], bucketsOf('consumer_batch_seconds', { projection: 'views' })),
        ]),
        graph(
          'Dropped',
          'ops',
          'Events and snapshots of the pipeline page that Redis did not take in time.',
          ['{{service}}', rateBy('service', counter('pipeline_dropped_total'))],
        ),
      ],
    },
  ],
};
