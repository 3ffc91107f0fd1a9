import { bucketsOf, counter, countOf, gauge, sumOf } from '../promql/series.ts';
import { graph, type DashboardPlan } from './dashboard.ts';
import { quantileBy, rateBy, rateOf } from './expressions.ts';

/** Where postings are on their way, and where they wait. */
export const pipeline: DashboardPlan = {
  id: 'pipeline',
  title: 'Pipeline',
  about: 'From accepting to counting, step by step: where do postings wait?',
  rows: [
    {
      title: 'Rates',
      panels: [
        graph(
          'Postings a second, by step',
          'ops',
          'In a steady state all lines lie on each other; where one lies lower, the step before it fills up.',
          ['accepted', rateOf(counter('postings_total', { result: 'accepted' }))],
          ['published', rateOf(sumOf('relay_batch_size'))],
          ['tagged', rateOf(sumOf('consumer_batch_records', { projection: 'tagging' }))],
          ['counted for the first time', rateOf(countOf('posting_counted_seconds'))],
        ),
        graph('Dead letters', 'ops', 'Records that were put away. Any is a reason to look.', [
          '{{service}}',
          rateBy('service', counter('dead_letters_total')),
        ]),
        graph('From accepting to counting', 's', 'The limit of the objective is 10 s.', [
          '99 %',
          quantileBy(0.99, [], bucketsOf('posting_counted_seconds')),
        ]),
      ],
    },
    {
      title: 'Outbox',
      panels: [
        graph('Postings that wait to be published', 'short', 'Counted up to the limit of the backlog.', [
          'waiting',
          `max(${gauge('outbox_backlog')})`,
        ]),
        graph('The first of them has waited', 's', 'Above a minute somebody is paged.', [
          'age',
          `max(${gauge('outbox_oldest_seconds')})`,
        ]),
        graph('Relay', 'short', 'One replica holds the lease; none, or two for long, is wrong.', [
          'replicas with the lease',
          `sum(${gauge('relay_lease_held')})`,
        ]),
      ],
    },
    {
      title: 'Lag by partition',
      panels: [
        graph('Seconds', 's', 'It rises as the clock does where nothing is processed.', [
          '{{group}} {{partition}}',
          `max by (group, partition) (${gauge('consumer_lag_seconds')})`,
        ]),
        graph('Records', 'short', 'Last stable offset less committed offset.', [
          '{{group}} {{partition}}',
          `max by (group, partition) (${gauge('consumer_lag_records')})`,
        ]),
        graph(
          'What guards did',
          'ops',
          'Rebalances, fences, retries; `skillstream watch` has each with its reason.',
          ['{{type}}', rateBy('type', counter('pipeline_events_total'))],
        ),
      ],
    },
  ],
};
