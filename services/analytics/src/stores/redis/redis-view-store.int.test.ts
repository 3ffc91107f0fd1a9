import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countingOf } from '../../../test/contributions.ts';
import { createFixture, type Fixture } from '../../../test/fixture.ts';
import type { Counted } from '../../projections/views/contribution-codec.ts';
import { incrementsOf } from '../../projections/views/view-increments.ts';
import { pairsKey, singlesKey } from '../../projections/views/names.ts';
import { VIEW_SCHEMA_VERSION } from './view-keys.ts';
import { BATCHES_KEPT } from './view-scripts.ts';
import { createViewVersions } from './view-versions.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

// As it is stored in state: without the organization.
const posting = (skills: string[]): Counted => {
  const { organization: _, ...counted } = countingOf(skills, { salaryUsd: 100_000 });
  return counted;
};
const retraction: Counted = { retracted: true, source: 'one', version: 2 };
const changeOf = (position: number, contribution: Counted, present = new Map<string, Counted>()) => ({
  position,
  ...incrementsOf([{ postingId: 'p1', contribution }], present),
});
const ALL = 'demand:2025-01:own:all';

test('a write at another position is refused, changes nothing and returns the current position', async () => {
  const { views } = fixture.fresh();
  expect(await views.position(0)).toBe(-1);
  expect(await views.write(0, -1, changeOf(4, posting(['go'])))).toEqual({ applied: true, position: 4 });
  const before = await views.snapshot(0);
  for (const expected of [-1, 3, 5]) {
    expect(await views.write(0, expected, changeOf(9, posting(['sql'])))).toEqual({
      applied: false,
      position: 4,
    });
  }
  expect(await views.snapshot(0)).toEqual(before);
  expect(await views.read(0, ['p1', 'p2'])).toEqual({
    position: 4,
    present: new Map([['p1', posting(['go'])]]),
  });
});

test('a number that becomes 0 is deleted, and a posting without skills is counted', async () => {
  const { views } = fixture.fresh();
  await views.write(0, -1, changeOf(0, posting(['go', 'sql'])));
  const present = new Map([['p1', posting(['go', 'sql'])]]);
  await views.write(0, 0, changeOf(1, posting(['sql']), present));
  const one = await views.snapshot(0);
  expect(one.views.get(ALL)).toEqual(new Map(Object.entries({ n: '1', 's:sql': '1', 'c:data': '1' })));
  await views.write(0, 1, changeOf(2, retraction, new Map([['p1', posting(['sql'])]])));
  const { position, views: none } = await views.snapshot(0);
  expect(position).toBe(2);
  expect(none.get(ALL)).toEqual(new Map());
  expect(none.get('ledger')).toEqual(new Map());
});

test('an empty change moves only the position', async () => {
  const { views } = fixture.fresh();
  const empty = { increments: new Map(), contributions: new Map() };
  expect(await views.write(0, -1, { position: 7, ...empty })).toEqual({ applied: true, position: 7 });
  expect(await views.snapshot(0)).toEqual({ position: 7, views: new Map() });
});

test('partitions are independent; named views and a snapshot have the position of their partition', async () => {
  const { views } = fixture.fresh();
  await views.write(0, -1, changeOf(0, posting(['go'])));
  await views.write(1, -1, changeOf(5, posting(['sql'])));
  expect(await views.views(1, [ALL, 'demand:1999-01:own:all'])).toEqual({
    position: 5,
    views: [new Map(Object.entries({ n: '1', 's:sql': '1', 'c:data': '1' })), new Map()],
  });
  const { position, views: all } = await views.snapshot(0);
  expect(position).toBe(0);
  expect([...all.keys()].sort()).toEqual([...(await views.names(0)).names].sort());
  expect(all.get(ALL)!.get('s:go')).toBe('1');
});

const yearOf = (year: string) => ({ singles: singlesKey(year, 'own'), pairs: pairsKey(year, 'own') });

test('the pairs of one skill are read with the counts of all single skills, year by year', async () => {
  const { views } = fixture.fresh();
  await views.write(0, -1, changeOf(0, posting(['go', 'rust', 'sql'])));
  const singles = new Map(Object.entries({ n: '1', 's:go': '1', 's:rust': '1', 's:sql': '1' }));
  expect(await views.pairs(0, [yearOf('2024'), yearOf('2025')], 'rust')).toEqual({
    position: 0,
    years: [
      { singles: new Map(), pairs: new Map() },
      { singles, pairs: new Map(Object.entries({ 'go|rust': '1', 'rust|sql': '1' })) },
    ],
  });
  expect((await views.pairs(0, [yearOf('2025')], 'zig')).years).toEqual([{ singles, pairs: new Map() }]);
});

test('touch stores progress only at the expected position; once caught up it stays so', async () => {
  const { views } = fixture.fresh();
  expect(await views.checkpoint(0)).toBeNull();
  await views.write(0, -1, changeOf(3, posting([])));
  expect(await views.touch(0, 3, 6, true)).toBe(3);
  expect(await views.touch(0, 2, 9, true)).toBe(3);
  expect(await views.touch(0, 3, 7, false)).toBe(3);
  expect(await views.checkpoint(0)).toMatchObject({ position: 3, fetched: 7, live: true, log: 'log/1' });
});

test('dropping deletes every key of the partition, and no others', async () => {
  const { views, namespace, generation } = fixture.fresh();
  await views.write(0, -1, changeOf(0, posting(['go'])));
  await views.write(1, -1, changeOf(0, posting(['go'])));
  await createViewVersions(fixture.redis, namespace).drop(
    { schemaVersion: VIEW_SCHEMA_VERSION, generation },
    0,
  );
  expect(await fixture.redis.keys(`${namespace}{0}*`)).toEqual([]);
  expect(await views.position(0)).toBe(-1);
  expect((await views.snapshot(1)).position).toBe(0);
});

test('scripts are loaded again into a Redis that lost them', async () => {
  const { views } = fixture.fresh();
  await views.write(0, -1, changeOf(0, posting(['go'])));
  await fixture.redis.script('FLUSH');
  expect(await views.write(0, 0, changeOf(1, posting(['go']), new Map([['p1', posting(['go'])]])))).toEqual({
    applied: true,
    position: 1,
  });
  expect((await views.snapshot(0)).views.get(ALL)!.get('n')).toBe('1');
});

test('of the views’ writes the last are remembered, and a posting from before them is counted at a time that is not known', async () => {
  let ms = 1000;
  const { views, namespace } = fixture.fresh(() => ms);
  const timeOf = async (offset: number) => (await views.trail(0, 'p1', offset))?.countedMs;
  expect(await views.trail(0, 'p1', 0)).toBeNull();
  await views.write(0, -1, changeOf(4, posting(['go'])));
  expect(await views.trail(0, 'p1', 2)).toEqual({
    ...{ version: 1, position: 4, countedMs: 1000 },
    countedBy: expect.any(String),
  });
  // A write that is refused is none.
  ms = 1500;
  await views.write(0, -1, changeOf(9, posting(['go'])));
  expect([await timeOf(4), await timeOf(5)]).toEqual([1000, null]);
  ms = 2000;
  const none = { increments: new Map(), contributions: new Map() };
  for (let n = 4; n < 4 + BATCHES_KEPT; n += 1) await views.write(0, n, { position: n + 1, ...none });
  expect([await timeOf(4), await timeOf(5), await timeOf(4 + BATCHES_KEPT)]).toEqual([null, 2000, 2000]);
  const keys = await fixture.redis.keys(`${namespace}{0}:*:state`);
  const fields = await fixture.redis.hkeys(keys[0]!);
  expect(fields.filter((field) => field.startsWith('@batch:'))).toHaveLength(BATCHES_KEPT);
});
