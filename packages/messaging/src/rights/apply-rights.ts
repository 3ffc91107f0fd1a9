import type { KafkaAcl, KafkaOperation } from '@skillstream/contracts';
import kafkajs, { type AclEntry, type Kafka } from 'kafkajs';
import { createAskAdmin } from '../ask-admin.ts';
import { clientOf } from '../client.ts';

// CommonJS: Node does not see these names among kafkajs' exports.
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const resources = {
  topic: AclResourceTypes.TOPIC,
  group: AclResourceTypes.GROUP,
  'transactional-id': AclResourceTypes.TRANSACTIONAL_ID,
};
const operations: Record<KafkaOperation, number> = {
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
  Create: AclOperationTypes.CREATE,
  Delete: AclOperationTypes.DELETE,
  Describe: AclOperationTypes.DESCRIBE,
  DescribeConfigs: AclOperationTypes.DESCRIBE_CONFIGS,
  AlterConfigs: AclOperationTypes.ALTER_CONFIGS,
};

const entryOf = ({ user, resource, name, isPrefix, operation }: KafkaAcl): AclEntry => ({
  principal: `User:${user}`,
  host: '*',
  operation: operations[operation],
  permissionType: AclPermissionTypes.ALLOW,
  resourceType: resources[resource],
  resourceName: name,
  resourcePatternType: isPrefix ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
});

const keyOf = (acl: AclEntry): string =>
  [
    ...[acl.principal, acl.host, acl.operation, acl.permissionType],
    ...[acl.resourceType, acl.resourcePatternType, acl.resourceName],
  ].join(' ');

const presentOf = async (admin: ReturnType<Kafka['admin']>, user: string): Promise<AclEntry[]> => {
  const { resources: found } = await admin.describeAcls({
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
    principal: `User:${user}`,
  });
  return found.flatMap(({ acls, ...resource }) => acls.map((acl) => ({ ...resource, ...acl })));
};

/**
 * Sets the ACLs of Kafka's users to exactly these rights: missing ones are added, others are removed. Users that are
 * not named are left alone.
 * @returns how many were added and removed
 * @throws SkillstreamError `unavailable`, also where Kafka has no authorizer or this user may not change ACLs
 */
export const applyRights = (kafka: Kafka, users: readonly string[], wanted: readonly KafkaAcl[]) => {
  const { ask, close } = createAskAdmin(() => clientOf(kafka));
  const applied = ask('Cannot set the rights in Kafka', async (admin) => {
    const present = (await Promise.all(users.map((user) => presentOf(admin, user)))).flat();
    const entries = wanted.map(entryOf);
    const [has, wants] = [new Set(present.map(keyOf)), new Set(entries.map(keyOf))];
    const added = entries.filter((entry) => !has.has(keyOf(entry)));
    const removed = present.filter((entry) => !wants.has(keyOf(entry)));
    if (added.length > 0) await admin.createAcls({ acl: added });
    if (removed.length > 0) await admin.deleteAcls({ filters: removed });
    return { added: added.length, removed: removed.length };
  });
  return applied.finally(() => void close());
};
