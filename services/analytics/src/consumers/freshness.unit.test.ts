import { expect, test } from '@jest/globals';
import { eventHeaders } from '@skillstream/contracts';
import type { LogRecord } from '@skillstream/messaging';
import { tellFreshness } from './freshness.ts';

const NOW = Date.parse('2026-03-01T12:00:10.000Z');
const changeOf = (acceptedTime?: string) => ({
  record: { headers: acceptedTime ? { [eventHeaders.acceptedTime]: acceptedTime } : {} } as LogRecord,
});

test.each([
  ['one that was accepted ten seconds ago', '2026-03-01T12:00:00.000Z', [10]],
  ['one by a clock that is ahead of ours', '2026-03-01T12:00:11.000Z', [0]],
  ['one that was published once more', undefined, []],
  ['one with a time that is none', 'yesterday', []],
] as const)('the freshness of %s', (_, acceptedTime, seconds) => {
  const told: number[] = [];
  tellFreshness([changeOf(acceptedTime)], NOW, (one) => told.push(one));
  expect(told).toEqual(seconds);
});
