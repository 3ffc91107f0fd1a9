export * from './background.ts';
export * from './backoff.ts';
export * from './in-groups.ts';
export * from './one-at-a-time.ts';
export * from './retry.ts';
export * from './turns.ts';
