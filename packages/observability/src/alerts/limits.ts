import { MINUTE } from '../promql/clock.ts';

/** Thresholds of alerts, in seconds: those that the gateway evaluates, too, it takes from here. */
export const limits = {
  /** A consumer group is behind. */
  behindSeconds: MINUTE,
  /** An accepted posting is not published. */
  outboxWaitsSeconds: MINUTE,
  /** It is not, and nobody is the relay. */
  withoutRelaySeconds: 15,
  /** The window in which dead letters are counted. */
  deadLettersSeconds: 15 * MINUTE,
} as const;
