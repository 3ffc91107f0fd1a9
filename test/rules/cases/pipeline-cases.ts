import { casesOf, type AlertCase } from './alert-case.ts';

const lag = (group: string, partition = 0) =>
  `skillstream_consumer_lag_seconds{service="tagging",group="${group}",partition="${partition}"}`;
const [AGE, LEASE, BATCHES] = [
  'skillstream_outbox_oldest_seconds{service="ingestion",instance="a"}',
  'skillstream_relay_lease_held{service="ingestion",instance="a"}',
  'skillstream_relay_batch_size_count{service="ingestion",instance="a"}',
];
const AGE_B = AGE.replace('"a"', '"b"');
const LEASE_B = LEASE.replace('"a"', '"b"');
const event = (type: string) => `skillstream_pipeline_events_total{service="analytics",type="${type}"}`;
const VIEWS = lag('analytics-views-v6');

const behind = casesOf('ConsumerBehind', 'page');
const unknown = casesOf('LagUnknown', 'ticket');
const waits = casesOf('OutboxWaits', 'page');
const outboxUnknown = casesOf('OutboxUnknown', 'ticket');
const noRelay = casesOf('NoRelay', 'page');
const stuck = casesOf('RelayWithoutProgress', 'page');
const dead = casesOf('DeadLetters', 'ticket');
const rebuilding = casesOf('ViewsRebuilding', 'ticket');

const threeGroups = (values: string) => ({
  [lag('tagging')]: values,
  [VIEWS]: values,
  [lag('analytics-facts')]: values,
});

/** What stands between accepting and counting, and what only looks so. */
export const pipelineCases: AlertCase[] = [
  behind(
    'a reader is down: its lag rises as the clock does',
    '5m',
    { [lag('tagging')]: '0+30x20' },
    {
      labels: { group: 'tagging' },
      value: '5m 0s',
    },
  ),
  behind(
    'one partition of two is behind',
    '5m',
    { [VIEWS]: '90x20', [lag('analytics-views-v6', 1)]: '0x20' },
    { labels: { group: 'analytics-views-v6' }, value: '1m 30s' },
  ),
  behind('it has been so for a minute only', '3m', { [lag('tagging')]: '0x4 90x2' }),
  behind('it is just below a minute', '10m', { [lag('tagging')]: '60x30' }),
  behind('nothing waits', '10m', threeGroups('0x30')),

  unknown('Kafka does not respond to a writer', '10m', { [lag('tagging')]: '0x30' }, { value: '1' }),
  unknown('no writer says anything', '10m', {}, { value: '0' }),
  unknown('all are known', '10m', threeGroups('0x30')),
  unknown('an upgrade has begun another group', '10m', {
    ...threeGroups('0x30'),
    [lag('analytics-views-v6')]: '0x30',
  }),
  unknown('they are unknown for two minutes', '10m', threeGroups('0x5 _x4 0x20')),

  waits('nothing is published', '5m', { [AGE]: '0+30x20' }, { value: '5m 0s' }),
  waits('it is just below a minute', '10m', { [AGE]: '60x30' }),
  waits('nothing waits', '10m', { [AGE]: '0x30' }),

  outboxUnknown('MongoDB has been away from the only replica', '15m', { [AGE]: '0x5' }, { value: '0' }),
  outboxUnknown('no replica says anything', '10m', {}, { value: '0' }),
  outboxUnknown('one of two knows', '10m', { [AGE]: '0x5', [AGE_B]: '0x30' }),
  outboxUnknown('it is unknown for two minutes', '10m', { [AGE]: '0x5 _x4 0x20' }),

  noRelay(
    'neither of two replicas holds the lease',
    '5m',
    { [AGE]: '0+30x20', [LEASE]: '0x20', [LEASE_B]: '0x20' },
    { value: '5m 0s' },
  ),
  noRelay('one of them does', '5m', { [AGE]: '0+30x20', [LEASE]: '0x20', [LEASE_B]: '1x20' }),
  noRelay('nobody does, and nothing waits', '5m', { [AGE]: '0x20', [LEASE]: '0x20' }),
  noRelay('the lease changes hands within a minute', '5m', { [AGE]: '5+10x20', [LEASE]: '1x8 0 1x10' }),

  stuck(
    'it holds the lease and publishes nothing',
    '5m',
    { [AGE]: '0+30x20', [LEASE]: '1x20', [BATCHES]: '7x20' },
    { value: '5m 0s' },
  ),
  stuck(
    'it fails, and takes the lease again each time: most looks find nobody',
    '5m',
    { [AGE]: '0+30x20', [LEASE]: '1 0 0 1 0 0 1 0 0 1 0 0 1', [BATCHES]: '7x20' },
    { value: '5m 0s' },
  ),
  stuck('nobody has been the relay for minutes', '8m', {
    ...{ [AGE]: '0+30x20', [LEASE]: '1 0x20', [BATCHES]: '7x20' },
  }),
  stuck('it publishes, and less than comes in', '5m', {
    ...{ [AGE]: '0+30x20', [LEASE]: '1x20', [BATCHES]: '0+3x20' },
  }),
  stuck('there is nothing to publish', '5m', { [AGE]: '0x20', [LEASE]: '1x20', [BATCHES]: '7x20' }),

  dead(
    'a record cannot be decoded',
    '5m',
    { 'skillstream_dead_letters_total{service="tagging"}': '0 0 0 2x20' },
    { labels: { service: 'tagging' }, value: '2' },
  ),
  dead('there are some of long ago', '60m', {
    'skillstream_dead_letters_total{service="tagging"}': '0 2x130',
  }),
  dead('there are none', '5m', { 'skillstream_dead_letters_total{service="analytics"}': '0x20' }),

  rebuilding(
    'two of three have not caught up, and are far behind',
    '40m',
    { [event('views.rebuilding')]: '3x90', [event('views.caught-up')]: '1x90', [VIEWS]: '600x90' },
    { value: '2' },
  ),
  rebuilding(
    'none has caught up since the start',
    '40m',
    { [event('views.rebuilding')]: '3x90', [event('views.caught-up')]: '0x90', [VIEWS]: '600x90' },
    { value: '3' },
  ),
  rebuilding('all have caught up, and are behind for another reason', '40m', {
    ...{ [event('views.rebuilding')]: '3x90', [event('views.caught-up')]: '3x90', [VIEWS]: '600x90' },
  }),
  rebuilding('another replica took the rebuild over, and it has ended', '40m', {
    ...{ [event('views.rebuilding')]: '3x90', [event('views.caught-up')]: '2x90', [VIEWS]: '0x90' },
  }),
  rebuilding('it has lasted for twenty minutes', '20m', {
    ...{ [event('views.rebuilding')]: '3x90', [event('views.caught-up')]: '0x90', [VIEWS]: '600x90' },
  }),
];
