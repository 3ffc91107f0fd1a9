import { casesOf, type AlertCase } from './alert-case.ts';

const up = (service: string, instance = 'a') =>
  `up{job="skillstream",service="${service}",instance="${instance}"}`;
const refused = (reason: string) => `skillstream_refused_tokens_total{service="gateway",reason="${reason}"}`;
const BREAKER = 'skillstream_breaker_open{service="gateway",instance="a",upstream="tagging"}';
const LOOP = 'skillstream_nodejs_eventloop_lag_p99_seconds{service="gateway",instance="a"}';

const down = casesOf('ServiceDown', 'page');
const breaker = casesOf('BreakerOpen', 'ticket');
const tokens = casesOf('TokensRefused', 'ticket');
const loop = casesOf('EventLoopBlocked', 'ticket');

const others = { [up('gateway')]: '1x20', [up('ingestion')]: '1x20', [up('tagging')]: '1x20' };

/** What is wrong with a service or with its callers, and what only looks so. */
export const serviceCases: AlertCase[] = [
  down(
    'neither of two replicas answers',
    '5m',
    { ...others, [up('analytics')]: '0x20', [up('analytics', 'b')]: '0x20' },
    { labels: { service: 'analytics' } },
  ),
  down('there is no target of it', '5m', others, { labels: { service: 'analytics' } }),
  down('one of two replicas answers', '5m', {
    ...{ ...others, [up('analytics')]: '0x20', [up('analytics', 'b')]: '1x20' },
  }),
  down('it starts again within a minute', '5m', { ...others, [up('analytics')]: '1x7 0 1x20' }),

  breaker('it stays open', '5m', { [BREAKER]: '0 1x20' }, { labels: { upstream: 'tagging' } }),
  breaker('it was open for half a minute', '5m', { [BREAKER]: '0x8 1 0x20' }),
  breaker('it is closed', '5m', { [BREAKER]: '0x20' }),

  tokens('somebody tries many tokens', '90m', { [refused('invalid')]: '0x160 0+10x20' }, { value: '190' }),
  tokens('there are as many as always', '90m', { [refused('invalid')]: '0+10x200' }),
  tokens('they are few', '90m', { [refused('invalid')]: '0x160 0+2x20' }),
  tokens('they have no token at all', '90m', {
    [refused('invalid')]: '0x200',
    [refused('missing')]: '0x160 0+100x20',
  }),

  loop(
    'turns are late by a second',
    '10m',
    { [LOOP]: '1x30' },
    { labels: { service: 'gateway' }, value: '1s' },
  ),
  loop('they are late by a quarter, which answers may be', '10m', { [LOOP]: '0.25x30' }),
  loop('they were for some minutes', '10m', { [LOOP]: '0.01x5 1x8 0.01x10' }),
];
