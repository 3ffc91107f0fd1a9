import { z } from 'zod';

const count = z.int().nonnegative();
const seconds = z.number().nonnegative();

/** What is promised to users, by its short name. */
export const objectiveIds = ['counted', 'fast', 'served'] as const;
export type ObjectiveId = (typeof objectiveIds)[number];

/** A posting that is counted so many seconds after it was accepted is in time; a bucket of its histogram. */
export const COUNTED_WITHIN_SECONDS = 10;
/** A query that is answered within so many seconds is fast; a bucket of its histogram. */
export const ANSWERED_WITHIN_SECONDS = 0.25;

/** Events of an objective since the start of a replica, and those of them that were not good. */
export const objectiveEvents = z.object({ events: count, errors: count });
export type ObjectiveEvents = z.infer<typeof objectiveEvents>;

/**
 * How fast the budget of an objective was spent in a window: at 1 it lasts for 30 days; null where nothing happened,
 * or nothing is known. `knownSeconds` is less than the window where the gateway has not watched for so long, or could
 * not read replicas meanwhile.
 */
export const burnRate = z.object({
  window: z.string(),
  knownSeconds: seconds,
  ...objectiveEvents.shape,
  times: z.number().nonnegative().nullable(),
});
export type BurnRate = z.infer<typeof burnRate>;

/**
 * An objective: the share of events that have to be good, and what is left of the budget by what is known of the last
 * three days (1: all of it; below 0: the objective is missed; null: nothing happened, or nothing is known now).
 */
export const objectiveState = z.object({
  id: z.enum(objectiveIds),
  title: z.string(),
  target: z.number(),
  budgetLeft: z.number().nullable(),
  burn: z.array(burnRate),
});
export type ObjectiveState = z.infer<typeof objectiveState>;

/** An alert that fires, about what of its kind (a service, a group), and the gateway's page that says what to do. */
export const firingAlert = z.object({
  name: z.string(),
  severity: z.enum(['page', 'ticket']),
  summary: z.string(),
  subject: z.string().nullable(),
  since: z.iso.datetime(),
  runbook: z.string(),
});
export type FiringAlert = z.infer<typeof firingAlert>;

/**
 * Objectives and alerts as this replica of the gateway evaluates them, by the thresholds of the rules for Prometheus.
 * `alerts` is null where replicas could not be read lately: nothing is known then, which is not that nothing fires.
 */
export const objectivesState = z.object({
  /** When this replica began to watch. */
  since: z.iso.datetime(),
  objectives: z.array(objectiveState),
  /** The age of the first record that each group has not processed, by its writer; null where it is not known. */
  lags: z.array(z.object({ group: z.string(), oldestSeconds: seconds.nullable() })),
  alerts: z.array(firingAlert).nullable(),
  /** Alerts of the rules that only a Prometheus can evaluate. */
  notEvaluated: z.array(z.string()),
});
export type ObjectivesState = z.infer<typeof objectivesState>;
