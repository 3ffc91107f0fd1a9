import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startTimeOf } from '../process-identity.ts';
import { createTopic } from '../probes/kafka-topics.ts';
import { startKafkaCluster, type KafkaCluster } from './index.ts';

const topic = 'moved';
let cluster: KafkaCluster;
const lines: string[] = [];

const leaders = async () =>
  (await cluster.partitions()).filter((found) => found.topic === topic).map(({ leader }) => leader);
const inSync = () => until('every replica is in sync', () => cluster.inSync());
const leadsNothing = (id: number) =>
  until(`broker ${id} leads nothing`, async () => {
    const found = await leaders();
    return found.length === 6 && !found.includes(id) && !found.includes(-1);
  });

beforeAll(async () => {
  cluster = await startKafkaCluster({ report: (line) => lines.push(line) });
  const [first] = cluster.brokers;
  const port = Number(first!.split(':')[1]);
  await createTopic({ host: '127.0.0.1', port }, topic, { partitions: 6, replicas: 3 });
  await until('the topic is there', async () => (await leaders()).length === 6);
  await inSync();
});
afterAll(() => cluster?.close());

test('three brokers form one cluster: a topic has three replicas, and each broker leads some partitions', async () => {
  expect(cluster.ids).toEqual([1, 2, 3]);
  expect(new Set(await leaders())).toEqual(new Set([1, 2, 3]));
  for (const { replicas } of await cluster.partitions()) expect([...replicas].sort()).toEqual([1, 2, 3]);
});

test('every leader moves without a restart of a broker', async () => {
  const before = await leaders();
  const pids = cluster.ids.map((id) => cluster.pid(id));
  expect(await cluster.moveLeaders(topic)).toBe(6);
  await until('every partition has another leader', async () =>
    (await leaders()).every((leader, partition) => leader !== before[partition] && leader !== -1),
  );
  expect(cluster.ids.map((id) => cluster.pid(id))).toEqual(pids);
});

test('a broker that is stopped, killed or paused leads nothing, and comes back in sync', async () => {
  await cluster.stop(1);
  await leadsNothing(1);
  await cluster.start(1);
  await inSync();

  const pid = cluster.pid(2)!;
  await cluster.kill(2);
  expect(startTimeOf(pid)).toBeNull();
  await leadsNothing(2);
  await cluster.start(2);
  expect(cluster.pid(2)).not.toBe(pid);
  await inSync();

  cluster.pause(1);
  await leadsNothing(1);
  cluster.resume(1);
  await inSync();
  expect(lines.filter((line) => line.includes('ended by itself'))).toEqual([]);
});
