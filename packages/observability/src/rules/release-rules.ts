import { withMatchers } from '../promql/with-matchers.ts';
import type { RuleGroup } from './rule-groups.ts';

/** Where a release is: targets of it have both as labels. */
export type Release = { namespace: string; release: string };
type OfRelease<Rule> = Rule extends unknown ? Rule & { labels: Release } : never;
export type ReleaseRuleGroup = Omit<RuleGroup, 'rules'> & { rules: OfRelease<RuleGroup['rules'][number]>[] };

/**
 * Rules that look at one release alone, among all that a Prometheus reads: what they record and what they alert on
 * carries its labels, else the recorded series of two releases would be one.
 */
export const releaseRules = (groups: readonly RuleGroup[], of: Release): ReleaseRuleGroup[] => {
  const matchers = `namespace="${of.namespace}",release="${of.release}"`;
  return groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => {
      const own = 'labels' in rule ? rule.labels : {};
      return { ...rule, expr: withMatchers(rule.expr, matchers), labels: { ...own, ...of } };
    }) as ReleaseRuleGroup['rules'],
  }));
};
