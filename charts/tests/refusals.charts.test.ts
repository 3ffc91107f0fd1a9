import { describe, expect, test } from '@jest/globals';
import { refusal, type Values } from './helm.ts';
import { at } from './values-at.ts';

type Case = [key: string, values: Values, chart?: string];

const bad = (path: string, value: unknown, chart?: string): Case => [path, at(path, value), chart];

describe('a wrong value is refused, and named', () => {
  test.each<Case>([
    bad('gateway.replicas', 'two'),
    bad('gateway.replicas', 0),
    bad('gateway.service.port', 70_000),
    bad('gateway.service.type', 'External'),
    bad('gateway.rateLimits.readsPerMinute', -1),
    bad('gateway.signIn.clientId', 'the page'),
    bad('gateway.signIn.scopes', ['analytics:read']),
    bad('gateway.signIn.resource', 'skillstream'),
    bad('gateway.trustedProxies', 'the, lot!'),
    bad('gateway.corsOrigins', ['app.example.org']),
    bad('ingestion.logLevel', 'loud'),
    bad('ingestion.database', 'a b'),
    bad('ingestion.retention.months', -1),
    bad('ingestion.retention.bySource', ['greenhouse']),
    bad('ingestion.retention.bySource.greenhouse', '12'),
    bad('tagging.keda.lagThreshold', 0),
    bad('tagging.shutdown.timeoutMs', 5),
    bad('analytics.image.tag', 'a:b'),
    bad('analytics.probes.readiness.periodSeconds', '2s'),
    bad('engines.kafka.size', '8 gigabytes'),
    bad('engines.kafka.uid', 0),
    bad('engines.persistence.enabled', 'yes'),
    bad('engines.persistence.whenDeleted', 'keep'),
    bad('engines.valkey.maxmemory', '192'),
    bad('global.image.pullPolicy', 'Sometimes'),
    bad('global.kafka.brokers', 'k1:9092'),
    bad('global.kafka.brokers', ['k1']),
    bad('global.kafka.partitions', 0),
    bad('global.kafka.prefix', 'team-a'),
    bad('global.kafka.prefix', 'team a.'),
    bad('global.kafka.prefix', `a${'b'.repeat(99)}.`),
    bad('global.redis.prefix', '{a}.'),
    bad('global.kafka.sasl.mechanism', 'oauthbearer'),
    bad('global.kafka.tls.enabled', 'true'),
    bad('global.mongodb.url', 'mongodb://user:secret@host'),
    bad('global.mongodb.url', 'http://host'),
    bad('global.mongodb.url', 'mongodb+srv://host:27018'),
    bad('global.mongodb.url', 'mongodb://fd00::1'),
    bad('global.kafka.brokers', ['fd00::1:9092']),
    bad('global.redis.url', 'redis://fd00::1'),
    bad('global.auth.issuer', 'https://fd00::1/realms/a'),
    bad('global.tracing.endpoint', 'http://fd00::1:4318'),
    bad('gateway.urls.tagging', 'http://fd00::1'),
    bad('gateway.networkPolicy.urls.cidrs', ['tagging']),
    bad('gateway.service.externalTrafficPolicy', 'local'),
    bad('gateway.ingress.hosts', ['https://jobs.example.org']),
    bad('gateway.ingress.hosts', ['jobs.example.org/']),
    bad('gateway.httpRoute.hostnames', ['jobs.*.example.org']),
    bad('global.kafka.brokers', ['k1:99999']),
    bad('global.redis.url', 'redis://r1:65536'),
    bad('gateway.service.internalTrafficPolicy', 'Node'),
    bad('gateway.service.trafficDistribution', 'Near'),
    bad('gateway.service.nodePort', -1),
    bad('gateway.service.loadBalancerSourceRanges', ['office']),
    bad('gateway.httpRoute.timeouts.request', '1 hour'),
    bad('gateway.httpRoute.filters', [{ requestMirror: {} }]),
    bad('gateway.httpRoute.parentRefs', [{ sectionName: 'https' }]),
    bad('gateway.ingress.pathType', 'Exact'),
    bad('gateway.ingress.path', '/jobs'),
    bad('engines.headlessServices.govern', 'yes'),
    bad('global.redis.url', 'redis://:secret@host:6379'),
    bad('global.redis.url', 'redis://a,b'),
    bad('global.redis.url', 'redis+sentinel://a:26379,b:26379'),
    bad('global.redis.url', 'redis+cluster://a:6379,'),
    bad('global.redis.url', 'redis+cluster://u:secret@a'),
    bad('global.networkPolicy.dns.port', 'dns'),
    bad('global.auth.environment', 'test'),
    bad('global.auth.issuer', 'login.example.net'),
    bad('global.auth.issuer', 'https://login.example.net/?a=b'),
    bad('global.auth.reads', 'yes'),
    bad('global.auth.demoKey.enabled', 'no'),
    bad('test.timeoutMs', 1),
    bad('generator.enabled', 'yes'),
    bad('generator.rate', 0),
    bad('generator.minutes', 1441),
    bad('generator.seed', -1),
    bad('gateway.ingress.hosts', 'jobs.example.org'),
    bad('gateway.ingress.tls', 'yes'),
    bad('tagging.keda.trigger', 'cpu'),
    bad('tagging.keda.prometheus.matchers', ['job=x']),
    bad('tagging.keda.prometheus.matchers', ['job="x"} or vector(9)#"']),
    bad('tagging.keda.prometheus.serverAddress', 'http://user:secret@prometheus'),
    bad('global.ipFamilyPolicy', 'DualStack'),
    bad('global.ipFamilies', ['IPv5']),
    bad('global.monitoring.annotations', 'true'),
    bad('global.monitoring.podSelector', ['app']),
    bad('prometheusRule.enabled', 'yes'),
    bad('prometheusRule.labels', ['release']),
    bad('prometheusRule.runbookBaseUrl', 'jobs.example.org/runbooks'),
    bad('prometheusRule.runbookBaseUrl', "https://jobs.example.org/'${1}"),
    bad('prometheusRule.runbookBaseUrl', 'https://jobs.example.org/{{$labels.x}}'),
    bad('dashboards.enabled', 1),
    bad('dashboards.annotations', ['folder']),
    bad('tagging.extraVolumes', 'scratch'),
    bad('tagging.extraVolumes', [{ emptyDir: {} }]),
    bad('gateway.extraVolumeMounts', [{ name: 'scratch' }]),
    bad('ingestion.initContainers', [{ name: 'wait' }]),
    bad('analytics.sidecars', [{ image: 'proxy:1' }]),
    bad('gateway.extraEnvFrom', 'proxy'),
    bad('gateway.strategy.type', 'BlueGreen'),
    bad('tagging.strategy.rollingUpdate.maxSurge', 'one'),
    bad('ingestion.revisionHistoryLimit', -1),
    bad('analytics.podSecurityContext', 'restricted'),
    bad('engines.updateStrategy.type', 'Recreate'),
    bad('engines.terminationGracePeriodSeconds', 0),
    bad('global.fixedUids', 'no'),
    bad('extraObjects', [{ apiVersion: 'v1', kind: 'ConfigMap' }]),
    bad('gateway.extraObjects', ['kind: ConfigMap']),
    bad(
      'extraObjects',
      Array.from({ length: 51 }, () => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } })),
    ),
  ])('%s', (path, values) => {
    const [key] = path.split('.').slice(-1);
    expect(refusal(values)).toMatch(new RegExp(`at '[^']*/${key}(/0)?':`));
  });
});

describe('an unknown value is refused, and named', () => {
  test.each<Case>([
    bad('replicas', 3),
    bad('gatway.replicas', 3),
    bad('gateway.replica', 3),
    bad('gateway.image.version', '1'),
    bad('ingestion.keda.enabled', true),
    bad('engines.redis.size', '1Gi'),
    bad('global.kafka.broker', 'k:9092'),
    bad('global.mongodb.password', 'secret'),
    bad('autoscaling', {}, 'analytics'),
    bad('urls', {}, 'tagging'),
    bad('engines.demoSigningKey.enabled', false),
    bad('global.auth.publicKey', 'x'),
    // Two would send the same postings.
    bad('generator.replicas', 2),
    bad('gateway.ingress.paths', ['/jobs']),
    bad('gateway.service.sessionAffinity', 'ClientIP'),
  ])('%s', (path, values, chart) => {
    const names = path.split('.');
    const message = refusal(values, chart);
    expect(message).toMatch(/additional properties/);
    expect(names.some((name) => message.includes(`'${name}'`))).toBe(true);
  });
});

test.each(['1st', 'jobs.eu'])('%s is no name for a release, since none for a Service', (release) => {
  expect(refusal({}, 'skillstream', release)).toContain(
    `release ${release}: its Services are named after it`,
  );
});
