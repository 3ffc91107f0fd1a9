import { groups } from '@skillstream/contracts';
import { MINUTE, type Clock } from '../promql/clock.ts';
import { countOf, counter, gauge } from '../promql/series.ts';
import type { Alert } from './alert.ts';
import { limits } from './limits.ts';

const outboxAge = `max(${gauge('outbox_oldest_seconds')})`;
const leases = `sum(${gauge('relay_lease_held')})`;
const lagOf = (group: string) => gauge('consumer_lag_seconds', { group });

const rebuilds = (type: 'views.rebuilding' | 'views.caught-up') =>
  `sum(${counter('pipeline_events_total', { service: 'analytics', type })})`;
/** Views that began to be built and have not caught up. */
const rebuilding = `${rebuilds('views.rebuilding')} - ${rebuilds('views.caught-up')}`;

/** Why postings are not, or not soon, counted: what stands between accepting and counting. */
export const pipelineAlerts = (clock: Clock): Alert[] => [
  {
    name: 'ConsumerBehind',
    severity: 'page',
    forSeconds: 2 * MINUTE,
    summary: 'A consumer group is more than a minute behind',
    description:
      'The first record that {{ $labels.group }} has not processed is {{ $value | humanizeDuration }} old',
    condition: {
      value: `max by (group) (${gauge('consumer_lag_seconds')})`,
      is: '>',
      than: clock.seconds(limits.behindSeconds),
    },
  },
  {
    name: 'LagUnknown',
    severity: 'ticket',
    forSeconds: 5 * MINUTE,
    summary: 'How far consumer groups are behind is not known',
    description: `The lag of {{ $value }} of ${Object.keys(groups).length} consumer groups is known`,
    condition: {
      value: `count(count by (group) (${gauge('consumer_lag_seconds')})) or vector(0)`,
      is: '<',
      than: Object.keys(groups).length,
    },
  },
  {
    name: 'OutboxWaits',
    severity: 'page',
    forSeconds: 2 * MINUTE,
    summary: 'Accepted postings are not published',
    description:
      'The first accepted posting that is not published has waited for {{ $value | humanizeDuration }}',
    condition: { value: outboxAge, is: '>', than: clock.seconds(limits.outboxWaitsSeconds) },
  },
  {
    name: 'OutboxUnknown',
    severity: 'ticket',
    forSeconds: 5 * MINUTE,
    summary: 'What waits to be published is not known',
    description: '{{ $value }} replicas of ingestion know what is accepted and not published',
    condition: { value: `count(${gauge('outbox_oldest_seconds')}) or vector(0)`, is: '<', than: 1 },
  },
  {
    name: 'NoRelay',
    severity: 'page',
    forSeconds: MINUTE,
    summary: 'No replica of ingestion is the relay while postings wait',
    description:
      'The first accepted posting has waited for {{ $value | humanizeDuration }}, and nobody holds the lease',
    condition: {
      all: [
        { value: outboxAge, is: '>', than: clock.seconds(limits.withoutRelaySeconds) },
        { value: leases, is: '==', than: 0 },
      ],
    },
  },
  {
    name: 'RelayWithoutProgress',
    severity: 'page',
    forSeconds: MINUTE,
    summary: 'The relay holds its lease and publishes nothing while postings wait',
    description:
      'The first accepted posting has waited for {{ $value | humanizeDuration }}, and the relay publishes nothing',
    condition: {
      all: [
        { value: outboxAge, is: '>', than: clock.seconds(30) },
        // One that fails gives the lease up, and takes it again: at most looks nobody holds it.
        {
          value: `sum(max_over_time(${gauge('relay_lease_held')}[${clock.span(2 * MINUTE)}]))`,
          is: '>=',
          than: 1,
        },
        { value: `sum(rate(${countOf('relay_batch_size')}[${clock.span(2 * MINUTE)}]))`, is: '==', than: 0 },
      ],
    },
  },
  {
    name: 'DeadLetters',
    severity: 'ticket',
    summary: 'Records are put away because they cannot be processed',
    description:
      '{{ $labels.service }} has put away {{ $value | humanize }} records within a quarter of an hour',
    condition: {
      value: `sum by (service) (increase(${counter('dead_letters_total')}[${clock.span(limits.deadLettersSeconds)}]))`,
      is: '>',
      than: 0,
    },
  },
  {
    name: 'ViewsRebuilding',
    severity: 'ticket',
    forSeconds: 30 * MINUTE,
    summary: 'Views have been rebuilding for half an hour',
    description:
      'Of the partitions of the views {{ $value }} more began to be rebuilt than have caught up: those answer no queries until they have',
    condition: {
      all: [
        { value: rebuilding, is: '>', than: 0 },
        // A rebuild that another replica took over ends there: only with lag is one under way.
        { value: `max(${lagOf(groups.views)})`, is: '>', than: clock.seconds(5) },
      ],
    },
  },
];
