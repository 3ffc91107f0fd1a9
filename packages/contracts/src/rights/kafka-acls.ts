import { engineRights, engineUsers, type KafkaOperation, type KafkaRight } from './table.ts';

/** One ACL: the operations that a user may perform on a resource, from any host. */
export type KafkaAcl = Omit<KafkaRight, 'operations' | 'isPrefix'> & {
  user: string;
  isPrefix: boolean;
  operation: KafkaOperation;
};

/** Every ACL that our services need in Kafka. @param prefix what all names of a release begin with */
export const kafkaAcls = (prefix = ''): KafkaAcl[] =>
  engineUsers.flatMap((user) =>
    engineRights[user].kafka.flatMap(({ operations, isPrefix = false, resource, name }) =>
      operations.map((operation) => ({ user, resource, name: `${prefix}${name}`, isPrefix, operation })),
    ),
  );

/** The same as calls of `kafka-acls.sh`, one a line; the prefix is the shell's variable `PREFIX`. */
export const kafkaAclCommands = (): string[] =>
  engineUsers.flatMap((user) =>
    engineRights[user].kafka.map(({ resource, name, isPrefix, operations }) =>
      [
        `kafka-acls.sh --bootstrap-server "$BROKERS" --command-config admin.properties --add`,
        `--allow-principal User:${user} --${resource} "\${PREFIX}${name}"`,
        ...(isPrefix ? ['--resource-pattern-type prefixed'] : []),
        ...operations.map((operation) => `--operation ${operation}`),
      ].join(' '),
    ),
  );
