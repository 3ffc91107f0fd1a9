export { startRedisCluster, type RedisCluster } from './cluster.ts';
export { startRedisSentinel, type RedisSentinel } from './sentinel.ts';
