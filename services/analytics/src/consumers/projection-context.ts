import { appError } from '@skillstream/errors';
import { sleep } from '@skillstream/async';
import { type TopicAdmin } from '@skillstream/messaging';
import { type Log } from '@skillstream/runtime';
import type { Generation, LogGeneration } from '../stores/mongo/log-generation.ts';
import { reasonToStartOver, type Marks } from './start-over.ts';

/** Stores of one generation, made when it is first asked for. */
type StoresOf<S> = (generation: Generation) => S;
type Held<S> = { generation: Generation; stores: S };

type ProjectionContextDeps<S> = {
  topic: string;
  admin: TopicAdmin;
  generations: LogGeneration;
  storesOf: StoresOf<S>;
  log: Log;
  now: () => number;
  /** Between two looks at the end of the log. */
  pause?: () => Promise<void>;
};

/**
 * How often a log must be seen to end before a position. A broker that wakes up from a pause takes itself for the
 * leader for a moment, some 100 ms as it was seen, and tells the end of before: all would be counted anew for that.
 */
const LOOKS = 5;
const LOOKS_APART_MS = 500;

/**
 * Which log is read, and the stores that belong to it. Asked anew at every assignment, so a new log is noticed by
 * whoever is assigned first; the others notice at their next tick.
 */
export const createProjectionContext = <S>(deps: ProjectionContextDeps<S>) => {
  const { topic, admin, generations, storesOf, log, now, pause = () => sleep(LOOKS_APART_MS) } = deps;
  let current: Held<S> | null = null;

  const take = (generation: Generation) => {
    if (current?.generation.generation !== generation.generation) {
      log.info({ topic, ...generation }, 'projections belong to this log');
      current = { generation, stores: storesOf(generation) };
    }
    return current!;
  };

  const held = async () => current ?? take(await generations.forLog(await identity()));

  // Cluster and number of partitions: what decides where a posting lives and what an offset means.
  const identity = async (): Promise<string> => {
    const ends = await admin.ends(topic);
    if (ends.length === 0) throw appError('unavailable', `${topic} does not exist yet`);
    return `${await admin.clusterId()}/${ends.length}`;
  };

  return {
    /** The stores in use; null before the first assignment or question. */
    current: () => current,
    /** The stores in use, for questions: asks for them once. */
    stores: async (): Promise<S> => (await held()).stores,
    /** How many partitions the log has. */
    partitions: async (): Promise<number> => Number((await held()).generation.log.split('/')[1]),
    /** Asks MongoDB which generation holds. */
    refresh: async () => take(await generations.forLog(await identity())),
    /**
     * Takes up the generation that another replica began: one without partitions would serve the one before for ever.
     * @returns the one that holds, and whether it is in use here; null before the first
     */
    follow: async () => {
      const found = await generations.present();
      if (!found) return null;
      const { beganMs, ...generation } = found;
      if (current && current.generation.generation < generation.generation) take(generation);
      return { ...generation, beganMs, serving: current !== null };
    },
    /**
     * Begins a new generation if the partition's marks do not fit the log.
     * @param held whose marks they are: another consumer may have taken up a newer one since they were read, and by
     *   that one's log they would be judged wrongly
     * @throws SkillstreamError `conflict`, retryable: the projection must be owned anew
     */
    checkMarks: async (
      { generation }: Pick<Held<S>, 'generation'>,
      partition: number,
      marks: Marks | null,
    ): Promise<void> => {
      const look = async () => {
        const end = (await admin.ends(topic)).find((e) => e.partition === partition)?.high ?? 0;
        return reasonToStartOver(marks, generation.log, end, now());
      };
      let reason = await look();
      for (let looks = 1; reason !== null && looks < LOOKS; looks += 1) reason = await pause().then(look);
      if (reason === null) return;
      log.error({ topic, partition, reason }, 'starting the projections over');
      take(await generations.startOver(generation, reason));
      throw appError('conflict', `Starting over: ${reason}`, { retryable: true });
    },
  };
};

export type ProjectionContext<S> = ReturnType<typeof createProjectionContext<S>>;
