import type { LogLine } from '../platform/service.ts';

/** How often what a run has to bring about has happened. */
export type Evidence = { retries: number; fences: number; redeliveries: number; rebalances: number };

/** Lines of a log; one that a killed process left unfinished is passed over. */
export const linesOf = (text: string): LogLine[] =>
  text.split('\n').flatMap((line) => {
    try {
      return line.startsWith('{') ? [JSON.parse(line) as LogLine] : [];
    } catch {
      return [];
    }
  });

const relayFailed = 'relay interrupted, starting over';
const readingFailed = 'reading failed, retrying';
const readElsewhere = 'reading continues at another offset';
const assigned = 'partitions assigned';

/** A rebalance is seen where a replica of a group gets other partitions than it had; each log is of one replica. */
const rebalancesIn = (log: readonly LogLine[]): number => {
  const before = new Map<unknown, string>();
  let count = 0;
  for (const { msg, groupId, partitions } of log) {
    if (msg !== assigned) continue;
    const now = String(partitions);
    if ((before.get(groupId) ?? now) !== now) count += 1;
    before.set(groupId, now);
  }
  return count;
};

/** @param logs one a replica, in order */
export const evidenceIn = (logs: readonly (readonly LogLine[])[]): Evidence => {
  const lines = logs.flat();
  const failed = lines.filter(({ msg }) => msg === relayFailed || msg === readingFailed);
  return {
    retries: failed.filter(({ fenced }) => fenced !== true).length,
    fences: failed.filter(({ fenced }) => fenced === true).length,
    redeliveries: lines.filter(({ msg }) => msg === readingFailed || msg === readElsewhere).length,
    rebalances: logs.reduce((sum, log) => sum + rebalancesIn(log), 0),
  };
};

/** What has not happened: a run without it proves little. */
export const missingIn = (evidence: Evidence): string[] =>
  Object.entries(evidence).flatMap(([name, count]) => (count === 0 ? [name] : []));
