import { expect, test } from '@jest/globals';
import { alertText, knownText, leftText, timesText } from './words.ts';

test.each([
  [null, 'no data'],
  [1, '100.0%'],
  [0, '0.0%'],
  [-0.5, '-50.0%'],
])('of a budget %p is left as %s: that nothing happened is not that all is left', (budgetLeft, text) =>
  expect(leftText({ budgetLeft })).toBe(text),
);

test.each([
  [null, 'no data'],
  [0, '0.00×'],
  [14.4, '14.40×'],
])('a burn rate of %p is %s', (times, text) => expect(timesText({ times })).toBe(text));

test('an alert says what it is about, where there are several', () => {
  const summary = 'No replica of a service answers';
  expect(alertText({ summary, subject: 'tagging' })).toBe('No replica of a service answers: tagging');
  expect(alertText({ summary, subject: null })).toBe(summary);
});

test('what is known of less than the windows is said', () => {
  const burn = (knownSeconds: number) =>
    ['5m', '6h'].map((window) => ({ window, knownSeconds, events: 0, errors: 0, times: null }));
  expect(knownText(burn(600))).toBe('Known for 10 min');
  expect(knownText(burn(21_600))).toBeNull();
  expect(knownText([])).toBe('Known for 0 s');
});
