import { ruleGroups, type AlertingRule } from '@skillstream/observability';
import type { ExpectedAlert } from '../promtool.ts';
import type { AlertCase } from './alert-case.ts';
import { boardCases } from './board-cases.ts';
import { burnCases } from './burn-cases.ts';
import { ledgerCases } from './ledger-cases.ts';
import { pipelineCases } from './pipeline-cases.ts';
import { serviceCases } from './service-cases.ts';

const rules = ruleGroups()
  .flatMap((group) => group.rules)
  .filter((rule): rule is AlertingRule => 'alert' in rule);

/** An alert of one severity. */
export const idOf = (alert: string, severity: string) => `${alert} (${severity})`;
export const byId = new Map(rules.map((rule) => [idOf(rule.alert, rule.labels.severity), rule]));

/** All cases, each with the alert's name in Prometheus. */
export const cases = [...burnCases, ...ledgerCases, ...pipelineCases, ...serviceCases, ...boardCases].map(
  (one) => ({
    ...one,
    alert: `Skillstream${one.alert}`,
  }),
);

/** The annotations as Prometheus fills them in. */
const filled = (text: string, labels: Record<string, string>, value = '') =>
  text
    .replaceAll(/{{ \$labels\.(\w+) }}/g, (_, name: string) => labels[name]!)
    .replaceAll(/{{ \$value[^}]*}}/g, value);

/** What promtool has to see in a case; `more` are labels that the rule adds. */
export const expectedOf = (
  { alert, fires }: Pick<AlertCase, 'alert' | 'fires'>,
  more: Record<string, string> = {},
): ExpectedAlert[] =>
  fires.map(({ severity, labels = {}, value }) => {
    const { annotations } = byId.get(idOf(alert, severity))!;
    return {
      exp_labels: { severity, ...labels, ...more },
      exp_annotations: { ...annotations, description: filled(annotations.description, labels, value) },
    };
  });
