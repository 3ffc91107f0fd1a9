import { expect, test } from '@jest/globals';
import { alertText, knownText, leftText, noneFiresText, severityText, timesText } from './words.ts';

test.each([
  [null, 'no data'],
  [1, '100.0%'],
  [0, '0.0%'],
  [-0.5, 'none: spent 1.50×'],
  [-18.08, 'none: spent 19.08×'],
])('of a budget %p is left as %s: that nothing happened is not that all is left', (budgetLeft, text) =>
  expect(leftText({ budgetLeft })).toBe(text),
);

test.each([
  [null, 'no data'],
  [0, '0.00×'],
  [14.4, '14.40×'],
  [undefined, '–'],
])('a burn rate of %p is %s', (times, text) => expect(timesText(times)).toBe(text));

test('a severity says how soon somebody has to look', () => {
  expect(severityText('page')).toBe('page (look now)');
  expect(severityText('ticket')).toBe('ticket (on the next working day)');
});

test('an alert says what it is about, where there are several', () => {
  const summary = 'No replica of a service answers';
  expect(alertText({ summary, subject: 'tagging' })).toBe('No replica of a service answers: tagging');
  expect(alertText({ summary, subject: null })).toBe(summary);
});

test('what is known of less than the windows is said', () => {
  const burn = (knownSeconds: number) =>
    ['5m', '6h'].map((window) => ({ window, knownSeconds, events: 0, errors: 0, times: null }));
  expect(knownText(burn(600))).toMatch(/^Known for 10 min \(“–”: /);
  expect(knownText(burn(21_600))).toBe('Known for six hours and more');
  expect(knownText([])).toMatch(/^Known for 0 s/);
  expect(noneFiresText(burn(5))).toBe('No alert fires in the 5 s that are known.');
  expect(noneFiresText(burn(21_600))).toBe('No alert fires.');
});
