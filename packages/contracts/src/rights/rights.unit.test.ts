import { expect, test } from '@jest/globals';
import {
  engineRights,
  engineUsers,
  kafkaAclCommands,
  kafkaAcls,
  mongoRolesScript,
  redisRules,
} from './index.ts';

const writers = (operation: string, resource = 'topic') =>
  kafkaAcls()
    .filter((acl) => acl.operation === operation && acl.resource === resource)
    .map(({ user, name }) => `${user} ${name}`)
    .sort();

test('each topic has one writer, who makes it, and each transactional id one owner; ingestion may erase letters', () => {
  const owners = [
    'analytics postings.tagged.v1.analytics.dlq',
    'ingestion postings.received.v1',
    'tagging postings.received.v1.tagging.dlq',
    'tagging postings.tagged.v1',
  ];
  const erasers = ['postings.received.v1.tagging.dlq', 'postings.tagged.v1.analytics.dlq'].map(
    (name) => `ingestion ${name}`,
  );
  expect(writers('Write')).toEqual([...owners, ...erasers].sort());
  for (const operation of ['Create', 'AlterConfigs']) expect(writers(operation)).toEqual(owners);
  expect(writers('Delete')).toEqual([]);
  expect(writers('Write', 'transactional-id')).toEqual([
    'ingestion ingestion-relay',
    'tagging tagging-postings.received.v1-',
  ]);
});

test('nobody has a right over the cluster, over everything, or that is given twice', () => {
  const lines = kafkaAcls().map((acl) => JSON.stringify(acl));
  expect(new Set(lines).size).toBe(lines.length);
  for (const { name } of kafkaAcls()) expect(name).toMatch(/^[a-z][a-z.\-0-9]+$/);
});

test('with a prefix every right is one to names that begin with it, and the same otherwise', () => {
  const plain = kafkaAcls();
  expect(kafkaAcls('team-a.')).toEqual(plain.map((acl) => ({ ...acl, name: `team-a.${acl.name}` })));
  for (const user of engineUsers) {
    const { redis } = engineRights[user];
    const rules = redisRules(redis!, { readOnlyKeys: true, prefix: 'team-a.' });
    for (const rule of rules) if (/^(~|%R~|&)/.test(rule)) expect(rule).toMatch(/^(~|%R~|&)team-a\./);
    expect(rules.map((rule) => rule.replace('team-a.', ''))).toEqual(
      redisRules(redis!, { readOnlyKeys: true }),
    );
  }
});

test("Redis' rules begin with nothing and give no command that looks past the keys", () => {
  for (const user of engineUsers) {
    const { redis } = engineRights[user];
    if (!redis) continue;
    const rules = redisRules(redis, { readOnlyKeys: true });
    expect(rules.slice(0, 4)).toEqual(['on', 'resetkeys', 'resetchannels', '-@all']);
    expect(
      rules.filter((rule) =>
        /^([+]@|~\*$|[+](config|acl|flush|keys|debug|script|monitor|client))/.test(rule),
      ),
    ).toEqual([]);
  }
});

test('a Redis before 7 gets the keys that are only read as plain keys', () => {
  const rights = { keys: ['a:*'], readOnlyKeys: ['b'], channels: ['c:*'], commands: ['get'] };
  expect(redisRules(rights, { readOnlyKeys: true })).toEqual(expect.arrayContaining(['%R~b', '&c:*']));
  expect(redisRules(rights, { readOnlyKeys: false })).toContain('~b');
});

test('the calls of the tool and the script for MongoDB say the same as the table', () => {
  const all = kafkaAclCommands().join('\n');
  for (const { user, name, operation } of kafkaAcls())
    expect(all).toMatch(new RegExp(`User:${user} .*"[$][{]PREFIX[}]${name}".*--operation ${operation}\\b`));
  for (const user of ['ingestion', 'analytics'] as const)
    expect(mongoRolesScript()).toContain(
      JSON.stringify([user, engineRights[user].mongo!.database]).slice(0, -1),
    );
});
