// Makes the passwords of the engines' users, once: each service finds its own in a volume that no other has. Run by
// compose.yaml in the gateway's image, which has the table of rights.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_ADMIN, engineRights, engineUsers, redisRules } from '@skillstream/contracts';

const root = '/run/passwords';

/** The password in a file, which is made where there is none. */
const kept = (...path: string[]): string => {
  const file = join(root, ...path);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'));
  return readFileSync(file, 'utf8');
};

const kafkaUsers = engineUsers.filter((user) => engineRights[user].kafka.length > 0);
const known = kafkaUsers.map((user) => `user_${user}="${kept(user, 'kafka')}"`);
const login = 'org.apache.kafka.common.security.plain.PlainLoginModule required';
writeFileSync(join(root, 'kafka', 'jaas'), `${login} ${known.join(' ')};`);

const users = engineUsers.flatMap((user) => {
  const { redis } = engineRights[user];
  if (!redis) return [];
  return `user ${user} ${redisRules(redis, { readOnlyKeys: true }).join(' ')} >${kept(user, 'redis')}`;
});
const others = [
  'user default off',
  // Whoever asks whether it lives.
  'user health on nopass resetkeys resetchannels -@all +ping',
  `user ${ENGINE_ADMIN} on ~* &* +@all >${kept('valkey', 'admin')}`,
];
writeFileSync(join(root, 'valkey', 'users.acl'), [...others, ...users, ''].join('\n'));
