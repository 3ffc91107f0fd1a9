import { alertName, runbookOf, type Alert } from '../alerts/alert.ts';
import { burnAlerts } from '../alerts/burn-alerts.ts';
import { boardAlerts } from '../alerts/board-alerts.ts';
import { ledgerAlerts } from '../alerts/ledger-alerts.ts';
import { pipelineAlerts } from '../alerts/pipeline-alerts.ts';
import { serviceAlerts } from '../alerts/service-alerts.ts';
import { createClock, type Clock } from '../promql/clock.ts';
import { writeCondition } from '../promql/condition.ts';
import { budgetRules, errorRules, type RecordingRule } from './recording-rules.ts';
import { BUDGET_EVERY, EVERY } from './windows.ts';

/** An alert as Prometheus' rule files have it. */
export type AlertingRule = {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string; runbook_url: string };
};
export type RuleGroup = { name: string; interval: string; rules: (RecordingRule | AlertingRule)[] };

const alertingRule =
  (clock: Clock) =>
  (alert: Alert): AlertingRule => ({
    alert: alertName(alert),
    expr: writeCondition(alert.condition),
    ...(alert.forSeconds && { for: clock.span(alert.forSeconds) }),
    labels: { severity: alert.severity },
    annotations: {
      summary: alert.summary,
      description: alert.description,
      runbook_url: runbookOf(alert),
    },
  });

/** All alerts, with the times of a clock. */
export const alertsOf = (clock: Clock): Alert[] => [
  ...burnAlerts(clock),
  ...ledgerAlerts(clock),
  ...pipelineAlerts(clock),
  ...serviceAlerts(clock),
  ...boardAlerts,
];

/**
 * All rules, as a rule file of Prometheus has them.
 * @param scale how many times as fast as in production all times pass: for trying rules out; 1 for production
 */
export const ruleGroups = (scale = 1): RuleGroup[] => {
  const clock = createClock(scale);
  const group = (name: string, everySeconds: number, rules: RuleGroup['rules']): RuleGroup => ({
    name: `skillstream-${name}`,
    interval: clock.span(everySeconds),
    rules,
  });
  return [
    group('objectives', EVERY, [
      ...errorRules(clock),
      ...[...burnAlerts(clock), ...ledgerAlerts(clock)].map(alertingRule(clock)),
    ]),
    group('budgets', BUDGET_EVERY, budgetRules(clock)),
    group(
      'causes',
      EVERY,
      [...pipelineAlerts(clock), ...serviceAlerts(clock), ...boardAlerts].map(alertingRule(clock)),
    ),
  ];
};
