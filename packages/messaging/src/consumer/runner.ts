import type { ConsumerStatus } from '@skillstream/contracts';
import { backoffMs, loggedError, runPeriodically, sleep } from '@skillstream/runtime';
import type { EachBatchPayload } from 'kafkajs';
import { isFenced } from '../kafka-errors.ts';
import { toRecord } from '../record.ts';
import type { TopicAdmin } from '../topic-admin.ts';
import type { Own } from './owner.ts';
import { lagOf } from './lag.ts';
import { createLogRange } from './log-range.ts';
import { createSlot, type Slot } from './slot.ts';
import { statusOf } from './status.ts';
import { createSupervisedConsumer, type ConsumerSettings } from './supervised-consumer.ts';

export type RunnerSettings = ConsumerSettings & {
  admin: TopicAdmin;
  own: Own;
  /** Writes the group's offsets once a second, so that standard tools show the lag; never read back. */
  commitForLag: boolean;
  onBatch?: (partition: number, records: number, seconds: number) => void;
  /** A log that ends before the owner's position is a new one, read from its start; else it cannot be acquired. */
  restartsWithLog?: boolean;
  tickMs?: number;
  backoff?: { firstMs: number; maxMs: number };
};

// kafkajs knows where a fetch began, but its types do not say so.
const fetchedFrom = (batch: EachBatchPayload['batch']): number =>
  Number((batch as unknown as { fetchedOffset: string }).fetchedOffset);

/**
 * Reads a topic partition by partition, each through an owner that alone knows the true position.
 * Order of policies: acquire (read the position, seek) → take → on any error pause, back off, acquire again.
 * So nothing is skipped, and after doubt the truth is read afresh.
 */
export const createRunner = (settings: RunnerSettings) => {
  const { topic, log, admin, own, tickMs = 1000, backoff = { firstMs: 200, maxMs: 5000 } } = settings;
  const stopped = new AbortController();
  const range = createLogRange({
    topic,
    log,
    ends: () => admin.ends(topic),
    restartsWithLog: settings.restartsWithLog ?? false,
  });
  let slots = new Map<number, Slot>();
  let joined = false;

  const seek = (slot: Slot, next: number) => {
    slot.fetchPosition = next;
    consumer.seek(slot.partition, next);
  };

  const release = (slot: Slot) => {
    const { owner } = slot;
    slot.owner = null;
    void slot.exclusive(async () => owner?.release?.()).catch(() => undefined);
  };

  const acquire = async (slot: Slot): Promise<void> => {
    consumer.pause(slot.partition);
    while (!slot.lost && !stopped.signal.aborted) {
      try {
        if (slot.failures > 0)
          await sleep(backoffMs(slot.failures - 1, backoff, Math.random()), stopped.signal);
        if (slot.lost) return;
        const owner = await own(slot.partition);
        const next = await range.begin(slot.partition, owner.next).catch(async (error: unknown) => {
          await owner.release?.();
          throw error;
        });
        if (slot.lost) return void owner.release?.();
        slot.owner = owner;
        slot.doubted = null;
        seek(slot, next);
        consumer.resume(slot.partition);
        return;
      } catch (error) {
        slot.failures += 1;
        log.warn(
          { topic, partition: slot.partition, error: loggedError(error) },
          'cannot acquire the partition yet',
        );
      }
    }
  };

  const acquireAgain = (slot: Slot, error: unknown) => {
    if (slot.lost || stopped.signal.aborted) return;
    slot.failures += 1;
    log.warn(
      {
        ...{ topic, groupId: settings.groupId, partition: slot.partition, failures: slot.failures },
        ...{ error: loggedError(error), fenced: isFenced(error) },
      },
      'reading failed, trying again',
    );
    release(slot);
    void acquire(slot);
  };

  const goOnAt = (slot: Slot, next: number) => {
    const { partition, fetchPosition: from } = slot;
    log.info({ topic, groupId: settings.groupId, partition, from, next }, 'reading goes on elsewhere');
    slot.doubted = null;
    seek(slot, next);
  };

  const onAssigned = (partitions: number[] | null) => {
    if (partitions) log.info({ topic, groupId: settings.groupId, partitions }, 'partitions assigned');
    joined = partitions !== null;
    for (const slot of slots.values()) {
      slot.lost = true;
      release(slot);
    }
    slots = new Map((partitions ?? []).map((partition) => [partition, createSlot(partition)]));
    for (const slot of slots.values()) void acquire(slot);
  };

  const onBatch = async ({ batch, resolveOffset, isStale }: EachBatchPayload) => {
    const slot = slots.get(batch.partition);
    const owner = slot?.owner;
    if (!slot || !owner || isStale()) return;
    if (fetchedFrom(batch) !== slot.fetchPosition) {
      return acquireAgain(slot, new Error(`read from ${fetchedFrom(batch)}, not from ${slot.fetchPosition}`));
    }
    const records = batch.messages.map((message) => toRecord(topic, batch.partition, message));
    const upTo = Number(batch.lastOffset());
    const startedAt = performance.now();
    try {
      // In one turn: a check that waits for its own must find that reading goes on elsewhere.
      const next = await slot.exclusiveAt(fetchedFrom(batch), async () => {
        const taken = await owner.take(records, upTo);
        if (taken !== upTo + 1 && slot.owner === owner) goOnAt(slot, taken);
        return taken;
      });
      if (next === null || slot.owner !== owner) return;
      slot.failures = 0;
      slot.end = Math.max(slot.end, Number(batch.highWatermark));
      if (next !== upTo + 1) return;
      slot.doubted = null;
      slot.fetchPosition = next;
      resolveOffset(batch.lastOffset());
      settings.onBatch?.(batch.partition, records.length, (performance.now() - startedAt) / 1000);
    } catch (error) {
      if (slot.owner === owner) acquireAgain(slot, error);
    }
  };

  // It does not say which fetch it came by. One that does not begin where reading goes on may come by a fetch from
  // before the last seek, and kafkajs would skip all between; or compaction has left a gap there: then it comes again.
  const onHiddenBatch = (partition: number, first: number, last: number) => {
    const slot = slots.get(partition);
    if (!slot?.owner) return;
    if (first === slot.fetchPosition || first === slot.doubted) {
      slot.doubted = null;
      slot.fetchPosition = Math.max(slot.fetchPosition, last + 1);
      return;
    }
    slot.doubted = first;
    seek(slot, slot.fetchPosition);
  };

  const check = async (slot: Slot) => {
    const { owner } = slot;
    if (!owner?.check) return;
    try {
      // In one turn: a batch that waits for its own must find that reading goes on elsewhere.
      await slot.exclusive(async () => {
        const next = await owner.check!(slot.fetchPosition, slot.end);
        if (next !== null && slot.owner === owner) goOnAt(slot, next);
      });
    } catch (error) {
      if (slot.owner === owner) acquireAgain(slot, error);
    }
  };

  const tick = async () => {
    const positions = new Map([...slots.values()].map((slot) => [slot, slot.fetchPosition]));
    const ends = await admin.ends(topic).catch(() => []);
    for (const { partition, low, high } of ends) {
      const slot = slots.get(partition);
      if (!slot) continue;
      slot.end = high;
      // As it was before the question: the log may have grown since, and reading with it.
      const position = positions.get(slot) ?? -1;
      const outside = position > high || (position >= 0 && slot.fetchPosition < low);
      if (slot.owner && outside) {
        acquireAgain(slot, new Error(`the log has ${low} to ${high}, the position is ${position}`));
      }
    }
    await Promise.all([...slots.values()].map(check));
    if (!settings.commitForLag) return;
    const known = [...slots.values()].filter((slot) => slot.owner && slot.fetchPosition >= 0);
    await consumer
      .commit(known.map((slot) => ({ partition: slot.partition, offset: slot.fetchPosition })))
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
    /** Ends the batch under way, leaves the group, releases every partition. */
    stop: async (): Promise<void> => {
      stopped.abort();
      // A tick that asks a broker which hangs is not waited for.
      void ticking.stop();
      await consumer.stop();
      await Promise.all(
        [...slots.values()].map((slot) => slot.exclusive(async () => slot.owner?.release?.())),
      );
    },
    /** Part of the group, with every assigned partition acquired. */
    ready: (): boolean => joined && [...slots.values()].every((slot) => slot.owner !== null),
    /** The group's lag, over all partitions and all replicas, by the ends of the log as they are now. */
    lag: async (): Promise<number> => {
      const ends = await admin.ends(topic);
      const own = new Map(
        [...slots.values()].filter((s) => s.owner).map((s) => [s.partition, s.fetchPosition]),
      );
      if (own.size >= ends.length) return lagOf(ends, own, new Map());
      const others = await admin.committedAll(settings.groupId, topic);
      return lagOf(await admin.ends(topic), own, others);
    },
    status: (): ConsumerStatus => statusOf(settings.groupId, topic, [...slots.values()]),
  };
};

export type Runner = ReturnType<typeof createRunner>;
