import { expect, test } from '@jest/globals';
import type { PipelineReplica } from '@skillstream/contracts';
import fc from 'fast-check';
import { lettersOf } from './letters-of.ts';

const started = (replica: string, startedAt: string | null = '2026-01-01'): PipelineReplica =>
  ({
    ...{ replica, gone: startedAt === null, ageSeconds: 0 },
    snapshot: startedAt === null ? null : { startedAt },
  }) as unknown as PipelineReplica;
const lettersIn = (...replicas: PipelineReplica[]) => Object.fromEntries(lettersOf(replicas));

const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,20}$/), { maxLength: 60 });

test('each replica has a letter of its own, and the same whatever the order in which it is listed', () => {
  fc.assert(
    fc.property(names, fc.infiniteStream(fc.nat()), (all, order) => {
      const letters = lettersOf(all.map((name) => started(name)));
      expect(new Set(letters.values()).size).toBe(all.length);
      const shuffled = all.map((name) => ({ name, at: order.next().value })).sort((a, b) => a.at - b.at);
      expect(Object.fromEntries(lettersOf(shuffled.map(({ name }) => started(name))))).toEqual(
        Object.fromEntries(letters),
      );
    }),
  );
});

test('a replica has the letter that its name makes, whoever else is there', () => {
  const alone = lettersIn(started('analytics-1'))['analytics-1'];
  const beside = lettersIn(started('analytics-1'), started('analytics-2'), started('analytics-3'));
  expect(beside['analytics-1']).toBe(alone);
  expect(lettersIn(started('analytics-1'), started('gone', null))['analytics-1']).toBe(alone);
});

test('of two whose names make the same letter the one that started first has it, and one that is gone gives way', () => {
  const others = Array.from({ length: 100 }, (_, index) => `r${index}`);
  const letter = lettersIn(started('first'))['first'];
  const same = others.find((name) => lettersIn(started(name))[name] === letter)!;
  const both = lettersIn(started(same, '2026-01-02'), started('first', '2026-01-01'));
  expect(both['first']).toBe(letter);
  expect(both[same]).not.toBe(letter);
  expect(lettersIn(started('first', null), started(same, '2026-01-02'))[same]).toBe(letter);
});

test('no letter is an X, which looks like the sign of a partition that nobody reads', () => {
  const all = [...lettersOf(Array.from({ length: 100 }, (_, index) => started(`r${index}`))).values()];
  expect(all.filter((letter) => letter.includes('X'))).toEqual([]);
});

test('beyond the alphabet there are two letters', () => {
  const all = [...lettersOf(Array.from({ length: 30 }, (_, index) => started(`r${index}`))).values()];
  expect(all.filter((letter) => letter.length === 1)).toHaveLength(25);
  expect(all.filter((letter) => /^A[A-Z]$/.test(letter))).toHaveLength(5);
});
