import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sharedEngines } from '@skillstream/engines/testing';
import { createTestKafka, numbered } from '@skillstream/messaging/testing';
import { createFixture, type Fixture } from '../../../test/fixture.ts';
import { runVerification } from './run-verification.ts';

let fixture: Fixture;
let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  fixture = await createFixture();
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
});
afterAll(async () => {
  await kafka.close();
  await fixture.close();
});

test('views beyond the end of the log fail a verification instead of blocking it', async () => {
  const topic = await kafka.topic('short');
  await kafka.publish(topic, numbered(0, 3));
  const stores = fixture.fresh();
  const change = { increments: new Map(), contributions: new Map() };
  const deps = { kafka: kafka.kafka, admin: kafka.admin, topic, stores };
  await stores.views.write(0, -1, { position: 2, ...change });
  await expect(runVerification(deps, () => undefined)).resolves.toBeUndefined();
  await stores.views.write(0, 2, { position: 3, ...change });
  await expect(runVerification(deps, () => undefined)).rejects.toThrow(/stand at 3, the log ends at 3/);
});

test('a verification that fails because Redis or MongoDB is unavailable names that engine, and no topic', async () => {
  const topic = await kafka.topic('away');
  await kafka.publish(topic, numbered(0, 3));
  const stores = fixture.fresh();
  await stores.views.write(0, -1, { position: 2, increments: new Map(), contributions: new Map() });
  const fail = async () => {
    throw new Error("Stream isn't writeable and enableOfflineQueue options is false");
  };
  const run = (change: Partial<typeof stores>) =>
    runVerification(
      { kafka: kafka.kafka, admin: kafka.admin, topic, stores: { ...stores, ...change } },
      () => undefined,
    );
  await expect(run({ views: { ...stores.views, snapshot: fail } })).rejects.toMatchObject({
    code: 'unavailable',
    message: 'Redis is away or does not answer in time',
  });
  const noFacts = { find: () => ({ hasNext: fail, close: async () => undefined }) };
  const facts = { ...stores.facts, facts: () => noFacts as never };
  await expect(run({ facts })).rejects.toMatchObject({
    code: 'unavailable',
    message: 'MongoDB is away or does not answer in time',
  });
});
