import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from '../../test/own-database.ts';
import { arrival, idOf, NOW } from '../../test/postings.ts';
import { factsOf } from '../expiry/facts-of.ts';
import { createClose } from './close.ts';
import { createDocuments } from './documents.ts';
import { createErasurePostings } from './erasure-postings.ts';
import { createExpiryStore, type DueDocument } from './expiry-store.ts';
import { createMarkPending } from './mark-pending.ts';
import type { PendingPosting } from './pending.ts';
import { createPostingsStore } from './postings-store.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('expiry'));
});
afterAll(() => close());

const LATER = new Date(NOW.getTime() + 1000);
const MARKER = 'We use Unmistakable';
let harnesses = 0;
const createHarness = async () => {
  const documents = createDocuments(connection, `s${(harnesses += 1)}-`, silentLog(), true);
  await documents.ensureIndexes();
  const store = createPostingsStore(documents);
  const expiry = createExpiryStore(documents);
  const waiting = async () => {
    const found: PendingPosting[] = [];
    for await (const batch of store.pending.read(1000)) found.push(...batch);
    return found;
  };
  return {
    ...{ documents, store, expiry, waiting },
    accept: (name: string, text = MARKER, now = NOW) => store.accept([arrival(name, text)], now),
    close: (name: string, now: Date) => createClose(documents)([idOf(name)], now, () => undefined),
    publish: async () => store.pending.clear(await waiting()),
    due: async (before = LATER, most = 1000) => {
      const found: DueDocument[] = [];
      for await (const batch of expiry.due('test', before, most)) found.push(...batch);
      return found;
    },
    expire: (those: DueDocument[]) => expiry.expire(those, factsOf, LATER),
    stored: (name: string) => documents.postings().findOne({ _id: idOf(name) }),
  };
};
const idsOf = (postings: { _id: string }[]) => postings.map(({ _id }) => _id);

test('text that is older than the limit is due, the oldest first, and not what waits or was retracted', async () => {
  const { accept, publish, store, due, expiry } = await createHarness();
  await accept('young', MARKER, LATER);
  await accept('old', MARKER, new Date(NOW.getTime() - 1));
  for (const name of ['a', 'b', 'gone']) await accept(name);
  await store.retract(idOf('gone'), 'any', null, NOW);
  await publish();
  await accept('waits');
  expect(idsOf(await due())).toEqual(['old', 'a', 'b'].map(idOf));
  expect(idsOf(await due(LATER, 2))).toHaveLength(2);
  expect(idsOf(await due(NOW))).toEqual([idOf('old')]);
  // What waits to be published is due all the same.
  expect(await expiry.countDue('test', LATER, 1000)).toBe(4);
  expect(await expiry.countDue('test', LATER, 2)).toBe(2);
  expect(await expiry.countDue('other', LATER, 2)).toBe(0);
});

test('one write takes the text, keeps the facts and the version, and puts the tombstone into the outbox', async () => {
  const { accept, publish, due, expire, stored, waiting, expiry } = await createHarness();
  await accept('a');
  await publish();
  const before = await stored('a');
  expect(await expire(await due())).toBe(1);
  const after = await stored('a');
  expect(JSON.stringify([after, String(after!.facts)])).not.toContain('Unmistakable');
  expect(after).toMatchObject({
    expiredAt: LATER,
    posting: null,
    retracted: false,
    pendingVersion: 1,
    version: 1,
  });
  expect(after!.contentHash).toBe(before!.contentHash);
  expect(after!.updatedAt).toEqual(before!.updatedAt);
  expect(JSON.parse(String(after!.facts))).toMatchObject({ postingId: idOf('a'), role: expect.any(String) });
  expect(idsOf(await waiting())).toEqual([idOf('a')]);
  expect(await due()).toEqual([]);
  expect(await expiry.countDue('test', LATER, 10)).toBe(0);
});

test.each<[string, (harness: Awaited<ReturnType<typeof createHarness>>) => Promise<unknown>, object]>([
  [
    'a newer version',
    ({ accept }) => accept('a', 'We use Go now'),
    { version: 2, pendingVersion: 2, retracted: false },
  ],
  [
    'a retraction',
    ({ store }) => store.retract(idOf('a'), 'any', null, NOW),
    { version: 2, retracted: true },
  ],
  [
    'a request to publish it again',
    ({ documents }) => createMarkPending(documents)([idOf('a')], { retracted: false }),
    { version: 1, pendingVersion: 1 },
  ],
])('%s that comes between reading and removing stays as it is', async (_, act, state) => {
  const harness = await createHarness();
  await harness.accept('a');
  await harness.publish();
  const read = await harness.due();
  await act(harness);
  expect(await harness.expire(read)).toBe(0);
  const found = await harness.stored('a');
  expect(found).toMatchObject(state);
  expect(found!.expiredAt).toBeUndefined();
});

test('of two that remove the same text one does', async () => {
  const { accept, publish, due, expire } = await createHarness();
  for (const name of ['a', 'b', 'c']) await accept(name);
  await publish();
  const [one, other] = [await due(), await due()];
  const counts = await Promise.all([expire(one), expire(other)]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(3);
});

test('sent again as it was it stays expired; a newer version is live again, and a retraction ends it', async () => {
  const { accept, publish, due, expire, stored, store } = await createHarness();
  await accept('a');
  await publish();
  await expire(await due());
  expect(await accept('a')).toEqual([{ status: 'unchanged', version: 1 }]);
  expect(await stored('a')).toMatchObject({ expiredAt: LATER, posting: null });

  expect(await accept('a', 'We use Rust')).toEqual([{ status: 'accepted', version: 2 }]);
  const live = await stored('a');
  expect(live).toMatchObject({ version: 2, pendingVersion: 2, retracted: false });
  expect([live!.expiredAt, live!.facts]).toEqual([undefined, undefined]);
  expect(String(live!.posting)).toContain('Rust');

  await publish();
  await expire(await due());
  await store.retract(idOf('a'), 'any', null, LATER);
  const gone = await stored('a');
  expect(gone).toMatchObject({ version: 3, retracted: true, posting: null });
  expect([gone!.expiredAt, gone!.facts]).toEqual([undefined, undefined]);
});

test('a posting that was closed expires by the age of its text; sent again as it was it stays closed and expired', async () => {
  const { accept, publish, close, due, expire, stored } = await createHarness();
  await accept('a');
  await publish();
  const closedAt = new Date(LATER.getTime() + 1000);
  expect(await close('a', closedAt)).toBe(1);
  await publish();
  const found = await due(LATER);
  expect(idsOf(found)).toEqual([idOf('a')]);
  expect(await expire(found)).toBe(1);
  expect(await accept('a')).toEqual([{ status: 'unchanged', version: 2 }]);
  expect(await stored('a')).toMatchObject({ expiredAt: LATER, posting: null, closedAt });

  expect(await accept('a', 'We use Rust')).toEqual([{ status: 'accepted', version: 3 }]);
  expect((await stored('a'))!.closedAt).toBeUndefined();
});

test('a posting that was closed and has its text is open again once it is sent, also as it was', async () => {
  const { accept, close, stored } = await createHarness();
  await accept('a');
  await close('a', LATER);
  expect(await accept('a')).toEqual([{ status: 'accepted', version: 3 }]);
  expect((await stored('a'))!.closedAt).toBeUndefined();
});

test('a version that overtakes the tombstone on its way stays pending when the tombstone is cleared', async () => {
  const { accept, publish, due, expire, stored, store, waiting } = await createHarness();
  await accept('a');
  await publish();
  await expire(await due());
  const tombstones = await waiting();
  await accept('a', 'We use Rust');
  await store.pending.clear(tombstones);
  expect(await stored('a')).toMatchObject({ version: 2, pendingVersion: 2 });
});

test('an expired posting is not published again, and is named', async () => {
  const { accept, publish, due, expire, stored, documents } = await createHarness();
  await accept('a');
  await publish();
  await expire(await due());
  await publish();
  await accept('b');
  await publish();
  const ids = [...['a', 'b'].map(idOf), 'none'];
  expect(await createMarkPending(documents)(ids, { retracted: true })).toEqual({
    ...{ pending: 1, unknown: ['none'], expired: [idOf('a')] },
  });
  expect(await stored('a')).toMatchObject({ pendingVersion: null });
});

test('the ledger counts expired postings with the others, and says how many there are', async () => {
  const { accept, publish, due, expire, store } = await createHarness();
  for (const name of ['a', 'b', 'c']) await accept(name);
  await store.retract(idOf('c'), 'any', null, NOW);
  await publish();
  const before = await store.readLedger();
  expect(before.sources['test']).toEqual({ accepted: 3, pending: 0, versions: 2, retracted: 1 });
  await expire((await due()).slice(0, 1));
  await publish();
  expect((await store.readLedger()).sources['test']).toEqual({ ...before.sources['test'], expired: 1 });
});

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

test('since when retention is on is stored once, whoever asks first', async () => {
  const { expiry } = await createHarness();
  const found = await Promise.all([expiry.since(NOW), expiry.since(LATER), expiry.since(LATER)]);
  expect(new Set(found.map(String)).size).toBe(1);
  expect(await expiry.since(new Date(0))).toEqual(found[0]);
});
