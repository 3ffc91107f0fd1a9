import { NAME_PREFIX } from '../../../packages/contracts/src/name-prefix.ts';
import * as k from './kinds.ts';

const tls = k.closed({
  enabled: k.flag,
  caSecret: k.closed({ name: k.optionalName, key: k.secretKey }),
});
const existingSecret = k.closed({ name: k.optionalName, passwordKey: k.secretKey });

const kafka = k.closed({
  brokers: { type: 'array', items: k.matching(`^${k.host}:${k.portText}$`) },
  prefix: k.matching(NAME_PREFIX),
  partitions: k.integer(1, 1000),
  replicationFactor: k.integer(1, 10),
  tls,
  sasl: k.closed({ mechanism: k.oneOf('', 'plain', 'scram-sha-256', 'scram-sha-512'), username: k.text }),
  existingSecret,
  egress: k.egress,
});

// Neither user nor password has a place in a URL: a URL is shown, in the ConfigMap and in logs. SRV has the ports.
const mongodb = k.closed({
  url: k.matching(`^(mongodb://${k.hosts}/?|mongodb\\+srv://[a-zA-Z0-9._-]+/?)?$`),
  options: k.matching('^[^?]*$'),
  username: k.text,
  authSource: k.matching('.'),
  tls,
  existingSecret,
  egress: k.egress,
});

// One address, Sentinels with the name of the master, or nodes of a Redis Cluster, as the services read it.
const redisUrls = [
  `rediss?://${k.host}(:${k.portText})?(/[0-9]+)?`,
  `rediss?\\+sentinel://${k.hosts}/[a-zA-Z0-9._-]+(/[0-9]+)?`,
  `rediss?\\+cluster://${k.hosts}`,
];
const redis = k.closed({
  url: k.matching(`^(${redisUrls.join('|')})?$`),
  prefix: k.matching(NAME_PREFIX),
  username: k.text,
  tls,
  existingSecret: k.closed({
    name: k.optionalName,
    passwordKey: k.secretKey,
    sentinelPasswordKey: k.matching('^[-._a-zA-Z0-9]*$'),
  }),
  egress: k.egress,
});

const auth = k.closed({
  environment: k.oneOf('development', 'production'),
  issuer: k.optionalHttpUrl(),
  audience: { ...k.matching('.'), maxLength: 1000 },
  tokenType: k.oneOf('at+jwt', 'jwt'),
  reads: k.oneOf('open', 'closed'),
  demoKey: k.closed({
    enabled: k.flag,
    existingSecret: k.closed({ name: k.optionalName, publicKey: k.secretKey, privateKey: k.secretKey }),
  }),
  caSecret: k.closed({ name: k.optionalName, key: k.secretKey }),
  egress: k.egress,
});

const tracing = k.closed({
  endpoint: k.optionalHttpUrl(),
  headersSecret: k.closed({ name: k.optionalName, key: k.secretKey }),
  // `helm --set` makes a text of a number with a point.
  sampleRatio: {
    anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, k.matching('^(0(\\.[0-9]{1,9})?|1)$')],
  },
  kafka: k.oneOf('parent', 'link'),
  trustCallers: k.flag,
  egress: k.egress,
});

/** The values that every chart of a release shares. A chart that needs a part of them takes them all the same. */
export const globalSchema = k.closed({
  image: k.closed({
    registry: k.registry,
    servicesRegistry: k.registry,
    tag: k.tag,
    pullPolicy: k.oneOf('Always', 'IfNotPresent', 'Never'),
    pullSecrets: k.texts,
  }),
  kafka,
  mongodb,
  redis,
  auth,
  tracing,
  commonLabels: k.moreLabels,
  commonAnnotations: k.annotations,
  fixedUids: k.flag,
  ipFamilyPolicy: k.oneOf('', 'SingleStack', 'PreferDualStack', 'RequireDualStack'),
  ipFamilies: { type: 'array', items: k.oneOf('IPv4', 'IPv6'), maxItems: 2, uniqueItems: true },
  networkPolicy: k.closed({
    enabled: k.flag,
    dns: k.closed({ namespace: k.matching('.'), port: k.port, cidrs: k.cidrs }),
  }),
  monitoring: k.closed({
    namespaceSelector: k.foundBy,
    podSelector: k.foundBy,
    annotations: k.flag,
    serviceMonitor: k.closed({
      enabled: k.flag,
      interval: k.matching('^[0-9]+(ms|s|m)$'),
      labels: k.moreLabels,
    }),
  }),
});
