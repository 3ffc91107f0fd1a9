import { describe, expect, test } from '@jest/globals';
import { engineRights, engineUsers, redisRules } from '@skillstream/contracts';
import { secondRelease } from '../../test/cluster/second-release.ts';
import { render, type Values } from './helm.ts';
import { one, pod, type Manifest } from './manifest.ts';

const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const prefixed = (kafka: string, redis = ''): Values => ({
  global: { kafka: { prefix: kafka }, redis: { prefix: redis } },
});
const configOf = (manifests: Manifest[], name: string) =>
  one(manifests, 'ConfigMap', `sk-${name}`).data ?? {};

test('without a prefix nothing of one is rendered', () => {
  expect(JSON.stringify(render())).not.toContain('_PREFIX');
});

test('a prefix reaches every service, and that of Redis is that of Kafka unless it is another', () => {
  for (const [values, redis] of [
    [prefixed('team-a.'), 'team-a.'],
    [prefixed('team-a.', 'a-'), 'a-'],
  ] as const) {
    const manifests = render(values);
    for (const name of services) {
      const { KAFKA_PREFIX, REDIS_PREFIX } = configOf(manifests, name);
      expect([name, KAFKA_PREFIX, REDIS_PREFIX]).toEqual([
        name,
        name === 'gateway' ? undefined : 'team-a.',
        redis,
      ]);
    }
  }
  expect(configOf(render(prefixed('', 'a-')), 'analytics')).toMatchObject({ REDIS_PREFIX: 'a-' });
});

test.each(['gateway', 'analytics'])('%s alone has it, too', (chart) => {
  const url = { url: 'redis://r.example.net:6379' };
  const values = { global: { redis: { ...url, prefix: 'a-' }, kafka: { brokers: ['k:9092'] } } };
  const other = { ...values.global, mongodb: { url: 'mongodb://m.example.net' } };
  expect(configOf(render({ global: other }, chart), chart)).toMatchObject({ REDIS_PREFIX: 'a-' });
});

const keda = { enabled: true };
const scaled = { tagging: { keda }, analytics: { keda } };
type Trigger = { metadata: { topic: string; consumerGroup: string } };
const scaledBy = (manifests: Manifest[]) =>
  ['tagging', 'analytics']
    .flatMap((name) => one(manifests, 'ScaledObject', `sk-${name}`).spec.triggers as Trigger[])
    .map(({ metadata: { topic, consumerGroup } }) => [topic, consumerGroup]);

test('null is no prefix for KEDA, too', () => {
  const [first] = scaledBy(render({ ...scaled, global: { kafka: { prefix: null } } }));
  expect(first).toEqual(['postings.received.v1', 'tagging']);
});

describe('with a prefix', () => {
  const manifests = render({ ...prefixed('team-a.'), ...scaled });

  test('KEDA scales by the groups and topics that the services use', () => {
    expect(scaledBy(manifests)).toEqual([
      ['team-a.postings.received.v1', 'team-a.tagging'],
      ['team-a.postings.tagged.v1', 'team-a.analytics-views-v6'],
      ['team-a.postings.tagged.v1', 'team-a.analytics-facts'],
    ]);
  });

  test("the demo engines' rights are to names that begin with it", () => {
    const job = manifests.find(({ kind }) => kind === 'Job');
    expect(JSON.stringify(job)).toContain('{"name":"KAFKA_PREFIX","value":"team-a."}');
    const args = pod(manifests, 'sk-valkey').container.args?.map(String).join(' ');
    for (const user of engineUsers)
      expect(args).toContain(
        redisRules(engineRights[user].redis!, { readOnlyKeys: true, prefix: 'team-a.' }).join(' '),
      );
  });
});

test('a release on the engines of another one is rendered as the cluster test installs it', () => {
  const values = secondRelease({ engines: 'first', prefix: 'two.', small: {}, open: {} });
  const manifests = render(values);
  expect(configOf(manifests, 'ingestion')).toMatchObject({
    ...{ KAFKA_BROKERS: 'first-kafka:9092', KAFKA_PREFIX: 'two.', REDIS_PREFIX: 'two.' },
    MONGO_URL: 'mongodb://first-mongodb:27017/second_ingestion',
  });
  expect(manifests.filter(({ kind }) => kind === 'StatefulSet')).toEqual([]);
});
