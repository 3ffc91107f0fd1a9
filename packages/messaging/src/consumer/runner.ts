import { backoffMs, runPeriodically, sleep } from '@skillstream/async';
import type { ConsumerSnapshot, ConsumerStatus } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { createRate, narrateToLog } from '@skillstream/runtime';
import { createIdleTracer, type Tracer } from '@skillstream/telemetry';
import type { EachBatchPayload } from 'kafkajs';
import { toRecord } from '../record.ts';
import type { TopicAdmin } from '../topic-admin.ts';
import type { Acquire } from './owner.ts';
import { lagOf } from './lag.ts';
import { createLogRange } from './log-range.ts';
import { createPartitionState, type PartitionState } from './partition-state.ts';
import { createPartitionNarrator } from './partition-narrator.ts';
import { snapshotOf } from './snapshot-of.ts';
import { statusOf } from './status.ts';
import { createSupervisedConsumer, type ConsumerSettings } from './supervised-consumer.ts';
import { createBatchTrace } from './trace-batch.ts';

export type RunnerSettings = ConsumerSettings & {
  admin: TopicAdmin;
  acquire: Acquire;
  tracer?: Tracer;
  /** Whether to commit offsets once a second, so that standard tools show the lag; they are never read back. */
  commitForLag: boolean;
  onBatch?: (partition: number, records: number, seconds: number) => void;
  /** A log that ends before the owner's position is a new one, read from its start; otherwise acquiring it fails. */
  restartsWithLog?: boolean;
  tickMs?: number;
  /** Milliseconds since 1970. */
  nowMs?: () => number;
  backoff?: { firstMs: number; maxMs: number };
};

// kafkajs knows the offset of a fetch, but its types do not say so.
const fetchedFrom = (batch: EachBatchPayload['batch']): number =>
  Number((batch as unknown as { fetchedOffset: string }).fetchedOffset);

/**
 * Reads a topic partition by partition, each through an owner, which alone knows the position. For each assignment:
 * acquire (read the position, seek) → take → on any error pause, back off, acquire again. So nothing is skipped, and
 * after any doubt the position is read afresh.
 */
export const createRunner = (settings: RunnerSettings) => {
  const { topic, groupId, log, admin, acquire, tickMs = 1000, nowMs = Date.now } = settings;
  const { narrate = narrateToLog(log), backoff = { firstMs: 200, maxMs: 5000 } } = settings;
  const rate = createRate();
  const traced = createBatchTrace({ tracer: settings.tracer ?? createIdleTracer(), topic, groupId });
  const narrator = createPartitionNarrator({ narrate, log, groupId, topic });
  const stopped = new AbortController();
  const range = createLogRange({
    topic,
    log,
    ends: () => admin.ends(topic),
    restartsWithLog: settings.restartsWithLog ?? false,
  });
  let states = new Map<number, PartitionState>();
  let joined = false;

  const seek = (state: PartitionState, next: number) => {
    state.fetchPosition = next;
    consumer.seek(state.partition, next);
  };

  // What is being released belongs to no state any more, and `stop` waits for it.
  const releases = new Set<Promise<unknown>>();
  const releasing = (work: Promise<unknown> | undefined) => {
    const ended = Promise.resolve(work)
      .catch(() => undefined)
      .finally(() => releases.delete(ended));
    releases.add(ended);
  };

  const release = (state: PartitionState) => {
    const { owner } = state;
    state.owner = null;
    releasing(state.exclusive(async () => owner?.release?.()));
  };

  const acquirePartition = async (state: PartitionState): Promise<void> => {
    consumer.pause(state.partition);
    while (!state.lost && !stopped.signal.aborted) {
      try {
        if (state.failures > 0)
          await sleep(backoffMs(state.failures - 1, backoff, Math.random()), stopped.signal);
        if (state.lost) return;
        const owner = await acquire(state.partition);
        const next = await range.begin(state.partition, owner.next).catch(async (error: unknown) => {
          await owner.release?.();
          throw error;
        });
        if (state.lost) return releasing(owner.release?.());
        state.owner = owner;
        state.doubted = null;
        seek(state, next);
        consumer.resume(state.partition);
        narrator.acquired(state.partition, next);
        return;
      } catch (error) {
        state.failures += 1;
        narrator.retried(state, error);
      }
    }
  };

  /** @param batch the offsets of the batch that could not be taken, if it was one that failed */
  const acquireAgain = (state: PartitionState, error: unknown, batch?: { from: number; to: number }) => {
    if (state.lost || stopped.signal.aborted) return;
    state.failures += 1;
    narrator.failed(state, error, batch);
    release(state);
    void acquirePartition(state);
  };

  const goOnAt = (state: PartitionState, next: number) => {
    narrator.moved(state.partition, state.fetchPosition, next);
    state.doubted = null;
    state.untaken.headMs = null;
    seek(state, next);
  };

  const onAssigned = (partitions: number[] | null) => {
    narrator.assigned(partitions);
    joined = partitions !== null;
    for (const state of states.values()) {
      state.lost = true;
      release(state);
    }
    states = new Map((partitions ?? []).map((partition) => [partition, createPartitionState(partition)]));
    for (const state of states.values()) void acquirePartition(state);
  };

  const onBatch = async ({ batch, resolveOffset, isStale }: EachBatchPayload) => {
    const state = states.get(batch.partition);
    const owner = state?.owner;
    if (!state || !owner || isStale()) return;
    if (fetchedFrom(batch) !== state.fetchPosition) {
      return acquireAgain(
        state,
        new Error(`read from ${fetchedFrom(batch)}, not from ${state.fetchPosition}`),
      );
    }
    const records = batch.messages.map((message) => toRecord(topic, batch.partition, message));
    const upTo = Number(batch.lastOffset());
    const startedAt = performance.now();
    state.untaken.headMs = records[0]?.timestampMs ?? null;
    try {
      // In one task: a check that waits for its own must find that reading continues elsewhere.
      const next = await state.exclusiveAt(fetchedFrom(batch), async () => {
        const taken = await traced(records, batch.partition, () => owner.take(records, upTo));
        if (taken !== upTo + 1 && state.owner === owner) goOnAt(state, taken);
        return taken;
      });
      if (next === null || state.owner !== owner) return;
      state.failures = 0;
      state.end = Math.max(state.end, Number(batch.highWatermark));
      if (next !== upTo + 1) return;
      state.doubted = null;
      state.fetchPosition = next;
      state.untaken.headMs = null;
      state.untaken.takenMs = records.at(-1)?.timestampMs ?? state.untaken.takenMs;
      rate.add(records.length);
      resolveOffset(batch.lastOffset());
      settings.onBatch?.(batch.partition, records.length, (performance.now() - startedAt) / 1000);
    } catch (error) {
      if (state.owner === owner) acquireAgain(state, error, { from: fetchedFrom(batch), to: upTo });
    }
  };

  // kafkajs does not say which fetch an empty batch belongs to. One that does not start at the fetch position may
  // belong to a fetch from before the last seek, and kafkajs would skip all records between. Or compaction left a gap
  // there: then it comes again.
  const onHiddenBatch = (partition: number, first: number, last: number) => {
    const state = states.get(partition);
    if (!state?.owner) return;
    if (first === state.fetchPosition || first === state.doubted) {
      state.doubted = null;
      state.fetchPosition = Math.max(state.fetchPosition, last + 1);
      return;
    }
    state.doubted = first;
    seek(state, state.fetchPosition);
  };

  const check = async (state: PartitionState) => {
    const { owner } = state;
    if (!owner?.check) return;
    try {
      // In one task: a batch that waits for its own must find that reading continues elsewhere.
      await state.exclusive(async () => {
        const next = await owner.check!(state.fetchPosition, state.end);
        if (next !== null && state.owner === owner) goOnAt(state, next);
      });
    } catch (error) {
      if (state.owner === owner) acquireAgain(state, error);
    }
  };

  const tick = async () => {
    const fetchPositions = new Map([...states.values()].map((state) => [state, state.fetchPosition]));
    const ends = await admin.ends(topic).catch(() => []);
    for (const { partition, low, high } of ends) {
      const state = states.get(partition);
      if (!state) continue;
      state.end = high;
      if (state.fetchPosition >= high) state.untaken.caughtUpMs = nowMs();
      // The fetch position before the request: the log may have grown since, and reading with it.
      const fetchPosition = fetchPositions.get(state) ?? -1;
      const outside = fetchPosition > high || (fetchPosition >= 0 && state.fetchPosition < low);
      if (state.owner && outside) {
        acquireAgain(
          state,
          new Error(`the log has ${low} to ${high}, the fetch position is ${fetchPosition}`),
        );
      }
    }
    await Promise.all([...states.values()].map(check));
    if (!settings.commitForLag) return;
    const known = [...states.values()].filter((state) => state.owner && state.fetchPosition >= 0);
    await consumer
      .commit(known.map((state) => ({ partition: state.partition, offset: state.fetchPosition })))
      .catch(() => undefined);
  };

  const ticking = runPeriodically(tick, {
    everyMs: tickMs,
    onError: (error) => log.warn({ topic, error: loggedError(error) }, 'tick failed'),
  });

  const consumer = createSupervisedConsumer(settings, { onAssigned, onBatch, onHiddenBatch });
  return {
    start: () => {
      consumer.start();
      ticking.start();
    },
    /** Finishes the current batch, leaves the group, releases every partition. */
    stop: async (): Promise<void> => {
      stopped.abort();
      // A tick that waits for a hanging broker is not waited for.
      void ticking.stop();
      await consumer.stop();
      await Promise.all(releases);
    },
    /** Whether it has joined the group and acquired every assigned partition. */
    ready: (): boolean => joined && [...states.values()].every((state) => state.owner !== null),
    /** The group's lag over all partitions and all replicas, by the current ends of the log. */
    lag: async (): Promise<number> => {
      const ends = await admin.ends(topic);
      const fetchPositions = new Map(
        [...states.values()].filter((s) => s.owner).map((s) => [s.partition, s.fetchPosition]),
      );
      if (fetchPositions.size >= ends.length) return lagOf(ends, fetchPositions, new Map());
      const others = await admin.committedAll(groupId, topic);
      return lagOf(await admin.ends(topic), fetchPositions, others);
    },
    /** The partitions that this replica reads, and how many records a second it takes. */
    snapshot: (): ConsumerSnapshot => ({
      ...{ group: groupId, topic, recordsPerSecond: rate.perSecond() },
      partitions: snapshotOf([...states.values()], nowMs()),
    }),
    status: (): ConsumerStatus => statusOf(groupId, topic, [...states.values()]),
  };
};

export type Runner = ReturnType<typeof createRunner>;
