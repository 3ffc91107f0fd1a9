import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { arrival, idOf, NOW } from './postings.ts';
import { createFixture, eventually } from './fixture.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const storeOf = async (count = 1) => {
  const harness = fixture.harness();
  const replicas = await Promise.all(Array.from({ length: count }, () => harness.replica()));
  return { harness, stores: replicas.map(({ app }) => app.store) };
};

test('writers of one posting at the same time make versions 1 to n, none twice and none missing', async () => {
  const { stores } = await storeOf(2);
  const turns = Array.from({ length: 10 }, (_, turn) =>
    stores.map((store, writer) =>
      store.accept(
        Array.from({ length: 20 }, (_, posting) => arrival(String(posting), `content ${writer} ${turn}`)),
        NOW,
      ),
    ),
  );
  const results = await Promise.all(turns.flat());
  for (let posting = 0; posting < 20; posting += 1) {
    const versions = results.map((result) => result[posting]!.version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(results.every((result) => result[posting]!.status === 'accepted')).toBe(true);
  }
});

test('two contents of one posting in one chunk become versions in their order', async () => {
  const { stores } = await storeOf();
  const [store] = stores;
  const chunk = [arrival('a', 'one'), arrival('b'), arrival('a', 'two'), arrival('a', 'two')];
  expect(await store!.accept(chunk, NOW)).toMatchObject([
    { status: 'accepted', version: 1 },
    { status: 'accepted', version: 1 },
    { status: 'accepted', version: 2 },
    { status: 'unchanged', version: 2 },
  ]);
  const found = await store!.find(idOf('a'));
  expect(found?.version).toBe(2);
  expect(JSON.parse(String(found?.posting))).toMatchObject({ description: 'two' });
});

test('a retracted posting keeps its versions, loses its content, and comes back as a new version', async () => {
  const { stores } = await storeOf();
  const [store] = stores;
  await store!.accept([arrival('a')], NOW);
  expect(await store!.retract(idOf('a'), [7], null, NOW)).toEqual({ outcome: 'stale', version: 1 });
  expect(await store!.retract(idOf('a'), [1], null, NOW)).toMatchObject({ outcome: 'retracted' });
  expect(await store!.retract(idOf('a'), [1], null, NOW)).toMatchObject({
    outcome: 'repeated',
    document: { version: 2 },
  });
  expect(await store!.find(idOf('a'))).toMatchObject({
    version: 2,
    retracted: true,
    posting: null,
    contentHash: null,
  });
  expect(await store!.accept([arrival('a')], NOW)).toMatchObject([{ status: 'accepted', version: 3 }]);
  expect(await store!.retract('test.unknown', 'any', null, NOW)).toEqual({ outcome: 'unknown' });
});

test('concurrent retractions and arrivals share one sequence of versions', async () => {
  const { stores } = await storeOf(2);
  const [a, b] = stores;
  await a!.accept([arrival('x', 'first')], NOW);
  const writes = Array.from({ length: 12 }, async (_, turn) => {
    if (turn % 3 !== 0)
      return (await (turn % 2 ? a : b)!.accept([arrival('x', `turn ${turn}`)], NOW))[0]!.version;
    const result = await a!.retract(idOf('x'), 'any', null, NOW);
    return result.outcome === 'retracted' ? result.document.version : null;
  });
  const versions = (await Promise.all(writes)).filter((version) => version !== null).sort((x, y) => x - y);
  expect(versions).toEqual(versions.map((_, i) => i + 2));
  expect((await eventually(() => b!.find(idOf('x')))).version).toBe(versions.at(-1));
});
