import type { FiringAlert, ObjectiveId, ObjectivesState } from '@skillstream/contracts';
import { alertName, servedRunbookOf, type Alert } from '../alerts/alert.ts';
import { burnNames } from '../alerts/burn-alerts.ts';
import { limits } from '../alerts/limits.ts';
import { objectives, type Objective } from '../objectives/objectives.ts';
import { createClock } from '../promql/clock.ts';
import { alertsOf } from '../rules/rule-groups.ts';
import { EVERY, type Window } from '../rules/windows.ts';
import { burningOf, LONGEST, objectiveStateOf, windowMs, type WindowEvents } from './burn-rates.ts';
import { causes } from './causes.ts';
import { figuresOf, type Figures, type FoundReplica, type Shown } from './figures.ts';
import { createHistory } from './history.ts';
import { createPending, type Holding } from './pending.ts';
import { createReplicaTotals, type Counts, type ReplicaCounts } from './replica-totals.ts';

type Fires = { alert: Alert; subject: string | null };

const definitions = alertsOf(createClock());
const onBudgets = new Set<string>(Object.values(burnNames));
const isEvaluated = ({ name }: Alert): boolean =>
  name in causes || name === 'DeadLetters' || onBudgets.has(name);

const NOTHING_KNOWN: WindowEvents = { events: 0, errors: 0, knownSeconds: 0 };

const countsOf = ({ snapshot, service, replica }: FoundReplica): ReplicaCounts[] => {
  if (!snapshot) return [];
  const counts: Record<string, number> = { [`dead:${service}`]: snapshot.deadLetters };
  for (const [id, found] of Object.entries(snapshot.objectives ?? {})) {
    counts[`${id}:events`] = found.events;
    counts[`${id}:errors`] = found.errors;
  }
  return [{ key: `${service}/${replica}`, startedMs: Date.parse(snapshot.startedAt), counts }];
};

/**
 * Evaluates objectives and alerts from snapshots of replicas, by the thresholds, windows and waits of the rules for
 * Prometheus, where there is none. It remembers three days, as long as it lives.
 * @param beganMs when it began to watch, in ms since 1970
 */
export const createEvaluation = (beganMs: number) => {
  const add = createReplicaTotals();
  const history = createHistory(1000 * EVERY, windowMs(LONGEST));
  const lasting = createPending<Fires>();
  const shown: Shown = { services: new Set(), groups: new Set() };
  let totals: Counts = {};
  let figures: Figures | null = null;
  let firing: FiringAlert[] | null = null;

  const eventsOf =
    (id: ObjectiveId) =>
    (window: Window): WindowEvents => {
      // The windows of the last look are not those that end now.
      if (!figures) return NOTHING_KNOWN;
      return {
        events: history.increase(`${id}:events`, windowMs(window)),
        errors: history.increase(`${id}:errors`, windowMs(window)),
        knownSeconds: Math.round(history.knownMs(windowMs(window)) / 1000),
      };
    };
  const burns = ({ name, severity }: Alert): boolean =>
    objectives.some(
      (objective: Objective) =>
        burnNames[objective.id] === name && burningOf(objective, eventsOf(objective.id)).includes(severity),
    );
  const subjectsOf = (alert: Alert, present: Figures): (string | null)[] => {
    if (alert.name === 'DeadLetters')
      return (
        Object.keys(totals)
          .filter((name) => name.startsWith('dead:'))
          // Also those of a gap: nobody could know of them before.
          .filter((name) => history.firstSeen(name, 1000 * limits.deadLettersSeconds) > 0)
          .map((name) => name.slice('dead:'.length))
      );
    return causes[alert.name]?.(present) ?? (burns(alert) ? [null] : []);
  };

  return {
    /** Looks once. @param found null where replicas cannot be read: then nothing is known */
    look: (found: readonly FoundReplica[] | null, nowMs: number): void => {
      figures = found && figuresOf(found, shown, figures);
      if (!found || !figures) return void (firing = null);
      totals = add(found.flatMap(countsOf), nowMs);
      history.add(nowMs, totals);
      const present = figures;
      const holding = definitions.filter(isEvaluated).flatMap((alert): Holding<Fires>[] =>
        subjectsOf(alert, present).map((subject) => ({
          key: JSON.stringify([alert.name, alert.severity, subject]),
          forMs: 1000 * (alert.forSeconds ?? 0),
          of: { alert, subject },
        })),
      );
      firing = lasting(holding, nowMs).map(({ of: { alert, subject }, sinceMs }) => ({
        ...{ name: alertName(alert), severity: alert.severity, summary: alert.summary, subject },
        ...{ since: new Date(sinceMs).toISOString(), runbook: servedRunbookOf(alert) },
      }));
    },
    state: (): ObjectivesState => ({
      since: new Date(beganMs).toISOString(),
      objectives: objectives.map((objective) => objectiveStateOf(objective, eventsOf(objective.id))),
      lags: (figures?.lags ?? []).map(({ group, oldestSeconds }) => ({ group, oldestSeconds })),
      alerts: firing,
      notEvaluated: definitions.filter((alert) => !isEvaluated(alert)).map(alertName),
    }),
  };
};
