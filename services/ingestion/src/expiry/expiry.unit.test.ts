import { expect, test } from '@jest/globals';
import { createMetrics, silentLog } from '@skillstream/runtime';
import { createExpiry, type ExpiryDeps } from './expiry.ts';

const unasked = async () => {
  throw new Error('not asked for');
};
/** A store without texts that has so many tombstones to repeat. */
const expiryOf = (tombstones: number, more: Partial<ExpiryDeps>) => {
  let left = tombstones;
  let woken = 0;
  const expiry = createExpiry({
    ...{ retention: { months: 0, bySource: {} }, metrics: createMetrics('ingestion'), log: silentLog() },
    store: {
      due: async function* () {},
      ...{ countDue: unasked, expire: unasked, since: unasked },
      repeatTombstones: async (_, most) => {
        const found = Math.min(left, most);
        left -= found;
        return found;
      },
    },
    ...{ readSources: unasked, publishAgain: unasked, taggedUpTo: unasked, lag: unasked },
    ...{ waiting: () => 0, wake: () => void (woken += 1), isRelay: () => true, now: () => new Date() },
    ...more,
  });
  const { signal } = new AbortController();
  return { pass: () => expiry.pass(signal), left: () => left, woken: () => woken };
};

test('where no text expires, tombstones of retractions are repeated all the same, and nothing else is done', async () => {
  const { pass, left, woken } = expiryOf(7, {});
  await pass();
  expect([left(), woken()]).toEqual([0, 1]);
});

test.each<[string, Partial<ExpiryDeps>, number]>([
  ['all of them', { lag: async () => 0 }, 0],
  ['no more at once while tagging has much to do', { lag: async () => 9999 }, 1200],
  ['none while much waits to be published', { waiting: () => 9999 }, 1700],
  ['none by a replica that is not the relay', { isRelay: () => false }, 1700],
])('of many tombstones are repeated: %s', async (_, more, then) => {
  const { pass, left } = expiryOf(1700, more);
  await pass();
  expect(left()).toBe(then);
});
