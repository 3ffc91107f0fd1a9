import { casesOf, type AlertCase } from './alert-case.ts';

const postings = (state: string, service: string) =>
  `skillstream_ledger_postings{service="${service}",state="${state}"}`;
const versions = (service: string) => `skillstream_ledger_versions{service="${service}"}`;
const readAt = (service: string) => `skillstream_ledger_read_timestamp_seconds{service="${service}"}`;
const found = (kind: string) => `skillstream_differences_found_total{service="gateway",kind="${kind}"}`;
const lag = (group: string) =>
  `skillstream_consumer_lag_records{service="tagging",group="${group}",partition="0"}`;
const LAG = lag('analytics-facts');
const BACKLOG = 'skillstream_outbox_backlog{service="ingestion"}';

const steady = (value: number) => `${value}x30`;
/** A ledger that balances: 100 accepted, of which 10 are retracted, one of them in vain, and 3 died. */
const balanced = {
  [postings('accepted', 'ingestion')]: steady(100),
  [postings('pending', 'ingestion')]: steady(0),
  [postings('retracted', 'ingestion')]: steady(10),
  [postings('counted', 'analytics')]: steady(88),
  [postings('dead-lettered', 'analytics')]: steady(3),
  [postings('dead-retractions', 'analytics')]: steady(1),
  [postings('dead-unknown', 'analytics')]: steady(0),
  [versions('ingestion')]: steady(120),
  [versions('analytics')]: steady(120),
  [LAG]: steady(0),
  [lag('tagging')]: steady(0),
  [lag('analytics-views-v6')]: steady(0),
  [BACKLOG]: steady(0),
};
const oneMissing = { ...balanced, [postings('counted', 'analytics')]: steady(87) };

const unbalanced = casesOf('LedgerUnbalanced', 'page');
const unknown = casesOf('LedgerUnknown', 'ticket');
const differences = casesOf('DifferencesFound', 'page');

/** A ledger that does not balance, and such as only look so. */
export const ledgerCases: AlertCase[] = [
  unbalanced('one posting is missing while nothing moves', '9m', oneMissing, { value: '1' }),
  unbalanced(
    'one is counted too much',
    '9m',
    { ...balanced, [postings('counted', 'analytics')]: steady(89) },
    { value: '-1' },
  ),
  unbalanced(
    'as many are counted, and one at an old version',
    '9m',
    { ...balanced, [versions('analytics')]: steady(119) },
    { value: '1' },
  ),
  unbalanced(
    'one more is there than outdated dead letters explain',
    '9m',
    {
      ...balanced,
      [postings('dead-lettered', 'analytics')]: steady(5),
      [postings('dead-unknown', 'analytics')]: steady(1),
    },
    { value: '-1' },
  ),
  unbalanced('a dead letter may be outdated, and so may its version', '9m', {
    ...balanced,
    [postings('dead-lettered', 'analytics')]: steady(4),
    [postings('dead-unknown', 'analytics')]: steady(1),
    [versions('analytics')]: steady(121),
  }),
  unbalanced('it balances', '9m', balanced),
  unbalanced('one is missing, and records are on their way', '9m', { ...oneMissing, [LAG]: steady(1) }),
  unbalanced('one is missing, and postings wait to be published', '9m', {
    ...oneMissing,
    [BACKLOG]: steady(1),
  }),
  unbalanced('one is missing, and how far one of three groups is behind is not known', '9m', {
    ...oneMissing,
    [LAG]: '_x20',
  }),
  unbalanced('postings come in one by one, and analytics has always counted before ingestion', '9m', {
    ...balanced,
    [postings('accepted', 'ingestion')]: '101+1x20',
    [postings('counted', 'analytics')]: '88+1x20',
    [versions('ingestion')]: '121+1x20',
    [versions('analytics')]: '120+1x20',
  }),
  unbalanced(
    'new versions of known postings come in, and analytics has always counted before ingestion',
    '9m',
    {
      ...balanced,
      [versions('ingestion')]: '121+1x30',
      [versions('analytics')]: '120+1x30',
    },
  ),
  unbalanced('as many are retracted as come in, and analytics has always counted before ingestion', '9m', {
    ...balanced,
    [postings('accepted', 'ingestion')]: '101+1x20',
    [postings('retracted', 'ingestion')]: '10+1x20',
    [postings('counted', 'analytics')]: steady(87),
  }),
  unbalanced(
    'one is missing since the last came in, eight minutes ago',
    '12m',
    {
      ...balanced,
      [postings('accepted', 'ingestion')]: '92+1x8 100x22',
      [postings('counted', 'analytics')]: '79+1x8 87x22',
    },
    { value: '1' },
  ),
  unbalanced('it has been so for four minutes', '9m', {
    ...oneMissing,
    [postings('counted', 'analytics')]: '88x9 87x10',
  }),
  unbalanced('analytics does not count', '9m', {
    ...oneMissing,
    [postings('counted', 'analytics')]: '_x20',
  }),

  unknown(
    'analytics has not counted for long',
    '30m',
    {
      [readAt('ingestion')]: '0+30x70',
      [readAt('analytics')]: '0+30x20 600x50',
    },
    { value: '1' },
  ),
  unknown('nobody counts', '30m', {}, { value: '0' }),
  unknown('both do, each minute and a half', '30m', {
    [readAt('ingestion')]: '0+30x70',
    [readAt('analytics')]: `${[0, 0, 0, 90, 90, 90, 180, 180, 180].join(' ')} 270+30x60`,
  }),
  unknown('a relay takes over', '30m', {
    [readAt('ingestion')]: '0+30x30 _x6 1110+30x40',
    [readAt('analytics')]: '0+30x70',
  }),

  differences(
    'a reconciliation finds two',
    '30m',
    { [found('missing')]: '0x40 2x40', [found('behind')]: '0x80' },
    { labels: { kind: 'missing' }, value: '2' },
  ),
  differences('it found some two hours ago, and none since', '150m', { [found('missing')]: '0 2x320' }),
  differences('none was found', '30m', { [found('missing')]: '0x80' }),
];
