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

// What guards narrate stands in the log, too, with its type as the field `event`.
const retried = ['retried', 'batch.dropped'];
const redelivered = ['batch.dropped', 'reading.moved'];
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
  const narrated = (types: readonly string[]) =>
    lines.filter(({ event }) => types.includes(String(event))).length;
  return {
    retries: narrated(retried),
    fences: narrated(['fenced']),
    redeliveries: narrated(redelivered),
    rebalances: logs.reduce((sum, log) => sum + rebalancesIn(log), 0),
  };
};

/** What has not happened: a run without it proves little. */
export const missingIn = (evidence: Evidence): string[] =>
  Object.entries(evidence).flatMap(([name, count]) => (count === 0 ? [name] : []));
