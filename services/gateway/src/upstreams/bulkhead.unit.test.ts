import { expect, test } from '@jest/globals';
import { createBulkhead } from './bulkhead.ts';

const limits = { atOnce: 2, waiting: 1, ofClient: 2 };
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

test('a slow upstream has so many requests and no more, and the next is overloaded', async () => {
  const bulkhead = createBulkhead('tagging', limits);
  const opening = Promise.withResolvers<void>();
  const asked = Array.from({ length: 5 }, (_, i) => outcome(bulkhead(`${i}`, () => opening.promise)));
  expect(await Promise.race([asked[3], asked[4]])).toBe('overloaded');
  opening.resolve();
  expect(await Promise.all(asked)).toEqual(['done', 'done', 'done', 'overloaded', 'overloaded']);
});

test('one client takes so much capacity and no more, and regains it when its requests are over', async () => {
  const bulkhead = createBulkhead('tagging', limits);
  const opening = Promise.withResolvers<void>();
  const ask = (client: string) => outcome(bulkhead(client, () => opening.promise));
  const [first, second, third, other] = ['a', 'a', 'a', 'b'].map(ask);
  expect(await third).toBe('rate-limited');
  opening.resolve();
  expect(await Promise.all([first, second, other])).toEqual(['done', 'done', 'done']);
  expect(await ask('a')).toBe('done');
});
