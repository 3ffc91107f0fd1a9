import { retryForever } from '@skillstream/async';
import type { TopicSpec } from '@skillstream/contracts';
import { appError, loggedError } from '@skillstream/errors';
import { refusalOf, type Log } from '@skillstream/runtime';
import kafkajs, { type Admin, type Kafka } from 'kafkajs';
import { lagOf, type PartitionEnds } from './consumer/lag.ts';
import { createAskAdmin } from './ask-admin.ts';
import { clientOf } from './client.ts';
import { probeOf } from './kafka.ts';
import { nameIn } from './name-in-kafka.ts';
import {
  configRepairs,
  isUnmigrated,
  repairedConfig,
  wantedConfig,
  wantedOfPresent,
  type PresentSetting,
  type TopicConfig,
} from './topic-plan.ts';

// CommonJS: Node does not see this name among kafkajs' exports.
const { ConfigResourceTypes } = kafkajs;

// What kafkajs commits for the earliest offset of a log.
const EARLIEST = -2;

/** @param topic by its name in Kafka */
const presentConfig = async (admin: Admin, topic: string): Promise<PresentSetting[]> => {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: ConfigResourceTypes.TOPIC, name: topic }],
  });
  return resources[0]?.configEntries ?? [];
};

/**
 * Creates, checks and describes topics, by their names without the client's prefix; connects on first use.
 * @param replicationFactor copies of a topic that is created here
 */
export const createTopicAdmin = (kafka: Kafka, log: Log, replicationFactor = 1) => {
  const { ask, close: closeAdmin } = createAskAdmin(() => clientOf(kafka));
  const { ask: askOnce, close: closeProbe } = createAskAdmin(() => clientOf(probeOf(kafka)));

  const named = nameIn(kafka);
  const isThere = async (a: Admin, topic: string) => (await a.listTopics()).includes(named(topic));

  const partitionsOf = (topic: string) =>
    ask(`Cannot look up ${topic}`, async (a) => {
      if (!(await isThere(a, topic))) return null;
      const { topics } = await a.fetchTopicMetadata({ topics: [named(topic)] });
      return topics[0]!.partitions;
    });

  /** Repairs settings that differ from the wanted ones. @param wantedOf the wanted ones, by the present ones */
  const repair = (topic: string, wantedOf: (present: TopicConfig) => TopicConfig) =>
    ask(`Cannot check ${topic}`, async (a) => {
      const present = await presentConfig(a, named(topic));
      const values = Object.fromEntries(present.map((c) => [c.configName, c.configValue ?? '']));
      const wanted = wantedOf(values);
      const repairs = configRepairs(wanted, values);
      if (Object.keys(repairs).length === 0) return;
      log.warn({ topic, repairs }, 'topic settings repaired');
      const configEntries = Object.entries(repairedConfig(wanted, present)).map(([name, value]) => ({
        name,
        value,
      }));
      const resources = [{ type: ConfigResourceTypes.TOPIC, name: named(topic), configEntries }];
      await a.alterConfigs({ validateOnly: false, resources });
    });

  const ensure = async (spec: TopicSpec, partitions: number) => {
    const topic = spec.name;
    const entries = Object.entries(wantedConfig(replicationFactor)).map(([name, value]) => ({
      name,
      value,
    }));
    await ask(`Cannot create ${topic}`, async (a) => {
      if (await isThere(a, topic)) return;
      await a.createTopics({
        waitForLeaders: true,
        topics: [
          {
            ...{ topic: named(topic), numPartitions: partitions, replicationFactor },
            configEntries: entries,
          },
        ],
      });
    });
    const found = (await partitionsOf(topic)) ?? [];
    if (found.length !== partitions) {
      log.error(
        { topic, found: found.length, wanted: partitions },
        'the number of partitions of an existing topic is never changed: it stays as it is',
      );
    }
    const replicas = found[0]?.replicas.length ?? 1;
    await repair(topic, (present) => {
      if (isUnmigrated(spec, present))
        log.warn({ topic }, 'these dead letters cannot be erased before "skillstream dlq migrate"');
      return wantedOfPresent(spec, replicas, present);
    });
  };

  /** The group's response for each partition: the next offset, or a negative number when it has none. */
  const askOffsets = (groupId: string, topic: string): Promise<Map<number, number>> =>
    ask(`Cannot read the offsets of ${groupId}`, async (a) => {
      const [found] = await a.fetchOffsets({ groupId: named(groupId), topics: [named(topic)] });
      return new Map((found?.partitions ?? []).map((p) => [p.partition, Number(p.offset)]));
    });

  /** The group's committed offsets by partition, of those partitions that have one. */
  const committedAll = async (groupId: string, topic: string): Promise<Map<number, number>> =>
    new Map([...(await askOffsets(groupId, topic))].filter(([, offset]) => offset >= 0));

  const ends = (topic: string): Promise<PartitionEnds[]> =>
    ask(`Cannot read the ends of ${topic}`, async (a) =>
      (await isThere(a, topic))
        ? (await a.fetchTopicOffsets(named(topic)))
            .map((p) => ({ partition: p.partition, low: Number(p.low), high: Number(p.high) }))
            .sort((x, y) => x.partition - y.partition)
        : [],
    );

  return {
    /** Creates missing topics and repairs settings; retries until Kafka is available or the signal aborts. */
    ensureTopics: async (specs: TopicSpec[], partitions: number, signal: AbortSignal): Promise<void> => {
      for (const spec of specs) {
        await retryForever(() => ensure(spec, partitions), {
          firstMs: 200,
          maxMs: 3000,
          signal,
          onRetry: (error) =>
            log.warn({ topic: spec.name, error: loggedError(error) }, 'topic not ready yet'),
        });
      }
    },
    /** The settings of an existing topic by their names. */
    settings: (topic: string): Promise<TopicConfig> =>
      ask(`Cannot read the settings of ${topic}`, async (a) =>
        Object.fromEntries(
          (await presentConfig(a, named(topic))).map((one) => [one.configName, one.configValue ?? '']),
        ),
      ),
    /** Has a topic of dead letters compacted, once all of its letters have the keys for it. */
    compactLetters: async (topic: string): Promise<void> => {
      const replicas = (await partitionsOf(topic))?.[0]?.replicas.length ?? 1;
      await repair(topic, () => wantedConfig(replicas));
    },
    /** Waits until the topic's writer has created it. @returns its number of partitions */
    waitForTopic: (topic: string, signal: AbortSignal): Promise<number> => {
      const count = async () => {
        const found = await partitionsOf(topic);
        if (!found) throw appError('unavailable', `There is no topic ${topic} yet`);
        return found.length;
      };
      return retryForever(count, { firstMs: 500, maxMs: 500, signal });
    },
    /** Both ends of every partition, as consumers can read it; an empty list when the topic does not exist. */
    ends,
    /** The first offset of each partition whose record was written at a time (ms since 1970) or later. */
    offsetsAt: (topic: string, timeMs: number): Promise<Map<number, number>> =>
      ask(`Cannot look up ${topic} by time`, async (a) => {
        const found = await a.fetchTopicOffsetsByTimestamp(named(topic), timeMs);
        return new Map(found.map(({ partition, offset }) => [partition, Number(offset)]));
      }),
    /** Records that a group has not processed yet, by its committed offsets. */
    lagOfGroup: async (groupId: string, topic: string): Promise<number> => {
      const committed = await committedAll(groupId, topic);
      return lagOf(await ends(topic), new Map(), committed);
    },
    /**
     * The group's committed offset of a partition; null when it has none, `reset` when a kafkajs consumer that met a
     * position out of range has overwritten it.
     * @throws SkillstreamError `unavailable`, also when the response leaves the partition out: that is not null
     */
    committed: async (
      groupId: string,
      topic: string,
      partition: number,
    ): Promise<number | 'reset' | null> => {
      const found = (await askOffsets(groupId, topic)).get(partition);
      if (found === undefined) {
        throw appError(
          'unavailable',
          `The offsets of ${groupId} leave out partition ${partition} of ${topic}`,
        );
      }
      if (found === EARLIEST) return 'reset';
      return found >= 0 ? found : null;
    },
    committedAll,
    /** The identity of the cluster. */
    clusterId: (): Promise<string> =>
      ask('Cannot describe the cluster', async (a) => (await a.describeCluster()).clusterId),
    /** Deletes those of the topics that exist. */
    deleteTopics: (topics: string[]): Promise<void> =>
      ask('Cannot delete topics', async (a) => {
        const present = await a.listTopics();
        const doomed = topics.map(named).filter((topic) => present.includes(topic));
        if (doomed.length > 0) await a.deleteTopics({ topics: doomed });
      }),
    /** Deletes those of the groups that exist and have no members. */
    deleteGroups: (groupIds: string[]): Promise<void> =>
      ask('Cannot delete groups', async (a) => {
        const present = new Set((await a.listGroups()).groups.map((g) => g.groupId));
        const doomed = groupIds.map(named).filter((id) => present.has(id));
        if (doomed.length > 0) await a.deleteGroups(doomed);
      }),
    /** Readiness check: does a broker respond. @throws SkillstreamError with the reason, without retrying */
    ping: (): Promise<boolean> =>
      askOnce('Kafka does not answer', async (a) => (await a.describeCluster()).brokers.length > 0).catch(
        (error: unknown) => Promise.reject(refusalOf(error)),
      ),
    close: async (): Promise<void> => {
      await Promise.all([closeAdmin(), closeProbe()]);
    },
  };
};

export type TopicAdmin = ReturnType<typeof createTopicAdmin>;
