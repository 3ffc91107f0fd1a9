import { expect, test } from '@jest/globals';
import type { ReplicaSnapshot } from '@skillstream/contracts';
import { createLastSeen, type ListedReplica } from './last-seen.ts';

const NOW = 1_750_000_000_000;
const HOUR_MS = 3_600_000;
const snapshot = { replica: 'a' } as ReplicaSnapshot;
const listed = (given: Partial<ListedReplica> = {}): ListedReplica => ({
  ...{ member: 'tagging/a', saidMs: NOW, lifeLeftMs: 4600, snapshot },
  ...given,
});
const gone = { lifeLeftMs: -2, snapshot: null };
const setUp = () => {
  const clock = { ms: NOW };
  return { clock, lastSeen: createLastSeen(() => clock.ms) };
};

test.each([0, -4000, -HOUR_MS, HOUR_MS])(
  'a replica whose clock is %i ms off is as old as its snapshot',
  (offMs) => {
    const { lastSeen } = setUp();
    expect(lastSeen([listed({ saidMs: NOW + offMs })])).toEqual({
      found: [{ member: 'tagging/a', atMs: NOW - 400, snapshot }],
      forgotten: [],
    });
  },
);

test.each([
  ['expires between two commands', { lifeLeftMs: -2 }, 5000],
  ['cannot be read by this release', { snapshot: null }, 400],
  ['has a longer life in another release', { lifeLeftMs: 9000 }, 0],
])('a snapshot that %s has an age, too', (_what, given, ageMs) => {
  const { found } = setUp().lastSeen([listed(given)]);
  expect(found.map(({ atMs }) => NOW - atMs)).toEqual([ageMs]);
});

test.each([0, -HOUR_MS, HOUR_MS])(
  'one that is gone is remembered for ten minutes, though its clock was %i ms off, and forgotten then',
  (offMs) => {
    const { clock, lastSeen } = setUp();
    lastSeen([listed({ saidMs: NOW + offMs })]);
    clock.ms += 599_000;
    const later = listed({ ...gone, saidMs: NOW + offMs });
    expect(lastSeen([later]).found).toEqual([{ member: 'tagging/a', atMs: NOW - 400, snapshot: null }]);
    clock.ms += 1000;
    expect(lastSeen([later])).toEqual({ found: [], forgotten: ['tagging/a'] });
  },
);

test('of one that was gone before, what it said itself counts, and nothing lies ahead of now', () => {
  const { clock, lastSeen } = setUp();
  const ahead = listed({ ...gone, saidMs: NOW + HOUR_MS });
  const before = listed({ ...gone, member: 'tagging/b', saidMs: NOW - 1000 });
  expect(lastSeen([ahead, before]).found.map(({ atMs }) => atMs)).toEqual([NOW, NOW - 1000]);
  clock.ms += 600_001;
  expect(lastSeen([ahead, before]).forgotten).toEqual(['tagging/a', 'tagging/b']);
});
