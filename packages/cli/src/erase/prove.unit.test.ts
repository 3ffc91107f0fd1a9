import { expect, test } from '@jest/globals';
import { foundOf } from './found.ts';
import { search } from './prove.ts';
import { isProved } from './prove-text.ts';

test('a store that is away is passed, and named as not searched without a word of its address', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  const looked = await search('MongoDB', () => Promise.reject(refused));
  expect(looked).toEqual([
    {
      ...{ store: 'MongoDB', place: 'all of it', ...foundOf([]), complete: false },
      reason: 'not searched: connect ECONNREFUSED 127.0.0.1:1',
    },
  ]);
  expect(isProved(looked)).toBe(false);
  const secret = await search('Redis', () => Promise.reject(new TypeError('redis://user:hunter2@host')));
  expect(JSON.stringify(secret)).not.toContain('hunter2');
});
