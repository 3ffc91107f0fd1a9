import { expect, test } from '@jest/globals';
import { createMetrics, expositionFor, silentLog } from '@skillstream/runtime';
import type { DueDocument } from '../store/expiry-store.ts';
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

/** A text that is due, beside outbox and tagging that have much to do as long as `lag` says so. */
const busyOf = (lag: (gauge: string | undefined) => number, more: Partial<ExpiryDeps>) => {
  const metrics = createMetrics('ingestion');
  const gauge = async () =>
    /^skillstream_postings_due_for_expiry\{[^}]*\} (\d+)$/m.exec(
      await metrics.text(expositionFor('*/*')),
    )?.[1];
  let [isDue, counts, expired] = [1, 0, 0];
  const { pass } = expiryOf(0, {
    ...{ metrics, retention: { months: 1, bySource: {} }, readSources: async () => ['test'] },
    store: {
      due: async function* () {
        yield [{ _id: 'a', source: 'test', version: 1, posting: Buffer.from('{}') } as DueDocument];
      },
      countDue: async () => ((counts += 1), isDue),
      expire: async () => (expired += 1),
      ...{ since: async (now) => now, repeatTombstones: async () => 0 },
    },
    ...{ publishAgain: async () => undefined, taggedUpTo: async () => new Map<number, number>() },
    lag: async () => {
      const found = lag(await gauge());
      isDue = 90_000;
      return found;
    },
    ...more,
  });
  return { pass, gauge, counts: () => counts, expired: () => expired };
};

test('while outbox or tagging have much to do, what is due is counted every 15 seconds, and no text goes', async () => {
  let nowMs = Date.parse('2026-06-01T00:00:00Z');
  const seen: unknown[] = [];
  const lag = (gauge?: string) => {
    seen.push([gauge, expired()]);
    if (seen.length === 2) nowMs += 15_000;
    return seen.length < 3 ? 9999 : 0;
  };
  const { pass, counts, expired } = busyOf(lag, { now: () => new Date(nowMs) });
  await pass();
  expect(seen).toEqual([
    ['1', 0],
    ['1', 0],
    ['90000', 0],
  ]);
  // At the first page, once while it waited, and at the end.
  expect([counts(), expired()]).toEqual([3, 1]);
});

test('a replica that ceases to be the relay while it waits stops waiting, removes nothing and gives no number', async () => {
  let looks = 0;
  // It would go on after the second look, were it still waiting.
  const lag = () => ((looks += 1), looks < 2 ? 9999 : 0);
  const { pass, gauge, expired } = busyOf(lag, { isRelay: () => looks < 1 });
  await pass();
  expect([looks, expired(), await gauge()]).toEqual([1, 0, undefined]);
});
