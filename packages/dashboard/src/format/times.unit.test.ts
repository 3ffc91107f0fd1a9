import { expect, test } from '@jest/globals';
import { exactTimeOfDay, timeOfDay } from './times.ts';

// In the reader's zone, whatever that is here.
const at = new Date(2026, 0, 2, 14, 3, 5);

test.each([
  ['the same evening', new Date(2026, 0, 2, 23, 59, 59)],
  ['the same morning', new Date(2026, 0, 2)],
])('%s a time is without its date', (_, now) =>
  expect(timeOfDay(at, now)).toMatch(/^(02|2|14):03:05( PM)?$/i),
);

test.each([
  ['from midnight on', new Date(2026, 0, 3)],
  ['a year later', new Date(2027, 0, 2, 14, 3, 5)],
])('%s it has its date, with the year', (_, now) => {
  const text = timeOfDay(at, now);
  expect(text).toMatch(/Jan.*2026|2026.*Jan/);
  expect(text).toContain(':03:05');
});

test('steps of the same second are told apart by an exact time, which has its date as any other', () => {
  const [one, other] = [678, 679].map((ms) => new Date(2026, 0, 2, 14, 3, 5, ms));
  expect(exactTimeOfDay(one!, at)).toMatch(/^(02|2|14):03:05[.,]678( PM)?$/i);
  expect(exactTimeOfDay(other!, at)).not.toBe(exactTimeOfDay(one!, at));
  expect(exactTimeOfDay(one!, new Date(2026, 0, 3))).toMatch(
    /Jan.*2026.*:03:05[.,]678|2026.*Jan.*:03:05[.,]678/,
  );
});
