import { expect, test } from '@jest/globals';
import { datePostedOf } from './date-posted.ts';

const now = new Date('2025-06-15T12:00:00Z');

test.each([
  [undefined, '2025-06-15'],
  ['2025-05', '2025-05-01'],
  ['2025-05-31', '2025-05-31'],
  ['2025-05-31T23:30:00', '2025-05-31'],
  ['2025-05-31T23:30:00-05:00', '2025-06-01'],
  ['2025-05-31T23:30:00+0200', '2025-05-31'],
  ['2025-10-10T21:10:27.371+00:00', null],
  ['2025-06-16', '2025-06-16'],
])('%s is the day %s', (given, date) => {
  const day = datePostedOf(given, now);
  expect(day).toEqual(date === null ? { message: 'lies in the future' } : { date });
});

test.each(['yesterday', '2025-13', '2025-02-30', '2025-06-01T25:00', '15/06/2025', '', '2025-06-17'])(
  '%s is refused with a reason',
  (given) => {
    expect(datePostedOf(given, now)).toHaveProperty('message');
  },
);
