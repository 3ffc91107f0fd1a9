import type { RedisRights } from './table.ts';

// Commands that a driver sends by itself: for health, the role of a node, and the slots of a cluster.
const connection = ['ping', 'info', 'select', 'readonly', 'cluster|info', 'cluster|slots'];

/**
 * The rules of a user in Redis' ACL without the password, in the order in which they are to be applied.
 * @param readOnlyKeys false for a Redis before 7, which has no read-only keys: such keys may then be written, too
 * @param prefix what all keys and channels of a release begin with
 */
export const redisRules = (
  rights: RedisRights,
  { readOnlyKeys, prefix = '' }: { readOnlyKeys: boolean; prefix?: string },
): string[] => [
  ...['on', 'resetkeys', 'resetchannels', '-@all'],
  ...rights.keys.map((pattern) => `~${prefix}${pattern}`),
  ...rights.readOnlyKeys.map((pattern) => `${readOnlyKeys ? '%R' : ''}~${prefix}${pattern}`),
  ...rights.channels.map((pattern) => `&${prefix}${pattern}`),
  ...[...connection, ...rights.commands].map((command) => `+${command}`),
];
