import { engineUsers, kafkaAcls, type EngineUser, type KafkaAcl } from '@skillstream/contracts';

/** One thing that a service asked of Kafka's authorizer. */
export type Audited = {
  user: EngineUser;
  operation: string;
  resource: string;
  name: string;
  allowed: boolean;
};

const line =
  /Principal = User:(\w+) is (Allowed|Denied) operation = (\w+) from host = \S+ on resource = (\w+):LITERAL:(\S+)/;
const isService = (user: string): user is EngineUser => (engineUsers as readonly string[]).includes(user);
// DESCRIBE_CONFIGS as DescribeConfigs, TransactionalId as transactional-id.
const operationOf = (word: string) =>
  word.toLowerCase().replace(/(^|_)(\w)/g, (_all, _bar, letter: string) => letter.toUpperCase());
const resourceOf = (word: string) => word.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** What a broker's log tells of the services' users, each thing once. */
export const kafkaAudit = (log: string): Audited[] => {
  const found = new Map<string, Audited>();
  for (const text of log.split('\n')) {
    const [, user = '', verdict = '', operation = '', resource = '', name = ''] = line.exec(text) ?? [];
    if (!isService(user)) continue;
    const one = {
      ...{ user, operation: operationOf(operation), resource: resourceOf(resource), name },
      allowed: verdict === 'Allowed',
    };
    found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
};

/** The rights that what was allowed took, as lines; what is implied by another operation is left out. */
export const rightsUsed = (audit: readonly Audited[]): string[] => {
  const covers = (acl: KafkaAcl, { user, resource, name, operation }: Audited) =>
    acl.user === user &&
    acl.resource === resource &&
    acl.operation === operation &&
    (acl.isPrefix ? name.startsWith(acl.name) : name === acl.name);
  return kafkaAcls()
    .filter((acl) => audit.some((one) => one.allowed && covers(acl, one)))
    .map(rightLine);
};

export const rightLine = ({ user, operation, resource, name, isPrefix }: KafkaAcl): string =>
  `${user}: ${operation} ${resource} ${name}${isPrefix ? '*' : ''}`;
