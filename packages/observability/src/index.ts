export { alertsOf, ruleGroups, type AlertingRule, type RuleGroup } from './rules/rule-groups.ts';
export { releaseRules } from './rules/release-rules.ts';
export { createClock } from './promql/clock.ts';
export { withMatchers } from './promql/with-matchers.ts';
export { operandsOf } from './promql/condition.ts';
export { dashboards } from './dashboards/index.ts';
export { queriesOf } from './dashboards/dashboard.ts';
export { judgeRequest, type EndedRequest } from './objectives/judge-request.ts';
export { createEvaluation } from './evaluation/create-evaluation.ts';
