import { describe, expect, test } from '@jest/globals';
import { refusal, render, type Values } from './helm.ts';
import { at } from './values-at.ts';

const brokers = ['k:9092'];
describe('values that need one another, or exclude one another, are refused with the names of both', () => {
  test.each<[Values, string[]]>([
    [at('engines.enabled', false), ['engines.enabled', 'global.kafka.brokers']],
    [
      { engines: { enabled: false }, global: { kafka: { brokers }, mongodb: { url: 'mongodb://m' } } },
      ['engines.enabled', 'global.redis.url'],
    ],
    [
      at('global.kafka', { brokers, sasl: { mechanism: 'plain', username: 'u' } }),
      ['global.kafka.sasl.mechanism', 'global.kafka.existingSecret.name'],
    ],
    [
      at('global.kafka', { brokers, existingSecret: { name: 's' } }),
      ['global.kafka.existingSecret.name', 'global.kafka.sasl.mechanism'],
    ],
    [at('global.kafka.sasl.mechanism', 'scram-sha-256'), ['global.kafka.brokers', 'SCRAM']],
    [at('global.kafka.sasl.username', 'kate'), ['global.kafka.brokers', 'a user for each service']],
    [at('global.kafka.tls.enabled', true), ['global.kafka.brokers', 'TLS']],
    [at('global.kafka.replicationFactor', 3), ['global.kafka.brokers', 'global.kafka.replicationFactor']],
    [at('global.mongodb.authSource', 'people'), ['global.mongodb.url', 'global.mongodb.authSource']],
    [at('ingestion.service.port', 8080), ['ingestion.service.port is 8080', 'gateway.urls.ingestion']],
    [
      { ingestion: { serviceAccount: { name: 's' } }, tagging: { serviceAccount: { name: 's' } } },
      ['tagging.serviceAccount.name', 'ingestion.serviceAccount'],
    ],
    [
      at('global.auth.demoKey.existingSecret', { publicKey: 'k', privateKey: 'k' }),
      ['global.auth.demoKey.existingSecret.publicKey', 'the same Secret'],
    ],
    [
      at('global.auth.demoKey.existingSecret.publicKey', 'mongodb-password'),
      ['global.auth.demoKey.existingSecret.publicKey', 'the same Secret'],
    ],
    [
      at('ingestion.boards.sources', [
        { name: 'a', address: 'https://a.example.org' },
        { name: 'a', address: 'https://b.example.org' },
      ]),
      ['boards.sources', 'a twice'],
    ],
    [
      at('tagging', { sidecars: [{ name: 'tagging', image: 'a' }] }),
      ['tagging: sidecars has a container tagging', 'the service itself'],
    ],
    [
      at('tagging', { sidecars: [{ name: 'a', image: 'a' }], initContainers: [{ name: 'a', image: 'a' }] }),
      ['sidecars has a container a', 'initContainers'],
    ],
    [at('tagging.extraVolumes', [{ name: 'a' }, { name: 'a' }]), ['tagging: extraVolumes has a twice']],
    [
      {
        tagging: { podAnnotations: { 'prometheus.io/port': '1' } },
        global: { monitoring: { annotations: true } },
      },
      ['podAnnotations has prometheus.io/port', 'global.monitoring.annotations'],
    ],
    [
      at('global', { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4', 'IPv6'] }),
      ['global.ipFamilyPolicy', 'global.ipFamilies'],
    ],
    [
      at('global.mongodb', { url: 'mongodb://m', username: 'u' }),
      ['global.mongodb.username', 'global.mongodb.existingSecret.name'],
    ],
    [at('global.mongodb.tls.enabled', true), ['global.mongodb.url']],
    [
      at('global.redis', { url: 'redis://r:6379', username: 'u' }),
      ['global.redis.username', 'global.redis.existingSecret.name'],
    ],
    [at('global.redis.username', 'u'), ['global.redis.url']],
    [
      at('global.redis', { url: 'redis+sentinel://s/m', existingSecret: { sentinelPasswordKey: 'k' } }),
      ['global.redis.existingSecret.sentinelPasswordKey', 'global.redis.existingSecret.name'],
    ],
    [at('global.redis.existingSecret.sentinelPasswordKey', 'k'), ['global.redis.url', 'Sentinels']],
    [
      at('ingestion.autoscaling', { enabled: true, minReplicas: 7 }),
      ['ingestion', 'autoscaling.minReplicas 7', 'autoscaling.maxReplicas 6'],
    ],
    [
      at('analytics.keda', { enabled: true, minReplicas: 7 }),
      ['analytics', 'keda.minReplicas 7', 'keda.maxReplicas 6'],
    ],
    [
      at('gateway', { autoscaling: { enabled: true }, resources: { requests: { cpu: null } } }),
      ['gateway', 'autoscaling.enabled needs resources.requests.cpu'],
    ],
    [
      at('tagging.shutdown', { timeoutMs: 1000 }),
      ['tagging', 'shutdown.waitMs 3000', 'shutdown.timeoutMs 1000'],
    ],
    [
      at('global.kafka', { brokers, tls: { caSecret: { name: 'ca' } } }),
      ['global.kafka.tls.caSecret.name', 'global.kafka.tls.enabled'],
    ],
    [
      at('gateway.extraEnv', [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ]),
      ['gateway', 'extraEnv has A, and has it twice'],
    ],
    [
      {
        global: {
          kafka: { brokers, sasl: { mechanism: 'plain', username: 'u' }, existingSecret: { name: 's' } },
        },
        tagging: { extraEnv: [{ name: 'KAFKA_SASL_PASSWORD', value: 'p' }] },
      },
      ['tagging', 'extraEnv has KAFKA_SASL_PASSWORD', 'global'],
    ],
    [at('tagging.extraEnv', [{ name: 'MANAGEMENT_PORT', value: '9090' }]), ['tagging', 'MANAGEMENT_PORT']],
    [
      at('analytics.extraEnv', [{ name: 'KAFKA_PREFIX', value: 'a.' }]),
      ['analytics', 'KAFKA_PREFIX', 'global.kafka.prefix'],
    ],
    [
      at('gateway.sidecars', [{ name: 'proxy', image: 'p', ports: [{ containerPort: 8081 }] }]),
      ['gateway', 'sidecar proxy has port 8081'],
    ],
    [at('gateway.ingress.tls', [{ secret: 'jobs-tls' }]), ['/ingress/tls/0', "'secret'"]],
    [at('global.commonLabels', { 'team name': 'a' }), ['/global/commonLabels', 'team name']],
    [
      at('tagging', { podLabels: { 'app.kubernetes.io/name': 'x' } }),
      ['tagging', '/podLabels/app.kubernetes.io~1name'],
    ],
    [
      at('engines', { podLabels: { 'app.kubernetes.io/instance': 'x' } }),
      ['engines', '/podLabels/app.kubernetes.io~1instance'],
    ],
    [
      at('tagging', { keda: { enabled: true }, autoscaling: { enabled: true } }),
      ['tagging', 'autoscaling.enabled', 'keda.enabled'],
    ],
    [
      at('tagging.autoscaling', { enabled: true, maxReplicas: 20 }),
      ['tagging: autoscaling.maxReplicas 20', 'global.kafka.partitions 12'],
    ],
    [
      at('tagging.keda', { enabled: true, maxReplicas: 20 }),
      ['keda.maxReplicas 20', 'global.kafka.partitions 12'],
    ],
    [
      at('global.auth.environment', 'production'),
      ['global.auth.environment is production', 'global.auth.issuer is needed'],
    ],
    [
      at('global.auth', { environment: 'production', issuer: 'http://login' }),
      ['global.auth.environment', 'global.auth.issuer has to be https', 'http://login'],
    ],
    [
      at('global.auth', { environment: 'production', issuer: 'https://login' }),
      ['global.auth.environment', 'global.auth.demoKey.enabled to false'],
    ],
    [
      {
        engines: { enabled: false },
        global: { kafka: { brokers }, mongodb: { url: 'mongodb://m' }, redis: { url: 'redis://r:6379' } },
      },
      ['engines.enabled', 'global.auth.demoKey.enabled', 'global.auth.issuer'],
    ],
    [
      at('tagging.extraVolumes', [{ name: 'kafka-ca', emptyDir: {} }]),
      ['tagging: extraVolumes has kafka-ca', "one of the chart's own"],
    ],
    [
      at('tagging.extraVolumeMounts', [{ name: 'scratch', mountPath: '/scratch' }]),
      ['tagging: extraVolumeMounts has scratch', 'no such volume'],
    ],
    [
      at('tagging', {
        extraVolumes: [{ name: 'a' }],
        extraVolumeMounts: [
          { name: 'a', mountPath: '/a' },
          { name: 'a', mountPath: '/a/' },
        ],
      }),
      ['tagging: extraVolumeMounts has the mountPath /a/ twice'],
    ],
    [
      at('tagging', {
        extraVolumes: [{ name: 'a' }],
        extraVolumeMounts: [{ name: 'a', mountPath: '/etc/skillstream/taxonomy' }],
      }),
      ['mountPath /etc/skillstream/taxonomy'],
    ],
    [
      at('gateway.initContainers', [
        { name: 'p', image: 'p', restartPolicy: 'Always', ports: [{ containerPort: 8080 }] },
      ]),
      ['gateway', 'sidecar p has port 8080'],
    ],
    [
      at('gateway.resources', { requests: { memory: '1Gi' }, limits: { memory: '900Mi' } }),
      ['gateway: resources.requests.memory 1Gi', 'resources.limits.memory 900Mi'],
    ],
    [
      at('gateway.resources', { requests: { cpu: 1 }, limits: { cpu: '500m' } }),
      ['gateway: resources.requests.cpu 1', 'resources.limits.cpu 500m'],
    ],
    [at('tagging.replicas', 13), ['tagging: replicas 13', 'global.kafka.partitions 12']],
    [
      at('tagging', { keda: { enabled: true }, extraEnv: [{ name: 'KAFKA_SASL_PASSWORD', value: 'p' }] }),
      ['tagging', 'KAFKA_SASL_PASSWORD', 'keda.trigger'],
    ],
    [
      at('tagging.keda', { enabled: true, trigger: 'prometheus', prometheus: { authModes: 'basic' } }),
      ['tagging: keda.prometheus.authModes', 'keda.prometheus.authentication'],
    ],
    [at('global.auth.caSecret.name', 'ca'), ['global.auth.caSecret.name', 'global.auth.issuer']],
    [
      at('global.tracing.headersSecret.name', 'h'),
      ['global.tracing.headersSecret.name', 'global.tracing.endpoint'],
    ],
    [
      at('global.monitoring.serviceMonitor.enabled', true),
      ['global.monitoring.serviceMonitor.enabled', 'global.networkPolicy.enabled', 'namespaceSelector'],
    ],
    [at('global.monitoring.annotations', true), ['global.monitoring.annotations', 'podSelector']],
    [at('global.kafak', {}), ['global.kafak', 'is global.kafka meant']],
    [at('global.commonlabels', {}), ['global.commonlabels', 'is global.commonLabels meant']],
    [at('ingestion.database', 'skillstream_analytics'), ['ingestion.database', 'analytics.database']],
    [at('ingestion.database', 'Skillstream_analytics'), ['ingestion.database', 'analytics.database']],
    [
      at('global', { ipFamilyPolicy: '', ipFamilies: ['IPv4', 'IPv6'] }),
      ['global.ipFamilies', 'ipFamilyPolicy'],
    ],
    [at('global.tracing.endpoint', 'http://o:4318/v1/traces'), ['global.tracing.endpoint', 'leave it out']],
    [at('global.mongodb.options', 'authSource=a'), ['global.mongodb.options', 'global.mongodb.authSource']],
    [
      at('gateway.serviceAccount.name', 'sk-tagging'),
      ['gateway.serviceAccount.name', 'tagging.serviceAccount makes'],
    ],
    [
      at('gateway.serviceAccount.name', 'sk-engines'),
      ['gateway.serviceAccount.name', 'engines.serviceAccount makes'],
    ],
    [
      at('gateway.httpRoute', {
        enabled: true,
        parentRefs: [{ name: 'g' }],
        timeouts: { request: '10s', backendRequest: '1m' },
      }),
      ['httpRoute.timeouts.backendRequest 1m', 'httpRoute.timeouts.request 10s'],
    ],
    ...['mongodb://user:secret@host', 'http://host', 'mongodb+srv://host:27018', 'mongodb://fd00::1'].map(
      (url): [Values, string[]] => [at('global.mongodb.url', url), ['global.mongodb.url']],
    ),
    ...[
      'redis://fd00::1',
      'redis://r1:65536',
      'redis://:secret@host:6379',
      'redis://a,b',
      'redis+sentinel://a:26379,b:26379',
      'redis+cluster://a:6379,',
      'redis+cluster://u:secret@a',
    ].map((url): [Values, string[]] => [at('global.redis.url', url), ['global.redis.url']]),
    [at('gateway.httpRoute.enabled', true), ['/httpRoute/parentRefs']],
    [
      at('gateway.service.externalTrafficPolicy', 'Local'),
      ['service.externalTrafficPolicy', 'NodePort or LoadBalancer', 'not for ClusterIP'],
    ],
    [at('gateway.service.nodePort', 30080), ['service.nodePort', 'NodePort or LoadBalancer']],
    [
      at('gateway.service', { type: 'NodePort', loadBalancerClass: 'a/b' }),
      ['service.loadBalancerClass', 'not for NodePort'],
    ],
    [
      at('gateway.service.loadBalancerSourceRanges', ['192.0.2.0/24']),
      ['service.loadBalancerSourceRanges', 'LoadBalancer'],
    ],
    [
      at('gateway.ingress', { enabled: true, path: '/*' }),
      ['ingress.path', 'ingress.pathType', 'ImplementationSpecific'],
    ],
    [
      at('tagging.keda', { enabled: true, trigger: 'prometheus' }),
      ['tagging', 'keda.trigger is prometheus', 'keda.prometheus.serverAddress'],
    ],
  ])('%j', (values, parts) => {
    const message = refusal(values);
    for (const part of parts) expect(message).toContain(part);
    expect(message).not.toContain('secret@');
  });
});

test('keys of other charts in the global that Helm shares are let through', () => {
  expect(() => render(at('global', { imageRegistry: 'r.example', storageClass: 'fast' }))).not.toThrow();
});
