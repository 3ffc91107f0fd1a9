import { expect, test } from '@jest/globals';
import type { PipelineReplica } from '@skillstream/contracts';
import { createLetters } from './create-letters.ts';

const started = (replica: string, startedAt: string | null): PipelineReplica =>
  ({
    ...{ replica, gone: startedAt === null, ageSeconds: 0 },
    snapshot: startedAt === null ? null : { startedAt },
  }) as unknown as PipelineReplica;

test('a replica has its letter by its start, and one that is not known any more comes last', () => {
  const { see, letters } = createLetters();
  see([started('0', null), started('a', '2026-01-02'), started('b', '2026-01-01')], 0, 0);
  expect(Object.fromEntries(letters())).toEqual({ b: 'A', a: 'B', 0: 'C' });
});

test('a replica that is there has the same letter when one joins and when another is forgotten', () => {
  const { see, letters } = createLetters();
  const [first, second] = [started('first', '2026-01-01'), started('second', '2026-01-02')];
  see([first, second], 1000, 0);
  see([second], 2000, 500);
  expect(Object.fromEntries(letters())).toEqual({ first: 'A', second: 'B' });
  // One that started earlier and is seen only now.
  see([started('third', '2025-12-31'), second], 3000, 500);
  expect(letters().get('third')).toBe('C');
  see([second, started('fourth', '2026-01-04')], 9000, 5000);
  expect(Object.fromEntries(letters())).toEqual({ second: 'B', fourth: 'A' });
});

test('after Z comes AA', () => {
  const { see, letters } = createLetters();
  see(
    Array.from({ length: 30 }, (_, index) => started(`r${100 + index}`, '2026-01-01')),
    0,
    0,
  );
  const all = [...letters().values()];
  expect([all[25], all[26], all[29]]).toEqual(['Z', 'AA', 'AD']);
});
