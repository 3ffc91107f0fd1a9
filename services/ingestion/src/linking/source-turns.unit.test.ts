import { expect, test } from '@jest/globals';
import { createSourceTurns } from './source-turns.ts';

/** Postings that wait, by their sources in any order, taken by pages of four. */
const waiting = (given: Record<string, number>) => {
  let left = Object.entries(given)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([source, count]) =>
      Array.from({ length: count }, (_, at) => ({ source, id: `${source}${at}` })),
    );
  let reads = 0;
  const turns = createSourceTurns(async (after) => {
    reads += 1;
    return left.filter(({ source }) => source > after).slice(0, 4);
  });
  const idsOf = (page: readonly { id: string }[]) => page.map(({ id }) => id).join(' ');
  return {
    ...turns,
    reads: () => reads,
    take: async () => idsOf(await turns.next()),
    /** Takes a page, and it passes. */
    pass: async () => {
      const page = await turns.next();
      const done = new Set(page);
      left = left.filter((one) => !done.has(one));
      turns.passed(page.map(({ source }) => source));
      return idsOf(page);
    },
    add: (source: string) =>
      void (left = [...left, { source, id: `${source}+` }].sort((a, b) => (a.source < b.source ? -1 : 1))),
  };
};

test('sources are taken in turn, those of which little waits together, until nothing waits', async () => {
  const { pass, reads } = waiting({ a: 6, b: 1, c: 7, d: 2 });
  expect([await pass(), await pass(), await pass(), await pass(), await pass()]).toEqual([
    ...['a0 a1 a2 a3', 'b0 c0 c1 c2', 'd0 d1', 'a4 a5 c3 c4', 'c5 c6'],
  ]);
  expect(await pass()).toBe('');
  expect(reads()).toBeLessThan(12);
});

test('a source that comes while another one is taken waits for a page of each', async () => {
  const { pass, add } = waiting({ b: 40 });
  await pass();
  add('a');
  expect([await pass(), await pass()]).toEqual(['a+ b4 b5 b6', 'b7 b8 b9 b10']);
});

test('one that is put off waits for ten pages of others, each of which is alone until it has passed', async () => {
  const { take, pass, putOff } = waiting({ a: 1, b: 1, c: 40, d: 4 });
  expect(await take()).toBe('a0 b0 c0 c1');
  putOff(['a', 'b', 'c']);
  expect([await pass(), await take()]).toEqual(['d0 d1 d2 d3', 'a0']);
  putOff(['a']);
  expect(await pass()).toBe('b0');
  for (let page = 1; page < 10; page += 1) expect(await pass()).toMatch(/^c\d+( c\d+)+$/);
  expect(await pass()).toBe('a0');
});

test('of thousands that were put off a hundred are remembered', async () => {
  const sources = Array.from({ length: 150 }, (_, at) => `s${String(at).padStart(3, '0')}`);
  const { take, putOff } = waiting(Object.fromEntries(sources.map((source) => [source, 4])));
  putOff(sources.toReversed());
  expect(await take()).toBe('s1000 s1001 s1002 s1003');
});

test('once who was put off has passed, sources of which little waits are a page again', async () => {
  const { pass, putOff, add } = waiting({ a: 1 });
  putOff(['a']);
  expect(await pass()).toBe('a0');
  for (const source of ['b', 'c']) add(source);
  expect(await pass()).toBe('b+ c+');
});

test('who was put off and has nothing left, since another replica linked it, makes no page small any more', async () => {
  const { pass, putOff, add } = waiting({});
  putOff(['a']);
  expect(await pass()).toBe('');
  for (const source of ['b', 'c', 'd']) add(source);
  expect(await pass()).toBe('b+ c+ d+');
});
