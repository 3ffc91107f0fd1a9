import { expect, test } from '@jest/globals';
import { releaseRules } from './release-rules.ts';
import { ruleGroups, type AlertingRule } from './rule-groups.ts';

const labels = { namespace: 'demo', release: 'sk' };
const MATCHERS = 'namespace="demo",release="sk"}';
const plain = ruleGroups().flatMap(({ rules }) => rules);
const own = releaseRules(ruleGroups(), labels).flatMap(({ rules }) => rules);

// Found by another way than the one that puts matchers in: by the names that series of ours have.
const series = /\b(?:skillstream[_:][\w:]+|up\b)(\{(?:"(?:\\.|[^"\\])*"|[^"}])*\})?/g;
const count = (text: string, wanted: RegExp | string) => text.split(wanted).length - 1;

test('every selector of every rule looks at the release alone', () => {
  let selectors = 0;
  for (const { expr } of own) {
    const found = [...expr.matchAll(series)];
    selectors += found.length;
    expect(found.filter(([, braces]) => !braces?.endsWith(MATCHERS))).toEqual([]);
    expect(count(expr, MATCHERS)).toBe(found.length);
  }
  expect(selectors).toBeGreaterThan(100);
});

test('without its matchers a rule is that of all releases, word for word', () => {
  const without = own.map(({ expr }) =>
    expr.replaceAll(/\{namespace="demo",release="sk"\}|,namespace="demo",release="sk"/g, ''),
  );
  expect(without).toEqual(plain.map(({ expr }) => expr));
});

test('what a rule records and what it alerts on carry the release, and nothing else of a rule differs', () => {
  for (const [at, rule] of own.entries()) {
    const before = plain[at]!;
    const given = 'alert' in before ? before.labels : {};
    expect(rule).toEqual({ ...before, expr: rule.expr, labels: { ...given, ...labels } });
  }
  const alerts = own.filter((rule): rule is AlertingRule & typeof rule => 'alert' in rule);
  expect(new Set(alerts.map((alert) => alert.labels.severity))).toEqual(new Set(['page', 'ticket']));
});
