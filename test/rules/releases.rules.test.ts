import { expect, test } from '@jest/globals';
import { releaseRules, ruleGroups, withMatchers, type RuleGroup } from '@skillstream/observability';
import { serviceNames } from '@skillstream/contracts';
import type { AlertCase } from './cases/alert-case.ts';
import { byId, cases, expectedOf } from './cases/index.ts';
import { testRules } from './promtool.ts';

// Of one namespace, and of one name in two namespaces.
const ours = { namespace: 'demo', release: 'a' };
const others = [
  { namespace: 'demo', release: 'b' },
  { namespace: 'other', release: 'a' },
];
type Release = typeof ours;

// Alerts on what is not there: of `ours` there are no series at all.
const ofNothing: Record<string, Pick<AlertCase, 'fires'>> = {
  SkillstreamLagUnknown: { fires: [{ severity: 'ticket', value: '0' }] },
  SkillstreamOutboxUnknown: { fires: [{ severity: 'ticket', value: '0' }] },
  SkillstreamLedgerUnknown: { fires: [{ severity: 'ticket', value: '0' }] },
  SkillstreamServiceDown: {
    fires: serviceNames.map((service) => ({ severity: 'page', labels: { service } })),
  },
};

const seriesOf = (series: AlertCase['series'], { namespace, release }: Release) =>
  Object.fromEntries(
    Object.entries(series).map(([name, values]) => [
      withMatchers(name, `namespace="${namespace}",release="${release}"`),
      values,
    ]),
  );

/** One case in all other releases: their alerts fire as they should, and ours by its own case alone. */
const run = (
  one: AlertCase,
  rulesOfOurs: readonly RuleGroup[],
  own: Pick<AlertCase, 'alert' | 'series' | 'fires'> = {
    ...{ alert: one.alert, series: {}, fires: ofNothing[one.alert]?.fires ?? [] },
  },
) =>
  testRules({
    ...{ interval: one.interval, at: one.at, alertname: one.alert },
    series: Object.assign(
      seriesOf(own.series, ours),
      ...others.map((other) => seriesOf(one.series, other)),
    ) as AlertCase['series'],
    files: [rulesOfOurs, ...others.map((other) => releaseRules(ruleGroups(), other))],
    expected: [...expectedOf(own, ours), ...others.flatMap((other) => expectedOf(one, other))],
  });

// Of each alert a case in which it fires; of those on what is not there also one in which it does not.
const withSeries = cases.filter(({ series }) => Object.keys(series).length > 0);
const firing = new Map(withSeries.filter(({ fires }) => fires.length > 0).map((one) => [one.alert, one]));
const silent = new Map(withSeries.filter(({ fires }) => fires.length === 0).map((one) => [one.alert, one]));
const chosen = [...firing.values(), ...Object.keys(ofNothing).map((alert) => silent.get(alert)!)];

test('every alert is tried', () => {
  expect(new Set(chosen.map(({ alert }) => alert))).toEqual(
    new Set([...byId.values()].map(({ alert }) => alert)),
  );
});

test.each(chosen)('$alert, $name in other releases: ours does not fire by it', (one) => {
  const { ok, output } = run(one, releaseRules(ruleGroups(), ours));
  expect(ok ? '' : output).toBe('');
});

// Where others have the same thing as ours, and it is no fault there: looked at when ours fires.
const isAlike = (own: AlertCase) => (other: AlertCase) =>
  other.alert === own.alert && other.at === own.at && other.interval === own.interval;
const pairs = [...firing.keys()].flatMap((alert) => {
  const found = withSeries
    .filter((own) => own.alert === alert && own.fires.length > 0)
    .map((own) => ({
      alert,
      own,
      other: withSeries.filter(isAlike(own)).find(({ fires }) => fires.length === 0),
    }))
    .find(({ other }) => other !== undefined);
  return found ? [{ ...found, other: found.other! }] : [];
});

test.each(pairs)(
  '$alert, $own.name here, and $other.name in other releases: ours fires',
  ({ own, other }) => {
    const { ok, output } = run(other, releaseRules(ruleGroups(), ours), own);
    expect(ok ? '' : output).toBe('');
  },
);

test('that others are well or busy is tried on half of the alerts, the ledger among them', () => {
  expect(pairs.length).toBeGreaterThan(firing.size / 2);
  expect(pairs.map(({ alert }) => alert)).toContain('SkillstreamLedgerUnbalanced');
});

test.each([firing.get('SkillstreamConsumerBehind')!, silent.get('SkillstreamLagUnknown')!])(
  '$alert, $name in other releases: promtool says no where our rules look at all of them',
  (one) => {
    const mixed = ruleGroups().map((group) => ({
      ...group,
      rules: group.rules.map((rule) => ({
        ...rule,
        labels: { ...('labels' in rule && rule.labels), ...ours },
      })),
    })) as RuleGroup[];
    const { ok, output } = run(one, mixed);
    expect(ok).toBe(false);
    expect(output).toContain('got:');
  },
);
