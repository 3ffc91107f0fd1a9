import { runPeriodically } from '@skillstream/async';
import { SNAPSHOT_EVERY_MS, type ReplicaReport, type ReplicaSnapshot } from '@skillstream/contracts';
import { createReadiness, type ReadinessProbe } from '../readiness.ts';
import type { Channel } from './channel.ts';
import { platformVersion } from '../platform-version.ts';
import { createWaiting } from './waiting.ts';

/** What a service knows of itself, beside what every replica publishes. */
export type SnapshotFields = Omit<
  ReplicaSnapshot,
  'service' | 'replica' | 'version' | 'startedAt' | 'at' | 'deadLetters' | 'dropped' | 'waitsFor'
>;

/**
 * Publishes once a second how this replica is. The last snapshot stands for as long as a snapshot lives, so that a
 * replica that is killed or hangs is missed by itself; one that stops takes its own away.
 * @param fields must not wait for an engine: a snapshot is most wanted when one is away
 * @param readiness says what the replica waits for; absent: it waits for nothing
 */
export const createSnapshots = (
  channel: Channel,
  fields: () => SnapshotFields,
  readiness: Pick<ReadinessProbe, 'status'> = createReadiness({}),
) => {
  const { service, replica, outlet } = channel;
  const startedAt = new Date().toISOString();
  const version = platformVersion();
  const member = `${service}/${replica}`;
  const waiting = createWaiting(readiness);
  const snapshot = (): ReplicaSnapshot => {
    const waitsFor = waiting.last();
    return {
      ...{ service, replica, version, startedAt, at: new Date().toISOString() },
      ...{ deadLetters: channel.deadLetters(), dropped: outlet.dropped() },
      ...(waitsFor && { waitsFor }),
      ...fields(),
    };
  };
  const publishing = runPeriodically(async () => outlet.show(member, snapshot()), {
    everyMs: SNAPSHOT_EVERY_MS,
  });
  return {
    start: (): void => {
      waiting.start();
      publishing.start();
    },
    stop: async (): Promise<void> => {
      await Promise.all([waiting.stop(), publishing.stop()]);
      outlet.leave(member);
    },
    /** How this replica is now, and what it narrated last: for when Redis is unavailable. */
    report: (): ReplicaReport => ({ snapshot: snapshot(), events: channel.recent() }),
  };
};
