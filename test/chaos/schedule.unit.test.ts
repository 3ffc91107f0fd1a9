import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeStep, schedule } from './schedule.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

test('the same seed gives the same steps, and more rounds begin with those of fewer', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 4 }), (seed, rounds) => {
      const steps = schedule(seed, rounds);
      expect(schedule(seed, rounds)).toEqual(steps);
      expect(schedule(seed, rounds + 1).slice(0, steps.length)).toEqual(steps);
    }),
  );
});

test('every round has every kind of fault, at every broker and at replicas that exist', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const faults = schedule(seed, 1).map(({ fault }) => fault);
      expect(new Set(faults.map(({ what }) => what))).toEqual(
        new Set([
          ...['stop broker', 'kill broker', 'pause broker', 'move leaders'],
          ...['kill service', 'pause service', 'pause relay', 'flush redis', 'kill redis', 'kill mongo'],
          ...['step down mongo', 'lose mongo’s majority', 'cut mongo’s connections'],
        ]),
      );
      const brokers = faults.flatMap((fault) => ('broker' in fault ? [fault.broker] : []));
      expect(brokers.sort()).toEqual([1, 2, 3]);
      for (const fault of faults) if ('replica' in fault) expect([1, 2]).toContain(fault.replica);
    }),
  );
});

test('another seed gives other steps', () => {
  const lines = (seed: number) => schedule(seed, 1).map(describeStep).join('\n');
  expect(lines(1)).not.toBe(lines(2));
});
