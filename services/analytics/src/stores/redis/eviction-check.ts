import { appError } from '@skillstream/errors';
import { redisMasters, redisReplicas, type Redis } from '@skillstream/runtime';

const notAllowed = /NOPERM|unknown|unsupported|not allowed/i;

// INFO has the policy, too, where CONFIG is not permitted.
const policyOf = async (node: Pick<Redis, 'config' | 'info'>): Promise<string> => {
  try {
    return ((await node.config('GET', 'maxmemory-policy')) as string[])[1] ?? '';
  } catch (error) {
    if (!(error instanceof Error) || !notAllowed.test(error.message)) throw error;
    const info = await node.info('memory').catch(() => '');
    return /^maxmemory_policy:(\S+)/m.exec(String(info))?.[1] ?? '';
  }
};

/**
 * Refuses a Redis that evicts keys under memory pressure: without one view key counts would silently be wrong.
 * `volatile-*` is fine, views have no TTL. A Redis that hides its settings (some managed ones do) is accepted.
 * @throws SkillstreamError `misconfigured`
 */
export const refuseEviction = async (redis: Redis): Promise<void> => {
  // Replicas of a cluster are checked, too: each may become a master. One that is unavailable is skipped.
  const replicas = redisReplicas(redis).map((node) => policyOf(node).catch(() => ''));
  const policies = await Promise.all([...redisMasters(redis).map(policyOf), ...replicas]);
  const policy = policies.find((one) => one.startsWith('allkeys-'));
  if (policy === undefined) return;
  throw appError(
    'misconfigured',
    `Redis evicts keys (maxmemory-policy ${policy}): views would miscount. Set maxmemory-policy noeviction.`,
    { retryable: true },
  );
};
