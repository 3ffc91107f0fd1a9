import { objectives, type Objective } from '../objectives/objectives.ts';
import type { Clock } from '../promql/clock.ts';
import type { Condition } from '../promql/condition.ts';
import { EVERY, recorded, windows, type Window } from '../rules/windows.ts';
import type { Alert, Severity } from './alert.ts';

/** The budget is spent so many times as fast as it lasts for 30 days, in a long window and, still, in a short one. */
export type Burn = { long: Window; short: Window; times: number };

/**
 * From "The Site Reliability Workbook" (Google, 2018), chapter 5, "Alerting on SLOs", table 5-8: 2 % of the budget in
 * an hour and 5 % in six page somebody, 10 % in a day or in three open a ticket. The short window, a twelfth of the
 * long one, ends the alert soon after the errors have ended.
 */
export const burns: Readonly<Record<Severity, readonly Burn[]>> = {
  page: [
    { long: '1h', short: '5m', times: 14.4 },
    { long: '6h', short: '30m', times: 6 },
  ],
  ticket: [
    { long: '1d', short: '2h', times: 3 },
    { long: '3d', short: '6h', times: 1 },
  ],
};

/**
 * So many errors there are at least in the long window: of five requests in a quiet night one that is slow would be a
 * fifth. Whoever has fewer than ten a day learns of errors by the causes alone.
 */
export const LEAST_ERRORS = 10;

/** The share of errors that spends the budget so many times as fast; free of the noise of binary fractions. */
export const limitOf = (objective: Pick<Objective, 'target'>, times: number): number =>
  Number((times * (1 - objective.target)).toPrecision(6));

const burnCondition = (clock: Clock, objective: Objective, { long, short, times }: Burn): Condition => ({
  all: [
    { value: recorded.ratio(objective.id, long), is: '>', than: limitOf(objective, times) },
    { value: recorded.ratio(objective.id, short), is: '>', than: limitOf(objective, times) },
    {
      value: `sum_over_time(${recorded.errors(objective.id)}[${clock.span(windows[long])}]) * ${clock.seconds(EVERY)}`,
      is: '>=',
      than: LEAST_ERRORS,
    },
  ],
});

/** The names of the alerts on each objective. */
export const burnNames = {
  counted: 'CountedLate',
  fast: 'AnswersSlow',
  served: 'RequestsFail',
} as const satisfies Record<Objective['id'], string>;

const summaries: Readonly<Record<Objective['id'], string>> = {
  counted: 'Postings are counted too late',
  fast: 'Queries are answered too slowly',
  served: 'Requests end with an error of the platform',
};

/** For each objective, an alert that pages while its budget is spent fast, and one that opens a ticket. */
export const burnAlerts = (clock: Clock): Alert[] =>
  objectives.flatMap((objective) =>
    (['page', 'ticket'] as const).map((severity) => ({
      ...{ name: burnNames[objective.id], summary: summaries[objective.id] },
      severity,
      description: `${objective.title}: {{ $value | humanizePercentage }} do not, the objective allows ${Number(((1 - objective.target) * 100).toPrecision(3))}%`,
      condition: { any: burns[severity].map((burn) => burnCondition(clock, objective, burn)) },
    })),
  );
