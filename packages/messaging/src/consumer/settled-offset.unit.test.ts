import { expect, test } from '@jest/globals';
import { settledOffset } from './settled-offset.ts';

const settle = async (responses: (number | null)[]) => {
  let asked = 0;
  const ask = async () => responses[Math.min(asked++, responses.length - 1)]!;
  const found = await settledOffset(ask, async () => undefined);
  return { found, asked };
};

test.each<[string, (number | null)[], number | null, number]>([
  ['the same twice is believed', [7, 7], 7, 2],
  ['an old one before it is not', [3, 7, 7], 7, 3],
  ['nor none at all', [null, 7, 7], 7, 3],
  ['nor two old ones that differ', [2, 3, 7, 7], 7, 4],
  ['where nothing was ever committed that is so', [null, null], null, 2],
])('of the responses of coordinators, %s', async (_, responses, found, asked) => {
  expect(await settle(responses)).toEqual({ found, asked });
});

test('an offset that keeps changing is a retryable error', async () => {
  const moving = settle(Array.from({ length: 50 }, (_, i) => i));
  await expect(moving).rejects.toMatchObject({ code: 'unavailable', retryable: true });
});
