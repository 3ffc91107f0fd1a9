import { runPeriodically } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';
import { shouldNarrate, narrateToLog, type Log, type Narrate } from '@skillstream/runtime';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { clientOf, type Client } from '../client.ts';
import { isOtherCoordinator } from '../kafka-errors.ts';
import { nameIn } from '../name-in-kafka.ts';
import { PATIENCE_MS, withPatience } from '../patience.ts';
import { watchHeartbeats } from './watch-heartbeats.ts';

export type ConsumerSettings = {
  kafka: Kafka;
  topic: string;
  groupId: string;
  log: Log;
  /** By default it narrates to the log alone. */
  narrate?: Narrate;
  sessionTimeoutMs?: number;
  /** The consumer is recreated after so long without a heartbeat; by default longer than a join takes. */
  heartbeatPatienceMs?: number;
  /** Partitions whose batches are processed at the same time. */
  concurrency?: number;
  /** The most bytes that one fetch returns of one partition; a larger record comes alone. */
  maxBytesPerPartition?: number;
  /** The most bytes that one fetch returns of all partitions of a broker. */
  maxBytes?: number;
};

export type ConsumerHandlers = {
  /** Called after every join, before anything is fetched; null when the consumer is gone for now. */
  onAssigned: (partitions: number[] | null) => void;
  onBatch: (payload: EachBatchPayload) => Promise<void>;
  /** Called for a batch that holds only markers and aborted records. */
  onHiddenBatch: (partition: number, firstOffset: number, lastOffset: number) => void;
};

/**
 * Consecutive commits refused by a broker that is not the coordinator; after so many seconds the group has settled
 * elsewhere.
 */
const WRONG_COORDINATOR_COMMITS = 3;
const SESSION_TIMEOUT_MS = 10_000;
const REBALANCE_TIMEOUT_MS = 20_000;
/** Pause before a consumer that ended is recreated. */
const PAUSE_MS = 500;

/** A kafkajs consumer that is recreated whenever kafkajs gives up on it; it never commits by itself. */
export const createSupervisedConsumer = (settings: ConsumerSettings, handlers: ConsumerHandlers) => {
  const { kafka, topic, groupId, log } = settings;
  const { narrate = narrateToLog(log) } = settings;
  const named = nameIn(kafka);
  const topicInKafka = named(topic);
  let failures = 0;
  const retried = (reason: string) => {
    failures += 1;
    if (shouldNarrate(failures)) narrate({ type: 'retried', group: groupId, topic, failures, reason });
    else log.debug({ groupId, topic, failures, reason }, 'consumer failed again');
  };
  let consumer: Consumer | null = null;
  let endConsumer: () => void = () => undefined;
  let wrongCoordinator = 0;
  const sessionTimeoutMs = settings.sessionTimeoutMs ?? SESSION_TIMEOUT_MS;
  const heartbeatPatienceMs = settings.heartbeatPatienceMs ?? REBALANCE_TIMEOUT_MS + 2 * sessionTimeoutMs;

  const build = (client: Client, onCrash: () => void): Consumer => {
    const made = client.consumer({
      groupId: named(groupId),
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: 1000,
      maxWaitTimeInMs: 200,
      maxBytesPerPartition: settings.maxBytesPerPartition ?? 1_048_576,
      maxBytes: settings.maxBytes ?? 10_485_760,
      metadataMaxAge: 30_000,
      readUncommitted: false,
      allowAutoTopicCreation: false,
      retry: { retries: 8, initialRetryTime: 100, maxRetryTime: 2000, restartOnFailure: async () => false },
    });
    made.on(made.events.GROUP_JOIN, ({ payload }) => {
      failures = 0;
      handlers.onAssigned(payload.memberAssignment[topicInKafka] ?? []);
    });
    made.on(made.events.END_BATCH_PROCESS, ({ payload }) => {
      const { partition, batchSize, firstOffset, lastOffset } = payload;
      // A batch that compaction emptied has no first offset; its last one is where the fetch began.
      if (batchSize === 0)
        handlers.onHiddenBatch(partition, Number(firstOffset ?? lastOffset), Number(lastOffset));
    });
    made.on(made.events.CRASH, onCrash);
    return made;
  };

  const runOnce = async (signal: AbortSignal): Promise<void> => {
    let crashed: () => void = () => undefined;
    const crash = new Promise<void>((resolve) => (crashed = resolve));
    const end = () => crashed();
    signal.addEventListener('abort', end, { once: true });
    const client = clientOf(kafka);
    const made = build(client, end);
    consumer = made;
    endConsumer = end;
    wrongCoordinator = 0;
    const heartbeats = watchHeartbeats(made, heartbeatPatienceMs, () => {
      retried('no heartbeat reached the group for too long: the consumer is created anew');
      end();
    });
    const connect = async () => {
      await made.connect();
      await made.subscribe({ topics: [topicInKafka], fromBeginning: true });
    };
    try {
      await withPatience(PATIENCE_MS, connect, client.giveUp);
      await made.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: settings.concurrency ?? 3,
        eachBatch: (payload) => heartbeats.during(() => handlers.onBatch(payload)),
      });
      await crash;
    } finally {
      signal.removeEventListener('abort', end);
      heartbeats.end();
      consumer = null;
      await withPatience(PATIENCE_MS, () => made.disconnect(), client.giveUp).catch(() => undefined);
      handlers.onAssigned(null);
    }
  };

  const running = runPeriodically(runOnce, {
    everyMs: PAUSE_MS,
    onError: (error) => retried(loggedError(error)),
  });
  const withConsumer = (use: (consumer: Consumer) => void) => {
    if (consumer) use(consumer);
  };
  return {
    ...running,
    seek: (partition: number, offset: number) =>
      withConsumer((c) => c.seek({ topic: topicInKafka, partition, offset: String(offset) })),
    pause: (partition: number) =>
      withConsumer((c) => c.pause([{ topic: topicInKafka, partitions: [partition] }])),
    resume: (partition: number) =>
      withConsumer((c) => c.resume([{ topic: topicInKafka, partitions: [partition] }])),
    /**
     * Commits offsets. Where a join fails after finding another coordinator, kafkajs sends heartbeats to the new one
     * and commits to the old one: then the consumer is recreated. Otherwise no offset would be committed any more, and
     * others would see lag permanently.
     */
    commit: async (offsets: { partition: number; offset: number }[]) => {
      const list = offsets.map(({ partition, offset }) => ({
        ...{ topic: topicInKafka, partition },
        offset: String(offset),
      }));
      if (consumer === null || list.length === 0) return;
      try {
        await consumer.commitOffsets(list);
        wrongCoordinator = 0;
      } catch (error) {
        wrongCoordinator = isOtherCoordinator(error) ? wrongCoordinator + 1 : 0;
        if (wrongCoordinator >= WRONG_COORDINATOR_COMMITS) endConsumer();
        throw error;
      }
    },
  };
};
