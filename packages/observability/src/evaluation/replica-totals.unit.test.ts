import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createReplicaTotals } from './replica-totals.ts';

const at = (key: string, n: number, startedMs = 0) => ({ key, startedMs, counts: { n } });

test('what a replica had counted before the first look is left out, and all of one that began later is counted', () => {
  const add = createReplicaTotals();
  expect(add([at('a', 100)], 60_000)).toEqual({ n: 0 });
  expect(add([at('a', 103), at('b', 2, 61_000)], 65_000)).toEqual({ n: 5 });
});

test('one that was there before and was not seen then brings only what comes', () => {
  const add = createReplicaTotals();
  add([], 60_000);
  expect(add([at('a', 100)], 65_000)).toEqual({ n: 0 });
  expect(add([at('a', 101)], 70_000)).toEqual({ n: 1 });
});

test('a counter that begins anew has not fallen', () => {
  const add = createReplicaTotals();
  add([at('a', 100)], 0);
  expect(add([at('a', 3)], 5000)).toEqual({ n: 3 });
});

test('a replica that is away for some looks is not counted twice', () => {
  const add = createReplicaTotals();
  add([at('a', 10)], 0);
  add([], 5000);
  expect(add([at('a', 14)], 10_000)).toEqual({ n: 4 });
});

test('whatever restarts in between, the total is what was counted', () => {
  const lives = fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(lives, (all) => {
      const add = createReplicaTotals();
      let nowMs = 1_000_000;
      add([], nowMs);
      let [total, counted] = [0, 0];
      for (const [life, steps] of all.entries()) {
        const startedMs = nowMs;
        let n = 0;
        for (const step of steps) {
          [nowMs, n, counted] = [nowMs + 5000, n + step, counted + step];
          total = add([at(`a/${life}`, n, startedMs)], nowMs)['n']!;
        }
      }
      expect(total).toBe(counted);
    }),
  );
});
