import { groups } from '@skillstream/contracts';
import type { Prometheus } from '../rules/prometheus.ts';
import { firingNow } from './look.ts';

/** What a Prometheus knows at a moment; null is no data. */
export type StandstillSample = {
  atMs: number;
  /** How far analytics is behind, in seconds and in records: of its two groups the one that is further. */
  lagSeconds: number | null;
  lagRecords: number | null;
  countedPerSecond: number | null;
  /** How many times as fast as it lasts the budget of what is counted in time is spent, in two windows. */
  burn5m: number | null;
  burn1h: number | null;
  /** The share of the budget that is left; below 0: more than all is spent. */
  budgetLeft: number | null;
  firing: readonly string[];
};

/** What may not be counted in time, by the objective. */
const ALLOWED = 0.01;
const ofAnalytics = `group=~"${groups.views}|${groups.facts}"`;
const ratio = (window: string) => `skillstream:counted_errors:ratio_${window}`;

/** Looks once. */
export const readStandstill = async (prometheus: Prometheus): Promise<StandstillSample> => {
  const one = async (expr: string) => {
    const [sample] = await prometheus.query(expr);
    return sample && Number.isFinite(sample.value) ? sample.value : null;
  };
  const [lagSeconds, lagRecords, countedPerSecond, burn5m, burn1h, spent, firing] = await Promise.all([
    one(`max(skillstream_consumer_lag_seconds{${ofAnalytics}})`),
    one(`max(sum by (group) (skillstream_consumer_lag_records{${ofAnalytics}}))`),
    one('sum(rate(skillstream_posting_counted_seconds_count[5s]))'),
    one(`${ratio('5m')} / ${ALLOWED}`),
    one(`${ratio('1h')} / ${ALLOWED}`),
    one(`${ratio('30d')} / ${ALLOWED}`),
    firingNow(prometheus),
  ]);
  return {
    ...{ atMs: Date.now(), lagSeconds, lagRecords, countedPerSecond, burn5m, burn1h, firing },
    budgetLeft: spent === null ? null : 1 - spent,
  };
};
