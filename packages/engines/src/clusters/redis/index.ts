export { startRedisCluster, type RedisCluster } from './cluster.ts';
export { startRedisBehindOneAddress } from './one-address.ts';
export { startRedisSentinel, type RedisSentinel } from './sentinel.ts';
