import { expect, test } from '@jest/globals';
import type { Redis } from '@skillstream/runtime';
import { refuseEviction } from './eviction-check.ts';

const redisThat = (config: () => Promise<string[]>, info = '') =>
  ({ config, info: async () => info }) as unknown as Redis;
const withPolicy = (policy: string) => redisThat(async () => ['maxmemory-policy', policy]);
const failing = (message: string, info?: string) => redisThat(() => Promise.reject(new Error(message)), info);

test.each(['allkeys-lru', 'allkeys-lfu', 'allkeys-random'])('%s is refused by name', async (policy) => {
  await expect(refuseEviction(withPolicy(policy))).rejects.toMatchObject({
    code: 'misconfigured',
    retryable: true,
    message: expect.stringContaining(policy),
  });
});

test.each(['noeviction', 'volatile-lru', 'volatile-ttl'])('%s is fine: views have no TTL', async (policy) => {
  await expect(refuseEviction(withPolicy(policy))).resolves.toBeUndefined();
});

test.each([
  "NOPERM this user has no permissions to run the 'config|get' command",
  "ERR unknown command 'CONFIG'",
  'ERR command not allowed here',
])('a Redis that hides its settings is accepted: %s', async (message) => {
  await expect(refuseEviction(failing(message))).resolves.toBeUndefined();
});

test('a Redis without CONFIG is checked by INFO', async () => {
  const refused = 'NOPERM this user has no permissions';
  const reported = (policy: string) => failing(refused, `used_memory:1\r\nmaxmemory_policy:${policy}\r\n`);
  await expect(refuseEviction(reported('allkeys-lru'))).rejects.toMatchObject({ code: 'misconfigured' });
  await expect(refuseEviction(reported('noeviction'))).resolves.toBeUndefined();
});

test('a Redis that reports no policy is accepted', async () => {
  await expect(refuseEviction(redisThat(async () => []))).resolves.toBeUndefined();
});

test('the error of a Redis that is unavailable is passed on, to be retried', async () => {
  await expect(refuseEviction(failing('Connection is closed.'))).rejects.toThrow('Connection is closed.');
});
