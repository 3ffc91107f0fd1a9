import { expect, test } from '@jest/globals';
import type { AlertCase } from './cases/alert-case.ts';
import { byId, cases, expectedOf, idOf } from './cases/index.ts';
import { checkRules, testRules, type ExpectedAlert } from './promtool.ts';

const run = ({ series, interval, at, alert }: AlertCase, expected: ExpectedAlert[]) =>
  testRules({ series, interval, at, alertname: alert, expected });

test.each([1, 60])('promtool finds nothing wrong with the rules at the scale %d', (scale) => {
  expect(checkRules(scale)).toMatchObject({ ok: true });
});

test('every alert has series over which it fires, and series over which it must not', () => {
  const lacking = [...byId.values()].flatMap(({ alert, labels }) => {
    const own = cases.filter((one) => one.alert === alert);
    const firing = own.filter(({ fires }) => fires.some(({ severity }) => severity === labels.severity));
    return firing.length > 0 && firing.length < own.length ? [] : [idOf(alert, labels.severity)];
  });
  expect(lacking).toEqual([]);
  expect(byId.size).toBeGreaterThan(15);
});

test.each(cases)('$alert, $name: fires or not, with its labels and its description', (one) => {
  const { ok, output } = run(one, expectedOf(one));
  expect(ok ? '' : output).toBe('');
});

test('promtool says no where an alert does not fire that should, and where one fires that should not', () => {
  const firing = cases.find(({ alert, fires }) => alert.endsWith('OutboxWaits') && fires.length > 0)!;
  const silent = cases.find(({ alert, fires }) => alert.endsWith('OutboxWaits') && fires.length === 0)!;
  expect(run(firing, []).ok).toBe(false);
  expect(run(silent, expectedOf(firing)).ok).toBe(false);
});
