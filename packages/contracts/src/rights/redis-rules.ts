import type { RedisRights } from './table.ts';

// What a driver sends by itself: is it there, is it a master, which node has which slots.
const connection = ['ping', 'info', 'select', 'readonly', 'cluster|info', 'cluster|slots'];

/**
 * The rules of a user in Redis' ACL, but for the password, in the order in which they are to be applied.
 * @param readOnlyKeys false for a Redis before 7, which does not know them: such keys may then be written, too
 */
export const redisRules = (rights: RedisRights, { readOnlyKeys }: { readOnlyKeys: boolean }): string[] => [
  ...['on', 'resetkeys', 'resetchannels', '-@all'],
  ...rights.keys.map((pattern) => `~${pattern}`),
  ...rights.readOnlyKeys.map((pattern) => (readOnlyKeys ? `%R~${pattern}` : `~${pattern}`)),
  ...[...connection, ...rights.commands].map((command) => `+${command}`),
];
