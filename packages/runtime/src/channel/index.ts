export * from './channel.ts';
export * from './connect-optional-redis.ts';
export * from './narrate.ts';
export * from './rate.ts';
export * from './snapshots.ts';
