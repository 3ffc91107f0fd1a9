import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import { startKafkaCluster, type KafkaCluster } from '@skillstream/engines/clusters';
import {
  createKafka,
  createTopicAdmin,
  createTransactionalPublisher,
  createTransformRunner,
  readRange,
  toTheEnd,
  type OutgoingRecord,
  type TransactionalPublisher,
} from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';

// A broker that hangs keeps its connections and answers nothing: what the two others lead must go on.
const LIMIT_MS = 600_000;
const GOES_ON_MS = 240_000;
const log = silentLog();
let cluster: KafkaCluster;
let kafka: ReturnType<typeof createKafka>;
let admin: ReturnType<typeof createTopicAdmin>;

beforeAll(async () => {
  cluster = await startKafkaCluster();
  kafka = createKafka(cluster.brokers, 'hang', log);
  admin = createTopicAdmin(kafka, log, 3);
}, LIMIT_MS);
afterAll(async () => {
  cluster?.ids.forEach((id) => cluster.resume(id));
  await admin?.close();
  await cluster?.close();
}, LIMIT_MS);

const createTopic = async (topic: string): Promise<string> => {
  const spec = { name: topic, cleanup: 'compact', description: 'a test topic' } as const;
  await admin.ensureTopics([spec], 6, new AbortController().signal);
  return topic;
};

const valuesOf = (topic: string) =>
  until(
    `${topic} is read`,
    async () => {
      const found: number[] = [];
      const keep = toTheEnd((_, records) => found.push(...records.map(({ value }) => Number(value))));
      await readRange({ kafka, admin }, topic, keep);
      return found.sort((a, b) => a - b);
    },
    GOES_ON_MS,
  );

const numbered = (from: number, to: number): OutgoingRecord[] =>
  Array.from({ length: to - from }, (_, i) => ({
    key: `k${from + i}`,
    value: String(from + i),
    headers: {},
  }));

/** Writes pages as the relay does: after an error the same page again, by a new publisher. */
const startWriting = (topic: string) => {
  let [next, over] = [0, false];
  const write = async () => {
    let publisher: Awaited<ReturnType<typeof createTransactionalPublisher>> | null = null;
    while (!over) {
      try {
        publisher ??= await createTransactionalPublisher(kafka, `${topic}-relay`);
        await publisher.transact((scope) => scope.send(topic, numbered(next, next + 100)));
        next += 100;
      } catch {
        await publisher?.close();
        publisher = null;
      }
      await sleep(100);
    }
    await publisher?.close();
  };
  const writing = write();
  return {
    next: () => next,
    end: async () => {
      over = true;
      await writing;
    },
  };
};

test(
  'while each broker in turn hangs, transactions and a transform go on, and every record is transformed exactly once',
  async () => {
    const topics = {
      input: await createTopic('in'),
      output: await createTopic('out'),
      dead: await createTopic('dlq'),
    };
    const runner = createTransformRunner({
      kafka,
      admin,
      log,
      topic: topics.input,
      outputTopic: topics.output,
      deadLetterTopic: topics.dead,
      groupId: 'hang',
      transform: ({ key, value }) => ({ key, value: String(value), headers: {} }),
    });
    runner.start();
    const writing = startWriting(topics.input);
    const goOn = async () => {
      const written = writing.next();
      const read = new Map(runner.status().partitions.map((p) => [p.partition, p.next]));
      await until('more is written', () => writing.next() > written + 300, GOES_ON_MS);
      const isFurther = ({ next, partition }: { next: number; partition: number }) =>
        next > (read.get(partition) ?? 0);
      const further = () => {
        const { partitions } = runner.status();
        return partitions.length === 6 && partitions.every(isFurther);
      };
      await until('every partition is read on', further, GOES_ON_MS);
    };
    await goOn();
    for (const id of cluster.ids) {
      cluster.pause(id);
      await goOn();
      cluster.resume(id);
      await until('in sync', () => cluster.inSync(), GOES_ON_MS);
    }
    await writing.end();
    const inputs = await valuesOf(topics.input);
    await until('caught up', async () => (await runner.lag()) === 0 && runner.status().caughtUp, GOES_ON_MS);
    await runner.stop();
    const outputs = await valuesOf(topics.output);
    // A page whose commit had no answer was written again: the log then has it twice, and so has the output, once
    // each.
    expect(outputs).toEqual(inputs);
    expect([...new Set(inputs)]).toEqual(Array.from({ length: writing.next() }, (_, i) => i));
    expect(await valuesOf(topics.dead)).toEqual([]);
  },
  LIMIT_MS,
);

// The number of partitions of Kafka's own topic says where an id is at home.
const homeOf = (id: string, count: number): number =>
  Math.abs([...id].reduce((hash, character) => (31 * hash + character.charCodeAt(0)) | 0, 0)) % count;

test(
  'a coordinator that wakes up commits nothing by saying so: whatever was acknowledged is in the log',
  async () => {
    const topic = await createTopic('acknowledged');
    const acknowledged: string[] = [];
    const transact = async (publisher: TransactionalPublisher, value: string) => {
      await publisher.transact((scope) => scope.send(topic, [{ key: value, value, headers: {} }]));
      acknowledged.push(value);
    };
    for (const round of [1, 2]) {
      const ids = Array.from({ length: 40 }, (_, i) => `id-${round}-${i}`);
      // Each with a client of its own, as each replica has: what is known of a broker is known to one alone.
      const open = (id: string) => createTransactionalPublisher(createKafka(cluster.brokers, id, log), id);
      const publishers = await Promise.all(ids.map(open));
      const each = (what: number) =>
        Promise.all(publishers.map((one, i) => transact(one, `${round}${what}${i}`).catch(() => undefined)));
      await each(1);
      const homes = (await cluster.partitions()).filter((one) => one.topic === '__transaction_state');
      const leaders = ids.map(
        (id) => homes.find((one) => one.partition === homeOf(id, homes.length))!.leader,
      );
      const count = (id: number) => leaders.filter((leader) => leader === id).length;
      const asleep = cluster.ids.reduce((most, id) => (count(id) > count(most) ? id : most));
      cluster.pause(asleep);
      const isSucceeded = async () =>
        (await cluster.partitions()).every(({ leader }) => leader !== asleep && leader >= 0);
      await until('all that it led has another leader', isSucceeded, GOES_ON_MS);
      // By now some ask the sleeping broker, and have its answer when it wakes up.
      const waking = each(2);
      await sleep(2500);
      cluster.resume(asleep);
      await waking;
      await Promise.all(publishers.map((publisher) => publisher.close()));
      // Those who come after end whatever is open.
      for (const next of await Promise.all(ids.map(open))) await next.close();
      await until('in sync', () => cluster.inSync(), GOES_ON_MS);
    }
    const found = new Set(await valuesOf(topic));
    expect(acknowledged.filter((value) => !found.has(Number(value)))).toEqual([]);
  },
  LIMIT_MS,
);
