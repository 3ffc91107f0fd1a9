import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { acceptedTrail, eventHeaders, problem } from '@skillstream/contracts';
import { replicaName } from '@skillstream/runtime';
import { createFixture, eventually, type Harness } from './fixture.ts';
import { arrival, idOf, NOW } from './postings.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

let harness: Harness;
let replica: Awaited<ReturnType<Harness['replica']>>;
beforeEach(async () => {
  harness = fixture.harness();
  replica = await harness.replica();
  await eventually(replica.isRelay);
});

const trail = async (name: string) => {
  const response = await fetch(`${replica.base}/v1/postings/${idOf(name)}/trail`);
  return acceptedTrail.parse(await response.json());
};
const placesOf = async (name: string) =>
  (await harness.published())
    .filter(({ key }) => key === idOf(name))
    .map(({ partition, offset }) => ({ partition, offset }));
const accept = async (...names: string[]) => {
  await replica.app.store.accept(
    names.map((name) => arrival(name)),
    NOW,
  );
  await eventually(harness.isPublished);
};
const placeOf = async (name: string) => {
  const { partition, offset } = (await trail(name)).published!;
  return { partition, offset };
};

test('of each posting of a page its record is stored: partition and offset are those of the log', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `p${n}`);
  await accept(...names);
  await accept('later');
  for (const name of [...names, 'later']) expect([await placeOf(name)]).toEqual(await placesOf(name));
  expect(await trail('p0')).toEqual({
    ...{ postingId: idOf('p0'), source: 'test', version: 1, retracted: false, pending: false },
    ...{ at: NOW.toISOString(), replica: replicaName(), requeuedAt: null, taggedUpTo: 0, traceId: null },
    published: expect.objectContaining({ replica: replicaName(), at: expect.any(String) }),
  });
  const [record] = await harness.published();
  expect(record!.headers[eventHeaders.replica]).toBe(replicaName());
});

test('a retraction is a version with a place of its own, and a repair gives the same version a later one', async () => {
  await accept('a');
  await replica.app.store.retract(idOf('a'), 'any', null, new Date(NOW.getTime() + 1000));
  await eventually(harness.isPublished);
  expect(await trail('a')).toMatchObject({ version: 2, retracted: true, requeuedAt: null });
  const places = await placesOf('a');
  expect(places).toHaveLength(2);
  expect(await placeOf('a')).toEqual(places[1]);
  const body = JSON.stringify({ postingIds: [idOf('a')] });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${replica.base}/v1/republish`, { method: 'POST', headers, body });
  await eventually(async () => (await placesOf('a')).length === 3 && (await harness.isPublished()));
  const again = await trail('a');
  expect(again).toMatchObject({ version: 2, at: new Date(NOW.getTime() + 1000).toISOString() });
  expect(again.requeuedAt).not.toBeNull();
  expect(await placeOf('a')).toEqual((await placesOf('a'))[2]);
});

test('a posting that waits has no record yet, and one of the previous release has one that is not known', async () => {
  await replica.stop();
  const createPublisher = () => Promise.reject(new Error('no publisher in this test'));
  replica = await harness.replica({ createPublisher });
  await eventually(async () => (await fetch(`${replica.base}/readyz`)).ok);
  await replica.app.store.accept([arrival('waits')], NOW);
  expect(await trail('waits')).toMatchObject({ pending: true, published: null, taggedUpTo: null });
  // What the previous release makes of a document of ours: a newer version, under a trail that it does not know.
  const place = { partition: 1, offset: 7, at: NOW, by: 'x' };
  await harness.update(idOf('waits'), {
    ...{ version: 2, pendingVersion: null },
    trail: { version: 1, acceptedBy: 'x', published: place },
  });
  expect(await trail('waits')).toMatchObject({
    ...{ version: 2, pending: false, replica: null, taggedUpTo: null },
    published: { partition: null, offset: null, at: null, replica: null },
  });
});

test('a posting that nobody sent has no trail', async () => {
  const response = await fetch(`${replica.base}/v1/postings/nobody/trail`);
  expect([response.status, problem.parse(await response.json()).code]).toEqual([404, 'not-found']);
});
