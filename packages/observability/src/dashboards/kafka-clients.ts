import { bucketsOf, counter, countOf, sumOf } from '../promql/series.ts';
import { graph, type DashboardPlan } from './dashboard.ts';
import { meanBy, quantileBy, rateBy } from './expressions.ts';

const events = (type: string) =>
  rateBy('service', counter('pipeline_events_total', { type: { matches: type } }));

/** How the services read and write Kafka. */
export const kafkaClients: DashboardPlan = {
  id: 'kafka-clients',
  title: 'Kafka clients',
  about: 'Batches of consumers and of the relay, and what changed hands between replicas.',
  rows: [
    {
      title: 'Consumers',
      panels: [
        graph('Batches', 'ops', 'Batches a second.', [
          '{{projection}}',
          rateBy('projection', countOf('consumer_batch_seconds')),
        ]),
        graph(
          'Time of a batch',
          's',
          'Longer than the session of the group, and Kafka takes the reader for dead.',
          ['{{projection}}, 99 %', quantileBy(0.99, ['projection'], bucketsOf('consumer_batch_seconds'))],
        ),
        graph('Records in a batch', 'short', 'They grow when a reader catches up.', [
          '{{projection}}',
          meanBy('projection', sumOf('consumer_batch_records'), countOf('consumer_batch_records')),
        ]),
      ],
    },
    {
      title: 'Relay',
      panels: [
        graph('Time of a transaction', 's', 'From having read postings to having cleared them.', [
          '99 %',
          quantileBy(0.99, [], bucketsOf('relay_batch_seconds')),
        ]),
        graph('Postings in a transaction', 'short', 'They grow with the load.', [
          'mean',
          meanBy('service', sumOf('relay_batch_size'), countOf('relay_batch_size')),
        ]),
      ],
    },
    {
      title: 'Ownership',
      panels: [
        graph('Partitions that changed hands', 'ops', 'Rebalances: at a start and an end of a replica.', [
          '{{service}}',
          events('partition\\.(acquired|lost)'),
        ]),
        graph('Refused writes', 'ops', 'Whoever believes to own something still is refused by the engine.', [
          '{{service}}',
          events('fenced|write\\.refused|batch\\.dropped'),
        ]),
        graph('Steps that failed and are tried again', 'ops', 'An engine is away, or refuses.', [
          '{{service}}',
          events('retried'),
        ]),
      ],
    },
  ],
};
