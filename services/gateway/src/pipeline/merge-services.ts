import type { PipelineRates, PipelineService, ServiceName } from '@skillstream/contracts';
import type { SeenReplica } from './seen-replica.ts';

/** The services in the direction that postings travel; the gateway, which is also queried, last. */
const inOrder: readonly ServiceName[] = ['ingestion', 'tagging', 'analytics', 'gateway'];

const sumOf = (seen: readonly SeenReplica[]): PipelineRates | null => {
  const rates = seen.flatMap(({ live, snapshot }) => (live && snapshot ? [snapshot.rates] : []));
  if (rates.length === 0) return null;
  return rates.reduce((sum, one) => ({
    inPerSecond: sum.inPerSecond + one.inPerSecond,
    outPerSecond: sum.outPerSecond + one.outPerSecond,
  }));
};

/**
 * Every service with its replicas, those that are gone last.
 * @param unreachable why nothing is known of a service now
 */
export const mergeServices = (
  seen: readonly SeenReplica[],
  unreachable: Partial<Record<ServiceName, string>>,
  nowMs: number,
): PipelineService[] =>
  inOrder.map((service) => {
    const own = seen
      .filter((one) => one.service === service)
      .sort((a, b) => Number(b.live) - Number(a.live) || (a.replica < b.replica ? -1 : 1));
    const replicas = own.map(({ replica, live, atMs, snapshot }) => ({
      ...{ replica, gone: !live, snapshot },
      ageSeconds: Math.max(0, Math.round((nowMs - atMs) / 100) / 10),
    }));
    const why = unreachable[service];
    return { service, rates: sumOf(own), replicas, ...(why !== undefined && { unreachable: why }) };
  });
