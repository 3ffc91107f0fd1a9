import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { KafkaJSConnectionError } from 'kafkajs';
import { createTestKafka, numbered } from '../testing.ts';
import { createRunner } from './runner.ts';

/** The parts of kafkajs' group member that it takes to simulate a coordinator that has forgotten it. */
type Member = {
  groupId: string;
  memberId: string | null;
  coordinator: { leaveGroup: (of: { groupId: string; memberId: string | null }) => Promise<unknown> };
};
type Join = (this: Member) => Promise<void>;

const require = createRequire(import.meta.url);
const { prototype } = require('kafkajs/src/consumer/consumerGroup') as { prototype: { joinAndSync: Join } };
const { joinAndSync } = prototype;

let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
});
afterEach(() => {
  prototype.joinAndSync = joinAndSync;
});
afterAll(() => kafka.close());

test('a consumer that its group has forgotten, and that could not rejoin, is recreated and continues', async () => {
  const topic = await kafka.topic('lost');
  const members: Member[] = [];
  prototype.joinAndSync = function (this: Member) {
    members.push(this);
    return joinAndSync.call(this);
  };
  const taken: number[] = [];
  let position = 0;
  const runner = createRunner({
    ...{ kafka: kafka.kafka, admin: kafka.admin, log: kafka.log, topic, groupId: `${topic}.g` },
    ...{ sessionTimeoutMs: 6000, heartbeatPatienceMs: 3000, tickMs: 50, commitForLag: true },
    acquire: async () => ({
      next: position,
      take: async (records, upTo) => {
        taken.push(...records.map(({ value }) => Number(value)));
        position = upTo + 1;
        return position;
      },
    }),
  });
  runner.start();
  kafka.stoppedAtLast(runner);
  const committed = () => kafka.admin.committed(`${topic}.g`, topic, 0);
  await kafka.publish(topic, numbered(0, 10));
  await until('the group knows how far reading is', async () => (await committed()) === 10);

  // It may have joined more than once by now; the connection of an earlier member is closed.
  const { groupId, memberId, coordinator } = members.at(-1)!;
  let failures = 0;
  prototype.joinAndSync = function (this: Member) {
    if (failures > 0) return joinAndSync.call(this);
    failures += 1;
    return Promise.reject(new KafkaJSConnectionError('the coordinator is gone'));
  };
  await coordinator.leaveGroup({ groupId, memberId });
  await until('kafkajs could not join again', () => failures === 1);
  await kafka.publish(topic, numbered(10, 20));
  await until('the group knows how far reading is', async () => (await committed()) === 20);
  expect(taken).toEqual(Array.from({ length: 20 }, (_, i) => i));
});
