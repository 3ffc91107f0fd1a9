import { engineRights, engineUsers, type KafkaOperation, type KafkaRight } from './table.ts';

/** One ACL: the operations that a user may perform on a resource, from any host. */
export type KafkaAcl = Omit<KafkaRight, 'operations' | 'isPrefix'> & {
  user: string;
  isPrefix: boolean;
  operation: KafkaOperation;
};

/** Every ACL that our services need in Kafka. */
export const kafkaAcls = (): KafkaAcl[] =>
  engineUsers.flatMap((user) =>
    engineRights[user].kafka.flatMap(({ operations, isPrefix = false, resource, name }) =>
      operations.map((operation) => ({ user, resource, name, isPrefix, operation })),
    ),
  );

/** The same as calls of `kafka-acls.sh`, one a line. */
export const kafkaAclCommands = (): string[] =>
  engineUsers.flatMap((user) =>
    engineRights[user].kafka.map(({ resource, name, isPrefix, operations }) =>
      [
        `kafka-acls.sh --bootstrap-server "$BROKERS" --command-config admin.properties --add`,
        `--allow-principal User:${user} --${resource} '${name}'`,
        ...(isPrefix ? ['--resource-pattern-type prefixed'] : []),
        ...operations.map((operation) => `--operation ${operation}`),
      ].join(' '),
    ),
  );
