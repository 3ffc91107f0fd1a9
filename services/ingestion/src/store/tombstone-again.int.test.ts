import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createExpiring, idsOf, LATER } from '../../test/expiring.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { arrival, idOf } from '../../test/postings.ts';
import { createErasurePostings } from './erasure-postings.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('tombstone-again'));
});
afterAll(() => close());
const createHarness = () => createExpiring(connection);

test('a day later the tombstone is published once more, which closes the segment of the first, and then no more', async () => {
  const { accept, publish, due, expire, stored, waiting, expiry, store } = await createHarness();
  for (const name of ['a', 'b', 'newer', 'gone']) await accept(name);
  await publish();
  await expire(await due());
  await publish();
  await accept('newer', 'We use Rust');
  await store.retract(idOf('gone'), 'any', null, LATER);
  await publish();
  const dayLater = new Date(LATER.getTime() + 25 * 3_600_000);
  expect(await expiry.repeatTombstones(new Date(LATER.getTime() + 24 * 3_600_000), 10)).toBe(0);
  expect(await expiry.repeatTombstones(dayLater, 1)).toBe(1);
  expect(await expiry.repeatTombstones(dayLater, 10)).toBe(3);
  expect(idsOf(await waiting()).toSorted()).toEqual(['a', 'b', 'gone', 'newer'].map(idOf).toSorted());
  expect(await stored('a')).toMatchObject({ expiredAt: LATER, version: 1 });
  expect(await stored('gone')).toMatchObject({
    version: 2,
    pendingVersion: 2,
    trail: { requeuedAt: dayLater },
  });
  await publish();
  expect(await expiry.repeatTombstones(dayLater, 10)).toBe(0);
  expect(await waiting()).toEqual([]);
});

test('a tombstone that waited for an engine is repeated a day after it was published, not after it was made', async () => {
  const { accept, publish, due, expire, store, expiry } = await createHarness();
  for (const name of ['a', 'gone']) await accept(name);
  await publish();
  await expire((await due()).filter(({ _id }) => _id === idOf('a')));
  await store.retract(idOf('gone'), 'any', null, LATER);
  const hours = (count: number) => new Date(LATER.getTime() + count * 3_600_000);
  await publish(hours(2));
  expect(await expiry.repeatTombstones(hours(25), 10)).toBe(0);
  expect(await expiry.repeatTombstones(hours(27), 10)).toBe(2);
  await publish(hours(27));
  expect(await expiry.repeatTombstones(hours(100), 10)).toBe(0);
});

test('what is sent in the place of a tombstone that waited is repeated a day after it was published', async () => {
  const { accept, publish, store, expiry } = await createHarness();
  await accept('a');
  await publish();
  await store.retract(idOf('a'), 'any', null, LATER);
  await accept('a', 'We use Rust');
  const hours = (count: number) => new Date(LATER.getTime() + count * 3_600_000);
  await publish(hours(24));
  expect(await expiry.repeatTombstones(hours(25), 10)).toBe(0);
  expect(await expiry.repeatTombstones(hours(49), 10)).toBe(1);
});

test.each(['a retraction by an erasure', 'expired text'])(
  'a day after %s the posting is published again, also where other text was sent meanwhile',
  async (which) => {
    const { documents, accept, publish, due, expire, store, stored, close, waiting, expiry } =
      await createHarness();
    for (const name of ['a', 'again', 'closed']) await accept(name);
    await publish();
    if (which === 'expired text') expect(await expire(await due())).toBe(3);
    else {
      const erasure = createErasurePostings(documents);
      const found = await erasure.live(['a', 'again', 'closed'].map(idOf), false);
      expect(await erasure.retract(found, { runId: 'run', now: LATER })).toBe(3);
    }
    await publish();
    const chunk = ['We use Rust', 'We use Zig'].map((text) => arrival('again', text));
    await store.accept(chunk, LATER);
    await accept('closed', 'We use Rust', LATER);
    await close('closed', LATER);
    await publish();
    const { version, posting } = (await stored('again'))!;
    const dayLater = new Date(LATER.getTime() + 25 * 3_600_000);
    expect(await expiry.repeatTombstones(dayLater, 10)).toBe(3);
    expect(idsOf(await waiting()).toSorted()).toEqual(['a', 'again', 'closed'].map(idOf).toSorted());
    // It is the version of before, and nobody has waited a day for it.
    expect(await stored('again')).toMatchObject({
      ...{ version, posting, pendingVersion: version, trail: { version, requeuedAt: dayLater } },
    });
    await publish();
    expect(await expiry.repeatTombstones(dayLater, 10)).toBe(0);
    expect(await stored('again')).not.toHaveProperty('tombstoneAgainAt');
  },
);
