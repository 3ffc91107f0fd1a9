import { expect, test } from '@jest/globals';
import { datePostedOf } from './date-posted.ts';

const now = new Date('2025-06-15T12:00:00Z');

test.each([
  [undefined, '2025-06-15'],
  ['2025-05', '2025-05-01'],
  ['2025-05-31', '2025-05-31'],
  ['2025-05-31T23:30:00', '2025-05-31'],
  ['2025-05-31T23:30:00-05:00', '2025-05-31'],
  ['2025-05-31T23:30:00+0200', '2025-05-31'],
  ['2025-06-01T00:30:00+02:00', '2025-06-01'],
  ['2025-06-01T00:30:00Z', '2025-06-01'],
  ['2025-05-31T24:00:00Z', '2025-06-01'],
  ['2025-10-10T21:10:27.371+00:00', null],
  ['2025-06-16', '2025-06-16'],
  ['1990-01-01', '1990-01-01'],
  ['1990-01-01T00:00:00+00:01', '1990-01-01'],
])('%s is the day %s, where it was written', (given, date) => {
  const day = datePostedOf(given, now);
  expect(day).toEqual(date === null ? { message: 'lies in the future' } : { date });
});

test.each(['yesterday', '2025-13', '2025-02-30', '2025-06-01T25:00', '15/06/2025', '', '2025-06-17'])(
  '%s is refused with a reason',
  (given) => {
    expect(datePostedOf(given, now)).toHaveProperty('message');
  },
);

test.each(['1989-12-31', '1989-12-31T23:30:00-05:00', '0500-01', '0000-01-01', '0000-01-01T00:00:00+23:59'])(
  '%s lies before any posting, and is refused with the first day',
  (given) => {
    expect(datePostedOf(given, now)).toEqual({ message: 'lies before 1990-01-01' });
  },
);

test('a zone moves no date beyond tomorrow', () => {
  expect(datePostedOf('2025-06-16T12:00:00Z', now)).toEqual({ date: '2025-06-16' });
  expect(datePostedOf('2025-06-16T23:59:00-23:59', now)).toEqual({ message: 'lies in the future' });
  expect(datePostedOf('2025-06-17T01:00:00+14:00', now)).toEqual({ message: 'lies in the future' });
});
