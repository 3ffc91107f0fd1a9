import { NAME_PREFIX } from '../../../packages/contracts/src/name-prefix.ts';
import * as k from './kinds.ts';
import * as networks from './networks.ts';

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
  egress: networks.egress,
});

// What a URL may be `common.checks.mongodb` says: a pattern would be shown with the value, and a password in it.
const mongodb = k.closed({
  url: k.text,
  options: k.matching('^[^?]*$'),
  username: k.text,
  authSource: k.matching('.'),
  tls,
  existingSecret,
  egress: networks.egress,
});

const redis = k.closed({
  url: k.text,
  prefix: k.matching(NAME_PREFIX),
  username: k.text,
  tls,
  existingSecret: k.closed({
    name: k.optionalName,
    passwordKey: k.secretKey,
    sentinelPasswordKey: k.matching('^[-._a-zA-Z0-9]*$'),
  }),
  egress: networks.egress,
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
  egress: networks.egress,
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
  egress: networks.egress,
});

// Helm hands `global` to all charts of a release, also to those of somebody else.
const ours: Record<string, k.Schema> = {
  umbrella: k.flag,
  image: k.closed({
    registry: k.registry,
    servicesRegistry: k.registry,
    tag: k.tag,
    pullPolicy: k.oneOf('Always', 'IfNotPresent', 'Never'),
    pullSecrets: { type: 'array', items: k.objectName },
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
    dns: k.closed({ namespace: k.objectName, port: k.port, cidrs: networks.cidrs }),
  }),
  monitoring: k.closed({
    namespaceSelector: k.foundBy,
    podSelector: k.foundBy,
    annotations: k.flag,
    serviceMonitor: k.closed({
      enabled: k.flag,
      interval: k.duration,
      labels: k.moreLabels,
    }),
  }),
};

/**
 * The values that every chart of a release shares; `common.checks.global` refuses what looks like a slip of the pen. A
 * chart that needs a part of them takes them all the same.
 */
export const globalSchema: k.Schema = { type: 'object', properties: ours };
