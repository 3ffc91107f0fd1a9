export { ruleGroups, type AlertingRule } from './rules/rule-groups.ts';
