import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { receivedTopicEvent, RELAY_ID } from '@skillstream/contracts';
import {
  createTransactionalPublisher,
  decodeEvent,
  type TransactionalPublisher,
} from '@skillstream/messaging';
import { arrival, idOf, input, NOW, post } from './postings.ts';
import { createGate, createFixture, eventually, type Harness } from './fixture.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const versionsOf = async (harness: Harness, sourceId: string) =>
  (await harness.published())
    .filter(({ key }) => key === idOf(sourceId))
    .map((record) => decodeEvent(receivedTopicEvent, record).data.version);

test('an accepted posting is published with its version and trace, a retraction as a tombstone, nothing twice', async () => {
  const harness = fixture.harness();
  const { base } = await harness.replica();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await post(base, input('a'), { traceparent });
  await post(base, input('a'));
  await eventually(harness.isPublished);
  await fetch(`${base}/v1/postings/${idOf('a')}`, { method: 'DELETE' });
  await fetch(`${base}/v1/postings/${idOf('a')}`, { method: 'DELETE' });
  await eventually(harness.isPublished);
  const [first, second, ...rest] = await harness.published();
  expect(rest).toEqual([]);
  expect(decodeEvent(receivedTopicEvent, first!)).toMatchObject({
    type: 'posting.received',
    data: { postingId: idOf('a'), version: 1, description: 'We use Go' },
  });
  expect(first!.headers).toMatchObject({ ce_id: `${idOf('a')}:1` });
  expect(first!.headers.traceparent).toMatch(
    /^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)\w{16}-01$/,
  );
  expect(second!.value).toBeNull();
  expect(decodeEvent(receivedTopicEvent, second!)).toEqual({
    type: 'posting.retracted',
    data: { postingId: idOf('a'), source: 'test', version: 2 },
  });
});

test('the relay finds what was stored without a notification', async () => {
  const harness = fixture.harness();
  const { app } = await harness.replica();
  await app.store.accept([arrival('a'), arrival('b')], NOW);
  await eventually(harness.isPublished);
  expect(await versionsOf(harness, 'b')).toEqual([1]);
});

test('a relay that crashes between publish and clear leaves a posting that is published again, and then cleared', async () => {
  const harness = fixture.harness();
  let crashes = 0;
  const afterPublish = async () => {
    if ((crashes += 1) === 1) throw new Error('crash');
  };
  const { base } = await harness.replica({ hooks: { afterPublish } });
  await post(base, input('a'));
  await eventually(harness.isPublished);
  expect(await versionsOf(harness, 'a')).toEqual([1, 1]);
});

test('clearing a published version leaves a newer one pending', async () => {
  const harness = fixture.harness();
  let stored = false;
  const { app, base } = await harness.replica({
    hooks: {
      // While version 1 is in the log and not yet cleared, version 2 comes.
      afterPublish: async () => {
        if (!stored) await app.store.accept([arrival('a', 'two')], NOW);
        stored = true;
      },
    },
  });
  await post(base, input('a', 'one'));
  await eventually(() => stored && harness.isPublished());
  expect(await versionsOf(harness, 'a')).toEqual([1, 2]);
});

test('a relay that lost its lease while about to publish cannot put an old version behind a newer one', async () => {
  const harness = fixture.harness();
  const gate = createGate();
  // A relay that renews its lease would notice, and close its publisher before it publishes: this one is to be fenced.
  const asleep = { leaseMs: 600_000, patienceMs: 600_000 };
  const zombie = await harness.replica({ hooks: { beforePublish: gate.pass }, settings: asleep });
  await post(zombie.base, input('a', 'one'));
  await gate.reached;
  await zombie.app.store.accept([arrival('a', 'two')], NOW);
  await harness.leases().updateOne({ _id: RELAY_ID }, { $set: { owner: 'nobody', expiresAtMs: 0 } });
  await harness.replica();
  await eventually(harness.isPublished);
  gate.open();
  await zombie.stop();
  expect(await versionsOf(harness, 'a')).toEqual([2]);
});

test('of two replicas one is the relay, and the other takes over when it stops', async () => {
  const harness = fixture.harness();
  const replicas = await Promise.all([harness.replica(), harness.replica()]);
  await eventually(async () => (await Promise.all(replicas.map((r) => r.isRelay()))).includes(true));
  const held = await Promise.all(replicas.map((r) => r.isRelay()));
  expect(held.filter(Boolean)).toHaveLength(1);
  const [relay, other] = held[0] ? replicas : [replicas[1], replicas[0]];
  await post(other!.base, input('a', 'one'));
  await eventually(harness.isPublished);
  await relay!.stop();
  await post(other!.base, input('a', 'two'));
  await eventually(harness.isPublished);
  expect(await other!.isRelay()).toBe(true);
  expect(await versionsOf(harness, 'a')).toEqual([1, 2]);
});

test('a relay whose Kafka client hangs, also when it is closed, loses the lease to the other', async () => {
  const harness = fixture.harness();
  const stuck = Promise.withResolvers<void>();
  const opened: TransactionalPublisher[] = [];
  const hanging = async (...deps: Parameters<typeof createTransactionalPublisher>) => {
    opened.push(await createTransactionalPublisher(...deps));
    const transact = () => {
      stuck.resolve();
      return new Promise<never>(() => undefined);
    };
    return { transact, close: () => new Promise<never>(() => undefined) };
  };
  const first = await harness.replica({
    createPublisher: hanging,
    settings: { patienceMs: 500, leaseMs: 3000 },
  });
  await post(first.base, input('a'));
  await stuck.promise;
  const second = await harness.replica();
  await eventually(harness.isPublished);
  expect([await first.isRelay(), await second.isRelay()]).toEqual([false, true]);
  expect(await versionsOf(harness, 'a')).toEqual([1]);
  await first.stop();
  await Promise.all(opened.map((publisher) => publisher.close()));
});
