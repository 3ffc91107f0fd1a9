import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import { endTxn, startKafkaCluster, type KafkaCluster } from '@skillstream/engines/clusters';
import {
  createKafka,
  createTopicAdmin,
  createTransactionalPublisher,
  readRange,
  toTheEnd,
  type OutgoingRecord,
} from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { account } from './account.ts';
import { tell } from './figures.ts';

// The publisher of the relay alone, over three brokers, each behind a proxy.
const LIMIT_MS = 600_000;
const log = silentLog();
let cluster: KafkaCluster;
let kafka: ReturnType<typeof createKafka>;
let admin: ReturnType<typeof createTopicAdmin>;

beforeAll(async () => {
  cluster = await startKafkaCluster({ proxied: true });
  kafka = createKafka(cluster.brokers, 'publisher-failover', log);
  admin = createTopicAdmin(kafka, log, 3);
}, LIMIT_MS);
afterAll(async () => {
  await admin?.close();
  await cluster?.close();
}, LIMIT_MS);

const createTopic = async (topic: string): Promise<string> => {
  const spec = { name: topic, cleanup: 'compact', description: 'a test topic' } as const;
  await admin.ensureTopics([spec], 12, new AbortController().signal);
  return topic;
};
const readAll = (topic: string) =>
  until(`${topic} is read`, async () => {
    const found: { partition: number; offset: number; eventId: string }[] = [];
    const keep = toTheEnd((partition, records) => {
      for (const { offset, headers } of records) found.push({ partition, offset, eventId: headers['id']! });
    });
    await readRange({ kafka, admin }, topic, keep);
    return found.map((entry) => ({ ...entry, postingId: entry.eventId, version: 1, retracted: false }));
  });
const record = (id: string): OutgoingRecord => ({ key: id, value: 'x'.repeat(1000), headers: { id } });

/** As the relay does: one transaction after the other; after an error, the same page again by a new publisher. */
const startRelay = (topic: string, size: number) => {
  const committed = new Set<string>();
  let [over, transactions, failures] = [false, 0, 0];
  const run = async () => {
    let publisher: Awaited<ReturnType<typeof createTransactionalPublisher>> | null = null;
    while (!over) {
      const page = Array.from({ length: size }, (_, i) => `${transactions}-${i}`);
      try {
        publisher ??= await createTransactionalPublisher(kafka, `${topic}-relay`);
        await publisher.transact((scope) => scope.send(topic, page.map(record)));
        page.forEach((id) => committed.add(id));
        transactions += 1;
      } catch {
        failures += 1;
        await publisher?.close();
        publisher = null;
        await sleep(200);
      }
    }
    await publisher?.close();
  };
  const running = run();
  return {
    goesOn: async (more = 5) => {
      const target = transactions + more;
      await until(`${more} more transactions are committed`, () => transactions >= target, 240_000);
    },
    end: async () => {
      over = true;
      await running;
      // What was said to be committed is seen once its markers are written: the next publisher waits for that.
      await (await createTransactionalPublisher(kafka, `${topic}-relay`)).close();
      return { committed, failures };
    },
  };
};

test(
  'what a transaction says is committed is in the log once, while brokers restart and leaders move',
  async () => {
    const topic = await createTopic('relay');
    const relay = startRelay(topic, 400);
    await relay.goesOn();
    for (const id of cluster.ids.slice(0, 2)) {
      await cluster.stop(id);
      await relay.goesOn();
      await cluster.start(id);
      await until('in sync', () => cluster.inSync());
      await cluster.moveLeaders(topic);
      await relay.goesOn();
    }
    const { committed } = await relay.end();
    const { accepted, lost, twice, repeated } = account(committed, await readAll(topic));
    const figures = { accepted, lost: lost.length, twice: twice.length, repeated };
    tell({ scenario: 'publisher alone', ...figures, uncounted: 0, differences: 0 });
    expect({ lost, twice }).toEqual({ lost: [], twice: [] });
  },
  LIMIT_MS,
);

test(
  'an EndTxn of a fenced publisher that arrives while the next one writes ends neither transaction',
  async () => {
    const topic = await createTopic('fence');
    const first = await createTransactionalPublisher(kafka, 'fence');
    const held = cluster.hold(endTxn);
    const late = first.transact((scope) => scope.send(topic, [record('of the first')]));
    const refused = expect(late).rejects.toMatchObject({ code: 'fenced' });
    await held.caught;
    const second = await createTransactionalPublisher(kafka, 'fence');
    const abandoned = second.transact(async (scope) => {
      await scope.send(topic, [record('abandoned by the second')]);
      held.release();
      await refused;
      // Had the late EndTxn been taken, this transaction would be committed by now, and there would be none to abort.
      throw new Error('abandoned');
    });
    await expect(abandoned).rejects.toThrow();
    await second.close();
    const third = await createTransactionalPublisher(kafka, 'fence');
    await third.transact((scope) => scope.send(topic, [record('of the third')]));
    await Promise.all([first.close(), third.close()]);
    // A broker that has just come back may not know the topic yet.
    const log = await until('the log has records', async () => {
      const found = await readAll(topic);
      return found.length > 0 && found;
    });
    expect(log.map(({ eventId }) => eventId)).toEqual(['of the third']);
  },
  LIMIT_MS,
);
