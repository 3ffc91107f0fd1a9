import { fault, type Redis } from '@skillstream/runtime';

/**
 * Refuses a Redis that throws keys away under memory pressure: a view key that vanished would miscount in silence.
 * `volatile-*` is fine, views have no TTL. A Redis that hides its settings (some managed ones do) is taken as it is.
 * @throws SkillstreamError `misconfigured`
 */
export const refuseEviction = async (redis: Redis): Promise<void> => {
  const answer = await redis.config('GET', 'maxmemory-policy').catch((error: unknown) => {
    if (error instanceof Error && /NOPERM|unknown|unsupported|not allowed/i.test(error.message))
      return ['', ''];
    throw error;
  });
  const policy = (answer as string[])[1] ?? '';
  if (!policy.startsWith('allkeys-')) return;
  throw fault(
    'misconfigured',
    `Redis evicts keys (maxmemory-policy ${policy}): views would miscount. Set maxmemory-policy noeviction.`,
    { retryable: true },
  );
};
