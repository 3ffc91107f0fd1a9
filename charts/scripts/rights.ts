import { stringify } from 'yaml';
import {
  engineRights,
  engineUsers,
  kafkaAclCommands,
  mongoRolesScript,
  redisRules,
} from '../../packages/contracts/src/rights/index.ts';

const redisUsers = engineUsers.flatMap((user) => {
  const { redis } = engineRights[user];
  return redis ? [[user, redisRules(redis, { readOnlyKeys: true })] as const] : [];
});
const kafkaUsers = engineUsers.filter((user) => engineRights[user].kafka.length > 0);

/** Who is a user of the chart's engines, and by which rules in Valkey. Kafka's ACLs are set by a Job. */
export const rightsFile = (): string =>
  `# Made from packages/contracts/src/rights by npm run generate:charts.\n${stringify(
    {
      kafka: Object.fromEntries(kafkaUsers.map((user) => [user, {}])),
      redis: Object.fromEntries(redisUsers),
    },
    { singleQuote: true, version: '1.1' },
  )}`;

const block = (language: string, lines: readonly string[]) => ['```' + language, ...lines, '```'].join('\n');

/** The page for whoever sets the same rights in engines of their own. */
export const rightsDocument = (): string =>
  [
    '# What each service may do in the engines',
    'Made from [one table](../packages/contracts/src/rights/table.ts) by `npm run generate:charts`; the chart and ' +
      'compose set the same in their Kafka and Valkey by themselves. For engines of your own, each service is a user by ' +
      'its name; where yours has other names, put them in. [rights.e2e.test.ts](../test/rights.e2e.test.ts) runs all ' +
      'four services with these rights over a real Kafka and a real Redis: nothing is refused to them, every right in ' +
      'Kafka is used, and what is not theirs is refused.',
    'One user for all services needs what the four have together: in Kafka the same lines with its name, in Redis a ' +
      'single line with all patterns and commands, since each `ACL SETUSER` takes away what the one before gave.',
    '## Kafka',
    'With an authorizer and `allow.everyone.if.no.acl.found=false`. The gateway does not speak to Kafka. ' +
      'People and tools need users of their own; KEDA takes that of the service that it scales. `skillstream dlq` and ' +
      '`skillstream erase --prove` read all four topics and their settings (Read, DescribeConfigs), in groups ' +
      '`skillstream-read-…` (Read, Delete); `skillstream dlq migrate` also writes both topics of dead letters and ' +
      'alters their settings (Write, AlterConfigs). No service may do all of this: take an administrator.',
    '`PREFIX` is `KAFKA_PREFIX`, mostly empty; releases that [share a Kafka](engines-of-your-own.md#releases-that-share-engines) ' +
      'have users of their own.',
    block('sh', ['PREFIX=', ...kafkaAclCommands()]),
    '## Redis',
    'Redis 7 or newer, or Valkey; Redis 6.2 takes `~` in place of `%R~`, and then cannot keep the gateway from ' +
      'writing the live feed. Ingestion and tagging only show themselves there, and work on without it. `CONFIG` is nobody’s: it would show ' +
      'passwords; analytics finds `maxmemory-policy` in `INFO`. With `REDIS_PREFIX` every pattern of keys and channels begins ' +
      'with it: `~team-a.{*}:v*`. The pattern of a release without one matches no key that has one.',
    block(
      'text',
      redisUsers.map(
        ([user, rules]) => `ACL SETUSER ${user} ${rules.join(' ')} >${user.toUpperCase()}_PASSWORD`,
      ),
    ),
    '## MongoDB',
    '**Not tested**: no real `mongod` was at hand, and the stand-in knows no roles; so the chart and compose do ' +
      'not set these. For `mongosh URL/admin roles.js`, with the passwords in `INGESTION_PASSWORD` and ' +
      '`ANALYTICS_PASSWORD`. Where `ingestion.database` and `analytics.database` have other names, put these in; `role` and ' +
      '`user` need names of the release, too, where releases share the server:',
    block('js', [mongoRolesScript().trim()]),
  ].join('\n\n') + '\n';
