import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  engineRights,
  engineUsers,
  erasure,
  kafkaAcls,
  ledger,
  pipelineState,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  retagJob,
  taggedDeadLetters,
  verifyJob,
  type EngineUser,
} from '@skillstream/contracts';
import { createPublisher, type Kafka } from '@skillstream/messaging';
import type { Redis } from '@skillstream/runtime';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startGuardedPlatform } from './platform/guarded-platform.ts';
import { rightLine, rightsUsed } from './platform/kafka-audit.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

const COUNT = 200;
let platform: Awaited<ReturnType<typeof startGuardedPlatform>>;
let admin: Redis;
beforeAll(async () => {
  platform = await startGuardedPlatform();
  await platform.setRights();
  await platform.start();
  admin = await platform.redisAs('skillstream');
});
afterAll(async () => {
  admin?.disconnect();
  await platform?.stop();
});

const get = async (path: string, init?: RequestInit) => (await fetch(platform.url + path, init)).json();
const balanced = (deadLettered: number) =>
  until('the ledger is balanced', async () => {
    const found = ledger.parse(await get('/v1/ledger'));
    if (found.balanced && found.total.counted === COUNT && found.total.deadLettered === deadLettered)
      return found;
    throw new Error(JSON.stringify(found));
  });
const verified = async () => {
  const { id } = verifyJob.parse(await get('/v1/verify', await allowed({ method: 'POST' })));
  return until('the verification has ended', async () => {
    const job = verifyJob.parse(await get(`/v1/verify/${id}`));
    return job.state === 'running' ? null : job;
  });
};
const topics = [postingsReceived, postingsTagged, receivedDeadLetters, taggedDeadLetters].map(
  ({ name }) => name,
);

describe('with no more rights than the table has', () => {
  test('all four services do what they do, and are refused nothing', async () => {
    const live = await fetch(`${platform.url}/v1/live`);
    const sample = [...generateSample({ seed: 17, count: COUNT, firstMonth: '2024-01' })];
    await sendAll(
      platform.url,
      sample.map(({ posting }) => posting),
    );
    await balanced(0);
    // Into a month that no other posting has, and back: numbers that become 0 vanish.
    const [{ posting }] = sample as [(typeof sample)[number]];
    for (const datePosted of ['1999-01-05', posting.datePosted]) {
      await sendAll(platform.url, [{ ...posting, datePosted }]);
      await balanced(0);
    }
    const publisher = createPublisher(platform.kafkaAs('skillstream'));
    const poison = [{ key: 'nobody', value: 'no event', headers: { ce_postingsource: 'nobody' } }];
    for (const { name } of [postingsReceived, postingsTagged]) await publisher.publish(name, poison);
    await publisher.close();
    await balanced(2);
    await fetch(`${platform.url}/v1/retag`, await allowed({ method: 'POST' }));
    await until('all are tagged again', async () => retagJob.parse(await get('/v1/retag')).state === 'done');
    await balanced(2);
    expect(await verified()).toMatchObject({ state: 'done', differences: [], postings: COUNT });
    await fetch(`${platform.url}/v1/sources/nobody/postings`, await allowed({ method: 'DELETE' }));
    await until('the dead letters are erased', async () => {
      const { state, letters } = erasure.parse(await get('/v1/sources/nobody/erasure'));
      return state === 'ended' && letters === 2;
    });
    await balanced(0);
    expect((await fetch(`${platform.url}/v1/demand?top=3`)).status).toBe(200);
    await until('every service shows itself in Redis', async () => {
      const { via, services } = pipelineState.parse(await get('/v1/pipeline'));
      return via === 'redis' && services.every((one) => one.rates !== null && !one.unreachable);
    });
    const { value } = await live.body!.getReader().read();
    expect(new TextDecoder().decode(value)).toMatch(/^(:|id|event|data|retry)/);
    for (const service of platform.services)
      expect(service.logText()).not.toMatch(/not authorized|authorization|NOPERM|NOAUTH/i);
  });

  test('topics whose settings were changed are repaired by who owns them, at the next start', async () => {
    const kafka = platform.kafkaAs('skillstream').admin();
    await kafka.connect();
    const configEntries = [{ name: 'cleanup.policy', value: 'compact,delete' }];
    const resources = topics.map((name) => ({ type: 2, name, configEntries }));
    await kafka.alterConfigs({ validateOnly: false, resources });
    await kafka.disconnect();
    for (const service of platform.services) await service.stop();
    await platform.start();
    for (const name of ['ingestion', 'tagging', 'analytics']) {
      const { logText } = platform.services.find((service) => service.name === name)!;
      expect(logText()).toContain('topic settings repaired');
    }
    await balanced(0);
  });

  test('every right in Kafka is used, and nothing else is asked for', () => {
    const audit = platform.audit();
    expect(audit.filter((one) => !one.allowed)).toEqual([]);
    expect(rightsUsed(audit).sort()).toEqual(kafkaAcls().map(rightLine).sort());
  });

  test('Redis refuses no command, and those of the table are the ones that are called', async () => {
    const stats = await admin.info('commandstats');
    const refused = [...stats.matchAll(/^cmdstat_(\S+?):.*rejected_calls=([1-9]\d*)/gm)].map(
      ([, name]) => name,
    );
    // The driver tells its own name, and analytics asks for a setting that it finds elsewhere, too.
    expect(refused.filter((name) => !/^(client|config)/.test(name!))).toEqual([]);
    const called = [...stats.matchAll(/^cmdstat_(\S+?):/gm)].map(([, name]) => name!);
    const given = Object.values(engineRights).flatMap(({ redis }) => redis!.commands);
    // Not in this run: views of another form or log that go, what the gateway of the release before does where it
    // has no result to share, a count of the rate limits that lost its end.
    const elsewhere = ['unlink', 'scard', 'del', 'expire'];
    expect(given.filter((name) => !called.includes(name) && !elsewhere.includes(name))).toEqual([]);
  });
});

const refusedByKafka = /authoriz|SASL/i;
/** All that an error of kafkajs says, also of its parts. */
const wordsOf = (error: unknown): string => {
  const {
    errors = [],
    groups = [],
    cause,
  } = error as { errors?: unknown[]; groups?: unknown; cause?: unknown };
  return [String(error), JSON.stringify(groups), ...errors.map(String), cause ? wordsOf(cause) : ''].join(
    ' ',
  );
};
const write = (topic: string) => async (kafka: Kafka) => {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic, messages: [{ value: 'x' }] }).finally(() => producer.disconnect());
};
const transact = (transactionalId: string) => async (kafka: Kafka) => {
  const producer = kafka.producer({ transactionalId, maxInFlightRequests: 1, idempotent: true });
  await producer.connect();
  await producer.transaction().finally(() => producer.disconnect());
};
const read = (topic: string, groupId: string) => async (kafka: Kafka) => {
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic] });
    const crashed = new Promise((_resolve, reject) =>
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error)),
    );
    crashed.catch(() => undefined);
    await consumer.run({ eachMessage: async () => undefined });
    await crashed;
  } finally {
    await consumer.disconnect();
  }
};
type KafkaAdmin = ReturnType<Kafka['admin']>;
const ask = (query: (admin: KafkaAdmin) => Promise<unknown>) => async (kafka: Kafka) => {
  const client = kafka.admin();
  await client.connect();
  await query(client).finally(() => client.disconnect());
};
const [received, tagged, , taggedDlq] = topics as [string, string, string, string];

describe('Kafka refuses', () => {
  // Else whoever joins the group of a service would share its partitions.
  beforeAll(() => Promise.all(platform.services.map((service) => service.stop())));

  test.each<[EngineUser, string, (kafka: Kafka) => Promise<unknown>]>([
    ['analytics', 'to write postings.received', write(received)],
    ['analytics', 'to write postings.tagged', write(tagged)],
    ['ingestion', 'to write postings.tagged', write(tagged)],
    ['tagging', 'to write postings.received', write(received)],
    ['tagging', 'to write dead letters of analytics', write(taggedDlq)],
    ['ingestion', 'to read what it wrote', read(received, 'tagging')],
    ['tagging', 'to read postings.tagged', read(tagged, 'tagging')],
    ['tagging', 'to join a group of analytics', read(received, 'analytics-facts')],
    ['analytics', 'to join the group of tagging', read(tagged, 'tagging')],
    ['tagging', 'to publish as the relay', transact('ingestion-relay')],
    ['ingestion', 'to publish as tagging', transact('tagging-postings.received.v1-0')],
    ['ingestion', 'another transactional id', transact('ingestion-relay-2')],
    ['analytics', 'to transact', transact('analytics')],
    ['ingestion', 'to make a topic', ask((a) => a.createTopics({ topics: [{ topic: 'mine' }] }))],
    ['ingestion', 'to delete its topic', ask((a) => a.deleteTopics({ topics: [received] }))],
    ['tagging', 'to delete its group', ask((a) => a.deleteGroups(['tagging']))],
    [
      'analytics',
      'to give itself rights',
      ask((a) =>
        a.createAcls({
          acl: [
            {
              ...{ principal: 'User:analytics', host: '*', operation: 4, permissionType: 3 },
              ...{ resourceType: 2, resourceName: received, resourcePatternType: 3 },
            },
          ],
        }),
      ),
    ],
    ['gateway', 'to come in', ask((a) => a.listTopics())],
  ])('%s %s', async (user, _what, attempt) => {
    const denied = () => platform.audit().filter((one) => one.user === user && !one.allowed).length;
    const before = denied();
    const said = await attempt(platform.kafkaAs(user)).then(() => 'nothing', wordsOf);
    // Who may not ask for a coordinator is told by kafkajs that there is none; Kafka's log knows better.
    if (said.includes('Failed to find group coordinator')) expect(denied()).toBeGreaterThan(before);
    else expect(said).toMatch(refusedByKafka);
  });

  test('what nobody gave is taken away when rights are set again, and what is right is left alone', async () => {
    const kafka = platform.kafkaAs('skillstream').admin();
    await kafka.connect();
    const right = { operation: 4, permissionType: 3, resourceType: 2, resourceName: tagged };
    const acl = [{ ...right, principal: 'User:gateway', host: '*', resourcePatternType: 3 }];
    await kafka.createAcls({ acl });
    await kafka.disconnect();
    expect(await platform.setRights()).toEqual({ added: 0, removed: 1 });
    expect(await platform.setRights()).toEqual({ added: 0, removed: 0 });
  });
});

const view = '{0}:v3.0:state';
describe('Redis refuses', () => {
  const alike: [EngineUser, string[]][] = engineUsers.flatMap((user) =>
    [['FLUSHALL'], ['CONFIG', 'GET', '*'], ['KEYS', '*'], ['ACL', 'LIST'], ['SHUTDOWN'], ['MONITOR']].map(
      (words): [EngineUser, string[]] => [user, words],
    ),
  );
  test.each<[EngineUser, string[]]>([
    ...alike,
    ['gateway', ['SET', view, 'x']],
    ['gateway', ['GET', view]],
    ['gateway', ['DEL', view]],
    ['gateway', ['HSET', view, '@position', '1']],
    ['gateway', ['HGETALL', view]],
    ['gateway', ['XADD', 'skillstream:live:v1', '*', 'data', '{}']],
    ['gateway', ['EVAL', `return redis.call('SET', KEYS[1], 'x')`, '1', view]],
    ['gateway', ['EVAL', `return redis.call('SET', '${view}', 'x')`, '0']],
    ['analytics', ['HSET', 'gateway:quota:writes:1', 'x', '1']],
    ['analytics', ['GET', view]],
    ['ingestion', ['SET', view, 'x']],
    ['tagging', ['DEL', view]],
    ['tagging', ['SET', 'gateway:quota:writes:1', 'x']],
    ['ingestion', ['PUBLISH', 'others', 'x']],
    ['tagging', ['SUBSCRIBE', 'skillstream:pipeline:v1:events']],
    ['gateway', ['SUBSCRIBE', 'others']],
  ])('%s %j', async (user, [command, ...args]) => {
    const redis = await platform.redisAs(user);
    try {
      await expect(redis.call(command!, ...args)).rejects.toThrow(/NOPERM|can't access|permissions|ACL/i);
    } finally {
      redis.disconnect();
    }
  });

  test('whoever says no name', async () => {
    const { hostname, port } = new URL(platform.redisUrl);
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${view}\r\n`);
    const [response] = await once(socket, 'data');
    socket.destroy();
    expect(String(response)).toMatch(/^-NOAUTH/);
  });
});
