import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createExpiring, idsOf, LATER, MARKER } from '../../test/expiring.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { idOf, NOW } from '../../test/postings.ts';
import { createMarkPending } from './mark-pending.ts';
import { newMark } from './pending.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('expiry'));
});
afterAll(() => close());
const createHarness = (isLinking = false) => createExpiring(connection, isLinking);

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

test('a posting that waits to be linked keeps its text until it is, where postings are linked', async () => {
  const { accept, publish, due, expire, documents, stored } = await createHarness(true);
  for (const name of ['linked', 'waits', 'changes', 'older']) await accept(name);
  await publish();
  await documents
    .postings()
    .updateMany({ _id: { $in: ['linked', 'changes'].map(idOf) } }, { $set: { linkMark: null } });
  // As a release without linking wrote it.
  await documents.postings().updateOne({ _id: idOf('older') }, { $set: { linkMark: null, linkRules: 0 } });
  const found = await due();
  expect(idsOf(found).toSorted()).toEqual(['changes', 'linked'].map(idOf));
  await documents.postings().updateOne({ _id: idOf('changes') }, { $set: { linkMark: newMark() } });
  expect(await expire(found)).toBe(1);
  expect((await stored('changes'))!.expiredAt ?? null).toBeNull();
});

test('since when retention is on is stored once, whoever asks first', async () => {
  const { expiry } = await createHarness();
  const found = await Promise.all([expiry.since(NOW), expiry.since(LATER), expiry.since(LATER)]);
  expect(new Set(found.map(String)).size).toBe(1);
  expect(await expiry.since(new Date(0))).toEqual(found[0]);
});
