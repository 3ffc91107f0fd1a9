import { fault, redisMasters, redisReplicas, type Redis } from '@skillstream/runtime';

const policyOf = async (node: Pick<Redis, 'config'>): Promise<string> => {
  const answer = await node.config('GET', 'maxmemory-policy').catch((error: unknown) => {
    if (error instanceof Error && /NOPERM|unknown|unsupported|not allowed/i.test(error.message)) return [];
    throw error;
  });
  return (answer as string[])[1] ?? '';
};

/**
 * Refuses a Redis that throws keys away under memory pressure: a view key that vanished would miscount in silence.
 * `volatile-*` is fine, views have no TTL. A Redis that hides its settings (some managed ones do) is taken as it is.
 * @throws SkillstreamError `misconfigured`
 */
export const refuseEviction = async (redis: Redis): Promise<void> => {
  // Of a cluster's replicas, too: each may be a master soon. One that is away is no reason to wait.
  const replicas = redisReplicas(redis).map((node) => policyOf(node).catch(() => ''));
  const policies = await Promise.all([...redisMasters(redis).map(policyOf), ...replicas]);
  const policy = policies.find((one) => one.startsWith('allkeys-'));
  if (policy === undefined) return;
  throw fault(
    'misconfigured',
    `Redis evicts keys (maxmemory-policy ${policy}): views would miscount. Set maxmemory-policy noeviction.`,
    { retryable: true },
  );
};
