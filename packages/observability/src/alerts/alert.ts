import { operationPath } from '@skillstream/contracts';
import type { Condition } from '../promql/condition.ts';

/** `page`: somebody has to look now. `ticket`: on the next working day. */
export type Severity = 'page' | 'ticket';

/** An alert; times in it are of the clock that it was made with. */
export type Alert = {
  /** Without the prefix; the page about it is `docs/runbooks/` and the name in kebab case. */
  name: string;
  severity: Severity;
  /** How long the condition holds before it fires, in seconds; absent: at once. */
  forSeconds?: number;
  /** What is wrong, in one sentence. */
  summary: string;
  /** With the labels and the value of the series, as Prometheus' templates have them. */
  description: string;
  condition: Condition;
};

/** The name in Prometheus. */
export const alertName = ({ name }: Pick<Alert, 'name'>): string => `Skillstream${name}`;

const pageOf = ({ name }: Pick<Alert, 'name'>): string =>
  name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** Where a gateway serves the page about an alert. */
export const servedRunbookOf = (alert: Pick<Alert, 'name'>): string =>
  operationPath('getRunbook', { id: pageOf(alert) });

/** The page of the documentation about an alert, from the root of the repository. */
export const runbookOf = (alert: Pick<Alert, 'name'>): string => `docs/runbooks/${pageOf(alert)}.md`;
