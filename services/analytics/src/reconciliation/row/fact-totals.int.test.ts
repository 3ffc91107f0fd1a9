import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countingOf } from '../../../test/contributions.ts';
import { createFixture, type Fixture } from '../../../test/fixture.ts';
import { createFactTotals } from './fact-totals.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

/** Facts of two partitions, and the number of partitions that were counted. */
const setUp = () => {
  const { facts } = fixture.fresh();
  let looks = 0;
  const watched = {
    ...facts,
    facts: () => {
      const collection = facts.facts();
      const aggregate = ((...args: Parameters<typeof collection.aggregate>) => {
        looks += 1;
        return collection.aggregate(...args);
      }) as typeof collection.aggregate;
      return Object.assign(Object.create(collection) as typeof collection, { aggregate });
    },
  };
  const write = async (partition: number, from: number, count: number, source = 'one') => {
    const offsets = Array.from({ length: count }, (_, i) => from + i);
    const contribution = countingOf(['go'], { source });
    await facts.position(partition);
    await facts.write(
      offsets.map((offset) => ({ postingId: `${partition}-${offset}`, partition, offset, contribution })),
    );
    await facts.move(partition, from - 1, from + count - 1);
  };
  const looked = () => {
    const before = looks;
    looks = 0;
    return before;
  };
  return { facts: watched, write, looked };
};

test('for n and for 2n postings the same partitions are counted: those whose position has moved, each once', async () => {
  const { facts, write, looked } = setUp();
  const totals = createFactTotals();
  for (const [from, count] of [
    [0, 10],
    [10, 20],
  ] as const) {
    await write(0, from, count);
    await write(1, from, count, 'constructor');
    const all = from + count;
    const expected = { counted: all, versions: all };
    expect(await totals(facts, true)).toEqual(
      new Map([
        ['one', expected],
        ['constructor', expected],
      ]),
    );
    expect(looked()).toBe(2);
    await totals(facts, true);
    expect(looked()).toBe(0);
  }
  await write(1, 30, 1, 'constructor');
  expect((await totals(facts, true)).get('constructor')).toEqual({ counted: 31, versions: 31 });
  expect(looked()).toBe(1);
});

test('while facts are in flight most reads count nothing, and the first read after that counts all', async () => {
  const { facts, write, looked } = setUp();
  let nowMs = 0;
  const totals = createFactTotals(() => (nowMs += 10));
  await write(0, 0, 5);
  await totals(facts, false);
  looked();
  await write(0, 5, 5);
  expect((await totals(facts, false)).get('one')).toEqual({ counted: 5, versions: 5 });
  expect(looked()).toBe(0);
  expect((await totals(facts, true)).get('one')).toEqual({ counted: 10, versions: 10 });
  await write(0, 10, 5);
  nowMs += 10_000;
  expect((await totals(facts, false)).get('one')).toEqual({ counted: 15, versions: 15 });
});
