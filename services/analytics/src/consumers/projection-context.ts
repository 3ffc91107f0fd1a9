import { sleep } from '@skillstream/async';
import { appError } from '@skillstream/errors';
import { type TopicAdmin } from '@skillstream/messaging';
import type { Log, Narrate } from '@skillstream/runtime';
import type { Generation, LogGeneration } from '../stores/mongo/log-generation.ts';
import { reasonToStartOver, type Checkpoint } from './start-over.ts';

/** The stores of one generation, created on first use. */
type StoresOf<S> = (generation: Generation) => S;
type Held<S> = { generation: Generation; stores: S };

type ProjectionContextDeps<S> = {
  topic: string;
  admin: TopicAdmin;
  generations: LogGeneration;
  storesOf: StoresOf<S>;
  log: Log;
  narrate: Narrate;
  now: () => number;
  /** What names in Kafka begin with; under another prefix the log is another one. */
  prefix?: string;
  /** Rejects where the database is not of this prefix: then no log of it is read, nor begun. */
  keepPrefix?: () => Promise<void>;
  /** Pause between two reads of the end of the log. */
  pause?: () => Promise<void>;
};

/**
 * How often the log must be seen to end before a position. A broker that resumes after a pause believes for some
 * 100 ms (measured) that it still leads, and reports an old end: without this everything would be counted again.
 */
const LOOKS = 5;
const LOOKS_APART_MS = 500;

/**
 * Tracks which log is read, and the stores that belong to it. It is checked at every assignment: the first consumer
 * that is assigned a partition of a new log notices it, the others at their next tick.
 */
export const createProjectionContext = <S>(deps: ProjectionContextDeps<S>) => {
  const { topic, admin, generations, storesOf, log, narrate, now } = deps;
  const { prefix = '', keepPrefix = async () => undefined, pause = () => sleep(LOOKS_APART_MS) } = deps;
  let current: Held<S> | null = null;

  const whyStarted = (before: Generation, { log: present }: Generation): string =>
    before.log === present ? 'another replica has started it' : `the log is ${present}, not ${before.log}`;

  const take = (generation: Generation, reason?: string) => {
    if (current?.generation.generation !== generation.generation) {
      log.info({ topic, ...generation }, 'projections belong to this log');
      if (current) {
        const why = reason ?? whyStarted(current.generation, generation);
        narrate({ type: 'generation.started', topic, ...generation, reason: why });
      }
      current = { generation, stores: storesOf(generation) };
    }
    return current!;
  };

  const currentOrRead = async () => current ?? take(await generations.forLog(await identity()));

  // Cluster, prefix and number of partitions decide which partition a posting is in and what an offset means.
  const identity = async (): Promise<string> => {
    await keepPrefix();
    const ends = await admin.ends(topic);
    if (ends.length === 0) throw appError('unavailable', `${topic} does not exist yet`);
    return [await admin.clusterId(), ends.length, ...(prefix === '' ? [] : [prefix])].join('/');
  };

  return {
    /** The stores in use; null before the first assignment or query. */
    current: () => current,
    /** The stores in use, for queries; looks them up once. */
    stores: async (): Promise<S> => (await currentOrRead()).stores,
    /** Number of partitions of the log. */
    partitions: async (): Promise<number> => Number((await currentOrRead()).generation.log.split('/')[1]),
    /** Reads the current generation from MongoDB. */
    refresh: async () => take(await generations.forLog(await identity())),
    /**
     * Switches to a generation that another replica began; a replica without partitions would never notice it
     * otherwise.
     * @returns the current generation, and whether it is in use here; null before the first
     */
    follow: async () => {
      const found = await generations.present();
      if (!found) return null;
      const { beganMs, ...generation } = found;
      if (current && current.generation.generation < generation.generation) take(generation);
      return { ...generation, beganMs, serving: current !== null };
    },
    /**
     * Begins a new generation if the partition's checkpoint does not fit the log.
     * @param current the generation of the checkpoint: another consumer may have switched to a newer one since
     *   they were read, and they must not be checked against its log
     * @throws SkillstreamError `conflict`, retryable: the partition must be acquired again
     */
    checkCheckpoint: async (
      { generation }: Pick<Held<S>, 'generation'>,
      partition: number,
      checkpoint: Checkpoint | null,
    ): Promise<void> => {
      const look = async () => {
        const end = (await admin.ends(topic)).find((e) => e.partition === partition)?.high ?? 0;
        return reasonToStartOver(checkpoint, generation.log, end, now());
      };
      let reason = await look();
      for (let looks = 1; reason !== null && looks < LOOKS; looks += 1) reason = await pause().then(look);
      if (reason === null) return;
      take(await generations.startOver(generation, reason), reason);
      throw appError('conflict', `Starting over: ${reason}`, { retryable: true });
    },
  };
};

export type ProjectionContext<S> = ReturnType<typeof createProjectionContext<S>>;
