import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  acceptedTrail,
  eventHeaders,
  groups,
  postingRecord,
  postingsReceived,
  republishResult,
  retagJob,
} from '@skillstream/contracts';
import { createTransactionalPublisher, isExpired } from '@skillstream/messaging';
import { createFixture, eventually, type Harness, type ReplicaOptions } from './fixture.ts';
import { arrival, idOf, NOW, post, input } from './postings.ts';

const retention = { months: 1, bySource: { kept: 0 } };
const { signal } = new AbortController();
let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

let harness: Harness;
let replica: Awaited<ReturnType<Harness['replica']>>;
beforeEach(() => {
  harness = fixture.harness();
});

const start = async (options: ReplicaOptions = {}) => {
  replica = await harness.replica({ ...options, settings: { retention } });
  await eventually(replica.isRelay);
  // Retention is on before any posting comes.
  await replica.app.expiry.pass(signal);
};
const accept = async (name: string, text?: string) => {
  const [result] = await replica.app.store.accept([arrival(name, text)], NOW);
  await eventually(harness.isPublished);
  return result!;
};
const pass = async () => {
  await eventually(harness.isLinked);
  await replica.app.expiry.pass(signal);
  await eventually(harness.isPublished);
};
/** Commits, as tagging does, that all of the log has been read. */
const tagAll = async () => {
  const publisher = await createTransactionalPublisher(harness.kafka, 'tag-all');
  const ends = new Map<number, number>();
  for (const { partition, offset } of await harness.published()) ends.set(partition, offset + 2);
  await publisher.transact(async (scope) => {
    for (const [partition, next] of ends)
      await scope.sendOffset(groups.tagging, postingsReceived.name, partition, next);
  });
  await publisher.close();
  // The markers of a transaction are written behind its end, and with them its offsets.
  await eventually(async () => {
    const committed = await harness.tagged();
    return [...ends].every(([partition, next]) => committed.get(partition) === next);
  });
};
const recordsOf = async (name: string) => (await harness.published()).filter(({ key }) => key === idOf(name));
const get = async (path: string) => (await fetch(`${replica.base}${path}`)).json();
const metric = async (name: string) =>
  new RegExp(`^skillstream_${name}\\{[^}]*\\} (\\d+)$`, 'm').exec(await replica.metrics())?.[1];

test('text goes once tagging has read it, not before; a tombstone with the header takes it from the topic', async () => {
  await start();
  await accept('a');
  await pass();
  expect(await harness.document(idOf('a'))).not.toHaveProperty('expiredAt');
  expect(await metric('postings_due_for_expiry')).toBe('1');

  await tagAll();
  await pass();
  const [whole, tombstone, ...others] = await recordsOf('a');
  expect(others).toEqual([]);
  expect(isExpired(whole!)).toBe(false);
  expect(isExpired(tombstone!)).toBe(true);
  expect(tombstone!.headers).toMatchObject({
    [eventHeaders.id]: `${idOf('a')}:1:expired`,
    // Not a retraction: a tagging of an earlier release finds no posting in it, and forwards nothing.
    [eventHeaders.type]: 'posting.received',
    [eventHeaders.postingVersion]: '1',
  });
  expect(JSON.stringify(await harness.document(idOf('a')))).not.toContain('We use Go');
  expect([await metric('postings_due_for_expiry'), await metric('postings_expired_total')]).toEqual([
    '0',
    '1',
  ]);
  await pass();
  expect(await recordsOf('a')).toHaveLength(2);
});

test('what it is asked about an expired posting it says, with the date', async () => {
  await start();
  await accept('a');
  await accept('b', 'We use Rust');
  const place = acceptedTrail.parse(await get(`/v1/postings/${idOf('a')}/trail`)).published;
  await tagAll();
  await pass();
  const { expiredAt, facts, ...record } = postingRecord.parse(await get(`/v1/postings/${idOf('a')}`));
  expect(record).toEqual({
    ...{ postingId: idOf('a'), source: 'test', version: 1, retracted: false, pending: false, posting: null },
  });
  expect(facts).toMatchObject({ postingId: idOf('a'), datePosted: '2025-06-01', version: 1 });
  expect(facts).not.toHaveProperty('title');
  const trail = acceptedTrail.parse(await get(`/v1/postings/${idOf('a')}/trail`));
  expect(trail).toMatchObject({ expiredAt, published: place, pending: false });
  expect(await get('/v1/versions')).toMatchObject({
    rows: [{ expiredAt: expect.any(String), retracted: false }, { expiredAt: expect.any(String) }],
  });
  expect((await replica.ledger()).sources['test']).toMatchObject({ accepted: 2, versions: 2, expired: 2 });

  const body = JSON.stringify({ postingIds: [idOf('a'), 'none'] });
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const answer = await (await fetch(`${replica.base}/v1/republish`, request)).json();
  expect(republishResult.parse(answer)).toEqual({ pending: 0, unknown: ['none'], expired: [idOf('a')] });

  await accept('live');
  // Tagging has not read this one yet, so it stays.
  await fetch(`${replica.base}/v1/retag`, { method: 'POST' });
  const job = await eventually(async () => {
    const found = retagJob.parse(await get('/v1/retag'));
    return found.state === 'done' ? found : null;
  });
  expect(job).toMatchObject({ total: 3, done: 3, expired: 2 });
  expect(await recordsOf('a')).toHaveLength(2);
});

test('a crash after the text was removed loses no tombstone: the next leadership publishes it', async () => {
  let dies = false;
  const beforePublish = async () => {
    if (dies) throw new Error('dies for the test');
  };
  await start({ hooks: { beforePublish } });
  await accept('a');
  await tagAll();
  dies = true;
  // On a busy machine the leadership may be gone already, and is taken again.
  await eventually(async () => {
    await replica.app.expiry.pass(signal);
    const left: object | null = await harness.document(idOf('a'));
    return left !== null && 'posting' in left && left.posting === null;
  });
  await eventually(async () => !(await replica.isRelay()));
  expect(await harness.document(idOf('a'))).toMatchObject({ posting: null, pendingVersion: 1 });
  expect((await recordsOf('a')).map(isExpired)).toEqual([false]);
  dies = false;
  await eventually(harness.isPublished);
  expect((await recordsOf('a')).map(isExpired)).toEqual([false, true]);
});

test('what was published before retention was on, or nobody knows where, is tagged once more before its text goes', async () => {
  const early = await harness.replica();
  await eventually(early.isRelay);
  replica = early;
  await accept('a');
  await accept('b');
  await harness.update(idOf('b'), { trail: undefined });
  await early.stop();
  replica = await harness.replica({ settings: { retention } });
  await eventually(replica.isRelay);
  await tagAll();
  await pass();
  for (const name of ['a', 'b']) expect((await recordsOf(name)).map(isExpired)).toEqual([false, false]);
  await tagAll();
  await pass();
  for (const name of ['a', 'b']) expect((await recordsOf(name)).map(isExpired)).toEqual([false, false, true]);
});

test('sent again as it was it is unchanged; a newer version is live, and follows the tombstone', async () => {
  await start();
  await accept('a');
  await tagAll();
  await pass();
  const again = (await (await post(replica.base, input('a'))).json()) as object;
  expect(again).toMatchObject({ status: 'unchanged', version: 1 });
  const newer = (await (await post(replica.base, input('a', 'We use Rust'))).json()) as object;
  expect(newer).toMatchObject({ status: 'accepted', version: 2 });
  await eventually(harness.isPublished);
  expect((await recordsOf('a')).map(isExpired)).toEqual([false, true, false]);
  expect((await replica.ledger()).sources['test']).toEqual({
    accepted: 1,
    pending: 0,
    versions: 2,
    retracted: 0,
  });
});

test('a retraction by a release that knows nothing of expiry, which leaves its fields there, is a retraction', async () => {
  await start();
  await accept('a');
  await tagAll();
  await pass();
  await harness.update(idOf('a'), { version: 2, pendingVersion: 2, retracted: true, contentHash: null });
  await eventually(harness.isPublished);
  const last = (await recordsOf('a')).at(-1)!;
  expect(last.headers[eventHeaders.type]).toBe('posting.retracted');
  expect(isExpired(last)).toBe(false);
  expect(await get('/v1/versions')).toMatchObject({ rows: [{ version: 2, retracted: true }] });
  expect(await get(`/v1/postings/${idOf('a')}`)).not.toHaveProperty('expiredAt');
  expect((await replica.ledger()).sources['test']).not.toHaveProperty('expired');
});

test('a source whose text is kept for good keeps it, and so does every source where nothing is configured', async () => {
  await start();
  const made = { ...arrival('a'), posting: { ...arrival('a').posting, postingId: 'kept.a', source: 'kept' } };
  await replica.app.store.accept([made], NOW);
  await eventually(harness.isPublished);
  await tagAll();
  await pass();
  expect(await harness.document('kept.a')).not.toHaveProperty('expiredAt');
  expect(await metric('postings_due_for_expiry')).toBe('0');
});
