import { expect, test } from '@jest/globals';
import { createStandstill } from './standstill.ts';
import { whatWaits } from './counting-state.ts';

test('nothing changes since what is seen was first seen, whatever was seen before', () => {
  const stillSince = createStandstill<object>();
  expect([
    stillSince({ n: 1 }, 10),
    stillSince({ n: 1 }, 20),
    stillSince({ n: 2 }, 30),
    stillSince({ n: 1 }, 40),
    stillSince({ n: 1 }, 50),
  ]).toEqual([10, 10, 30, 40, 40]);
});

test('every part that is away or waits is named with its reason, and none where all are ready', () => {
  const ready = { ready: true, checks: {} };
  expect(whatWaits({ services: { gateway: ready, tagging: ready }, consumers: [] })).toBeNull();
  const tagging = { unreachable: 'no answer in time' };
  const analytics = { ready: false, checks: { redis: { ok: false } } };
  expect(whatWaits({ services: { gateway: ready, tagging, analytics }, consumers: [] })).toBe(
    'tagging is away: no answer in time; analytics waits for redis',
  );
});
