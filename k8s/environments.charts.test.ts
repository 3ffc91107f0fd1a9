import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { engineRights, engineUsers, type KafkaOperation, type KafkaRight } from '@skillstream/contracts';
import { parseAllDocuments } from 'yaml';
import { render, type Values } from '../charts/tests/helm.ts';
import { ofKind, podsOf, selects, settingsOf, type Labels } from '../charts/tests/manifest.ts';

const documentsOf = (file: string) =>
  parseAllDocuments(readFileSync(join(import.meta.dirname, file), 'utf8'));
const read = <T>(file: string) => documentsOf(file)[0]!.toJS() as T;
const valuesOf = (name: string) => read<Values>(`environments/${name}.yaml`);
const restricted = {
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/enforce-version': 'latest',
};
const namespaceLabels = read<{ metadata: { labels: Labels } }>('namespace.yaml').metadata.labels;

test('every environment with engines of its own is tried here', () => {
  const names = globSync('environments/*.yaml', { cwd: import.meta.dirname }).sort();
  const tried = ['aws', 'azure', 'google', 'kind', 'on-premises'];
  expect(names).toEqual(tried.map((name) => `environments/${name}.yaml`));
});

describe.each(['aws', 'azure', 'google', 'on-premises'])('the values for %s', (name) => {
  const manifests = render(valuesOf(name));

  test('start no engine', () => {
    expect(ofKind(manifests, 'StatefulSet')).toEqual([]);
    expect(podsOf(manifests).filter(({ kind }) => kind === 'Deployment')).toHaveLength(4);
  });

  test('take every password from a Secret of the user, and make none', () => {
    expect(ofKind(manifests, 'Secret')).toEqual([]);
    const variables = podsOf(manifests).flatMap(({ container }) => container.env ?? []);
    const secrets = variables.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []);
    expect(new Set(secrets.map((secret) => secret.key))).toEqual(
      new Set(['kafka-password', 'mongodb-password', 'redis-password']),
    );
  });

  test('keep three copies of the topics, and reach every engine by TLS only', () => {
    const settings = Object.assign({}, ...ofKind(manifests, 'ConfigMap').map(({ data }) => data)) as Labels;
    expect(settings).toMatchObject({
      REPLICATION_FACTOR: '3',
      KAFKA_TLS: 'true',
      MONGO_TLS: 'true',
      REDIS_TLS: 'true',
    });
  });

  test('are a production: tokens of an issuer by https, and no demo key', () => {
    const configs = settingsOf(manifests);
    for (const config of configs)
      expect(config).toMatchObject({
        ENVIRONMENT: 'production',
        AUTH_ISSUER: expect.stringMatching(/^https:/),
      });
    expect(configs).toHaveLength(4);
    expect(JSON.stringify(manifests)).not.toContain('AUTH_DEMO');
  });

  test('let no pod out to any address', () => {
    const rules = ofKind(manifests, 'NetworkPolicy').flatMap(({ spec }) => spec.egress ?? []);
    const cidrs = rules.flatMap(({ to }) => (to ?? []).flatMap(({ ipBlock }) => ipBlock?.cidr ?? []));
    expect(rules.filter(({ to }) => !to || to.length === 0)).toEqual([]);
    for (const cidr of ['0.0.0.0/0', '::/0']) expect(cidrs).not.toContain(cidr);
  });
});

test('on kind the release brings its three engines, and the mapped port leads to the gateway', () => {
  const manifests = render(valuesOf('kind'));
  expect(ofKind(manifests, 'StatefulSet')).toHaveLength(3);
  const port = read<{ spec: { selector: Labels; ports: { nodePort: number }[] } }>('kind-port.yaml').spec;
  const { 'app.kubernetes.io/instance': release, ...part } = port.selector;
  expect(release).toBe('skillstream');
  expect(podsOf(manifests).filter(({ labels }) => selects(part, labels))).toMatchObject([
    { name: 'sk-gateway' },
  ]);
  const { nodes } = read<{ nodes: { extraPortMappings?: { containerPort: number }[] }[] }>('kind.yaml');
  expect(nodes[0]!.extraPortMappings![0]!.containerPort).toBe(port.ports[0]!.nodePort);
});

test('every YAML file here is YAML', () => {
  const faulty = globSync('**/*.yaml', { cwd: import.meta.dirname }).filter((file) =>
    documentsOf(file).some(({ errors }) => errors.length > 0),
  );
  expect(faulty).toEqual([]);
});

test('restricted Pod Security is enforced, by hand and by Argo CD', () => {
  const argo = read<{ spec: { syncPolicy: { managedNamespaceMetadata: { labels: Labels } } } }>(
    'gitops/argo-cd.yaml',
  );
  expect(namespaceLabels).toMatchObject(restricted);
  expect(argo.spec.syncPolicy.managedNamespaceMetadata.labels).toEqual(restricted);
});

describe('the user of Kafka on-premises', () => {
  type Acl = {
    resource: { type: string; name: string; patternType: 'literal' | 'prefix' };
    operations: KafkaOperation[];
  };
  const { acls } = read<{ spec: { authorization: { acls: Acl[] } } }>(
    'environments/on-premises/kafka-user.yaml',
  ).spec.authorization;
  const kinds = { topic: 'topic', group: 'group', 'transactional-id': 'transactionalId' };
  const holds = ({ resource, name, isPrefix, operations }: KafkaRight) =>
    acls.some(({ resource: of, operations: may }) => {
      const isThat = of.patternType === 'prefix' ? name.startsWith(of.name) : !isPrefix && of.name === name;
      return of.type === kinds[resource] && isThat && operations.every((one) => may.includes(one));
    });

  test.each(engineUsers)('may do what %s does there', (user) => {
    expect(engineRights[user].kafka.filter((right) => !holds(right))).toEqual([]);
  });
});
