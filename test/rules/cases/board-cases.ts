import { casesOf, type AlertCase } from './alert-case.ts';

const unread = (source: string, instance = 'a') =>
  `skillstream_board_unread_seconds{service="ingestion",instance="${instance}",source="${source}"}`;
const interval = (source: string, instance = 'a') =>
  `skillstream_board_interval_seconds{service="ingestion",instance="${instance}",source="${source}"}`;
const notRead = casesOf('BoardNotRead', 'ticket');

/** A source that is read every ten minutes, and was read before the beginning. */
const tenMinutes = { [interval('acme')]: '600x200' };

/** Boards that are not read, and such as only were late. */
export const boardCases: AlertCase[] = [
  notRead(
    'one is not read for an hour, another one is',
    '60m',
    {
      ...tenMinutes,
      [unread('acme')]: '0+30x200',
      [unread('boats')]: '300x200',
      [interval('boats')]: '600x200',
    },
    { labels: { source: 'acme' }, value: '6' },
  ),
  notRead(
    'of two replicas both say so, and it is said once',
    '60m',
    {
      ...{ ...tenMinutes, [unread('acme')]: '0+30x200' },
      ...{ [unread('acme', 'b')]: '0+30x200', [interval('acme', 'b')]: '600x200' },
    },
    { labels: { source: 'acme' }, value: '6' },
  ),
  notRead('it is read again in the third interval', '60m', {
    ...tenMinutes,
    [unread('acme')]: '0+30x55 0+30x55',
  }),
  notRead('it is paused, or in no file any more', '60m', {
    [unread('acme')]: '0+30x50 _x150',
    [interval('acme')]: '600x50 _x150',
  }),
  notRead('it is read once a day', '600m', {
    [unread('acme')]: '0+30x1300',
    [interval('acme')]: '86400x1300',
  }),
  notRead('nothing is read from boards', '60m', {}),
];
