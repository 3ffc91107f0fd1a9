import { expect, test } from '@jest/globals';
import { createFactPlaces } from './fact-places.ts';

const looking = new AbortController().signal;
const turn = () => new Promise(setImmediate);

test('of one source two queries are asked at a time, in their order, and the next when one has ended or failed', async () => {
  const inPlace = createFactPlaces(2);
  const [begun, ends]: [number[], PromiseWithResolvers<number>[]] = [[], []];
  const asked = [0, 1, 2, 3].map((one) => {
    ends[one] = Promise.withResolvers<number>();
    return inPlace({ source: 'hn' }, looking, () => {
      begun.push(one);
      return ends[one]!.promise;
    });
  });
  const outcomes = Promise.allSettled(asked);
  await turn();
  expect(begun).toEqual([0, 1]);
  ends[1]!.reject(new Error('503'));
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  ends.forEach((end, one) => end.resolve(one));
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('queries that views answer do not wait, and one that nobody looks at any more is not asked', async () => {
  const inPlace = createFactPlaces(1);
  const first = Promise.withResolvers<string>();
  const slow = inPlace({ source: 'hn' }, looking, () => first.promise);
  expect(await inPlace({ origin: 'own' }, looking, async () => 'at once')).toBe('at once');
  const left = new AbortController();
  let asked = false;
  const gone = inPlace({ source: 'hn' }, left.signal, async () => (asked = true));
  left.abort();
  first.resolve('slow');
  expect(await slow).toBe('slow');
  await expect(gone).rejects.toThrow('aborted');
  expect(asked).toBe(false);
  expect(await inPlace({ source: 'hn' }, looking, async () => 'next')).toBe('next');
});
