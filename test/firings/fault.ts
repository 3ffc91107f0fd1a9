import type { Prometheus } from '../rules/prometheus.ts';
import type { Platform } from '../platform/platform.ts';

/** What faults are made on: a platform, and the Prometheus that scrapes it. */
export type Stage = { platform: Platform; prometheus: Prometheus };

/** Something that goes wrong for real, and the alerts that have to say so. */
export type Fault = {
  /** To choose it by. */
  name: string;
  /** What is done, as the table says it. */
  what: string;
  /** Alerts with their severities that fire while it lasts. */
  fires: readonly string[];
  /** Those that fire once it is over, by what was late or lost meanwhile. */
  afterwards?: readonly string[];
  /** Nothing may come in meanwhile; absent: some postings and queries do. */
  quiet?: true;
  /** What has to be there before; it is no part of the time to fire. */
  prepare?: (stage: Stage) => Promise<unknown>;
  /** @returns what undoes it */
  make: (stage: Stage) => Promise<() => unknown>;
};

/** The names of alerts in Prometheus, all of one severity. */
export const pages = (...names: string[]): string[] => names.map((name) => `Skillstream${name} (page)`);
export const tickets = (...names: string[]): string[] => names.map((name) => `Skillstream${name} (ticket)`);
