import type { Prometheus } from '../rules/prometheus.ts';
import { alertId } from './clocks.ts';

const idsOf = (samples: Awaited<ReturnType<Prometheus['query']>>): string[] =>
  [...new Set(samples.map(({ labels }) => alertId(labels['alertname']!, labels['severity']!)))].sort();

/** The alerts that fire now, each with its severity. */
export const firingNow = async ({ query }: Prometheus): Promise<string[]> =>
  idsOf(await query('ALERTS{alertstate="firing"}'));

/** Those that have fired within so many seconds, however briefly. */
export const firedWithin = async ({ query }: Prometheus, seconds: number): Promise<string[]> =>
  idsOf(await query(`count_over_time(ALERTS{alertstate="firing"}[${seconds}s])`));

/** Whether all services answer, and nothing has waited for longer than it takes to notice. */
export const allCaughtUp = async ({ query }: Prometheus): Promise<boolean> => {
  const waits = 'max(skillstream_consumer_lag_seconds) < 4 and max(skillstream_outbox_oldest_seconds) < 4';
  return (await query(`${waits} and on() count(up{job="skillstream"} == 1) == 4`)).length > 0;
};
