import { expect, test } from '@jest/globals';
import { ruleGroups } from '@skillstream/observability';
import { alertIds, clockedGroups, scaleOf, scrapeEvery, usualClocks } from './clocks.ts';

const groups = clockedGroups(usualClocks);

test('every alert and every recorded series is there once, whichever clock it goes by', () => {
  const recorded = (some: typeof groups) =>
    some.flatMap(({ rules }) => rules).flatMap((rule) => ('record' in rule ? [rule.record] : []));
  expect(alertIds(groups).sort()).toEqual(alertIds(ruleGroups()).sort());
  expect(recorded(groups).sort()).toEqual(recorded(ruleGroups()).sort());
  expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
});

test.each([
  ['SkillstreamLedgerUnbalanced', 10, '30s'],
  ['SkillstreamViewsRebuilding', 100, '18s'],
])('%s goes %d times as fast: it waits for %s', (alert, scale, waits) => {
  expect(scaleOf(alert, usualClocks)).toBe(scale);
  const rule = groups.flatMap(({ rules }) => rules).find((one) => 'alert' in one && one.alert === alert);
  expect(rule).toMatchObject({ for: waits });
});

test.each([
  [200, '500ms'],
  [60, '1666ms'],
  [10, '2000ms'],
])('where windows are %d times as short, it is scraped each %s', (windows, expected) => {
  expect(scrapeEvery({ causes: 10, windows })).toBe(expected);
});
