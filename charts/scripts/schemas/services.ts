import { globalSchema } from './global.ts';
import * as k from './kinds.ts';
import * as networks from './networks.ts';

// As far as Kubernetes counts.
const INT32 = 2 ** 31 - 1;
const probe = (mostSuccesses = INT32): k.Schema =>
  k.closed({
    initialDelaySeconds: k.integer(0, INT32),
    periodSeconds: k.integer(1, INT32),
    timeoutSeconds: k.integer(1, INT32),
    failureThreshold: k.integer(1, INT32),
    successThreshold: k.integer(1, mostSuccesses),
  });

const hpa = k.closed({
  enabled: k.flag,
  minReplicas: k.integer(1),
  maxReplicas: k.integer(1),
  targetCPUUtilizationPercentage: k.integer(1, 1000),
  behavior: k.anything,
});

const keda = k.closed({
  enabled: k.flag,
  minReplicas: k.integer(1),
  maxReplicas: k.integer(1),
  trigger: k.oneOf('kafka', 'prometheus'),
  lagThreshold: k.integer(1),
  prometheus: k.closed({
    serverAddress: k.matching('^(https?://[^\\s@]+)?$'),
    lagSeconds: k.integer(1),
    matchers: {
      type: 'array',
      items: k.matching('^[a-zA-Z_][a-zA-Z0-9_]*(=~|!~|!=|=)"[^"\\\\]*"$'),
      maxItems: 10,
    },
    authentication: k.optionalName,
    authModes: k.matching('^((bearer|basic|tls|custom)(,(bearer|basic|tls|custom))*)?$'),
  }),
  pollingInterval: k.integer(1),
  stabilizationSeconds: k.integer(0, 3600),
});

const networkPolicy = { extraIngress: networks.ingressRules, extraEgress: networks.egressRules };
const service = { port: k.port, annotations: k.annotations };

const common: Record<string, k.Schema> = {
  global: globalSchema,
  // Helm puts the library's values here.
  common: k.anything,
  image: k.image,
  // Helm takes a null out of the values: then as many as run.
  replicas: k.orNull(k.integer(1)),
  strategy: k.strategy,
  revisionHistoryLimit: k.integer(0, 100),
  logLevel: k.oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  extraEnv: k.variables,
  extraEnvFrom: k.objects,
  extraVolumes: k.named('name'),
  extraVolumeMounts: k.named('name', 'mountPath'),
  initContainers: k.named('name', 'image'),
  sidecars: k.named('name', 'image'),
  extraObjects: k.extraObjects,
  shutdown: k.closed({
    preStopSeconds: k.integer(0, 300),
    timeoutMs: k.integer(1000, 600_000),
    waitMs: k.integer(0, 600_000),
    marginSeconds: k.integer(1, 300),
  }),
  // Kubernetes takes one success for the others.
  probes: k.closed({ startup: probe(1), liveness: probe(1), readiness: probe() }),
  resources: k.resources,
  ...k.security,
  service: k.closed(service),
  serviceAccount: k.closed({ create: k.flag, name: k.optionalName, annotations: k.annotations }),
  podDisruptionBudget: k.closed({ enabled: k.flag }),
  topologySpread: k.closed({ enabled: k.flag, topologyKeys: { ...k.texts, uniqueItems: true } }),
  networkPolicy: k.closed(networkPolicy),
  hostAliases: k.objects,
  dnsConfig: k.anything,
  ...k.placement,
};

// MongoDB has databases of its own by these names.
const database: k.Schema = {
  ...k.matching('^[a-zA-Z0-9_-]{1,38}$'),
  not: { enum: ['admin', 'config', 'local'] },
};
const months = k.integer(0, 1200);
const retention = k.closed({
  months,
  bySource: {
    type: 'object',
    propertyNames: k.matching('^[a-z0-9][a-z0-9-]{0,63}$'),
    additionalProperties: months,
  },
});
// The last label of a name begins with no digit: URL takes a host that ends in a number for an IPv4 address.
const hostOf = (letters: string): string => `([${letters}0-9_-]+\\.)*[${letters}_-][${letters}0-9_-]*`;
// The gateway speaks plain http with the others.
const partUrl = k.matching(
  `^(http://(\\[[0-9a-fA-F:.]+\\]|${networks.ipv4}|${hostOf('a-zA-Z')})(:${k.portText})?)?$`,
);
const perMinute = k.integer(0, 1_000_000_000);
const network =
  `${networks.ipv4}(/([1-9]|[12][0-9]|3[0-2]))?|` +
  `${networks.ipv6}(/([1-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))?`;
const proxy = `(loopback|linklocal|uniquelocal|${network})`;
// As the Gateway API writes a time (GEP-2257).
const optionalTime = k.matching('^(([0-9]{1,5}(h|m|s|ms)){1,4})?$');
const parentRef = {
  ...k.closed({
    group: k.text,
    kind: k.text,
    namespace: k.optionalName,
    name: k.matching('.'),
    sectionName: k.optionalName,
    port: k.port,
  }),
  required: ['name'],
};

// As packages/boards parses them.
const boards = k.closed({
  contact: k.matching('^[ -~]{0,200}$'),
  sources: {
    type: 'array',
    maxItems: 200,
    items: {
      ...k.closed({
        name: { ...k.matching('^[a-z0-9][a-z0-9-]{0,63}$'), not: { const: 'sample' } },
        address: { ...k.matching('^https://[^\\s]+$'), maxLength: 2000 },
        paused: k.flag,
        everyMinutes: k.integer(5, 10_080),
      }),
      required: ['name', 'address'],
    },
  },
});

/** What each service's chart takes besides what all of them take. */
export const serviceSchemas: Record<string, k.Schema> = {
  ingestion: k.closed({ ...common, database, retention, linking: k.flag, autoscaling: hpa, boards }),
  tagging: k.closed({ ...common, autoscaling: hpa, keda, taxonomy: k.closed({ configMap: k.optionalName }) }),
  analytics: k.closed({ ...common, database, keda, reports: k.closed({ configMap: k.optionalName }) }),
  gateway: k.closed({
    ...common,
    autoscaling: hpa,
    rateLimits: k.closed({
      readsPerMinute: perMinute,
      writesPerMinute: perMinute,
      streamsPerMinute: perMinute,
      expensivePerMinute: perMinute,
      liveStreams: k.integer(1, 5000),
    }),
    signIn: k.closed({
      clientId: k.matching('^[!#-\\[\\]-~]*$'),
      // By openid the issuer says who has signed in.
      scopes: { type: 'array', items: k.matching('^[!#-\\[\\]-~]+$'), contains: { const: 'openid' } },
      resource: k.matching('^([a-zA-Z][a-zA-Z0-9+.-]*:[^ ]+)?$'),
    }),
    // A number of proxies, or networks.
    trustedProxies: {
      anyOf: [k.integer(0, 99), k.matching(`^([0-9]{1,2}|${proxy}(, *${proxy})*)?$`)],
    },
    // As browsers send them: in small letters, a name in Punycode, without the port that is usual.
    corsOrigins: {
      type: 'array',
      items: {
        ...k.matching(
          `^(\\*|https?://(${hostOf('a-z')}|${networks.ipv4}|\\[[0-9a-f:.]+\\])(:${k.portText})?)$`,
        ),
        not: { pattern: '^(https://.*:443|http://.*:80)$' },
      },
    },
    hstsMaxAgeSeconds: k.integer(0, 1_000_000_000),
    urls: k.closed({ ingestion: partUrl, tagging: partUrl, analytics: partUrl }),
    service: k.closed({
      ...service,
      type: k.oneOf('ClusterIP', 'NodePort', 'LoadBalancer'),
      externalTrafficPolicy: k.oneOf('', 'Cluster', 'Local'),
      internalTrafficPolicy: k.oneOf('', 'Cluster', 'Local'),
      trafficDistribution: k.oneOf('', 'PreferClose', 'PreferSameZone', 'PreferSameNode'),
      nodePort: k.integer(0, 65_535),
      loadBalancerClass: k.matching(`^(${k.labelName.slice(1, -1)})?$`),
      loadBalancerSourceRanges: networks.cidrs,
    }),
    networkPolicy: k.closed({ ...networkPolicy, ingressFrom: networks.peers, urls: networks.egress }),
    httpRoute: k.closed(
      {
        enabled: k.flag,
        // The Gateway API takes so many.
        parentRefs: { type: 'array', items: parentRef, maxItems: 32 },
        hostnames: { ...k.hostNames, maxItems: 16 },
        annotations: k.annotations,
        filters: k.named('type'),
        timeouts: k.closed({ request: optionalTime, backendRequest: optionalTime }),
      },
      // A route without a Gateway would be accepted, and reached by nobody.
      {
        if: { properties: { enabled: { const: true } } },
        then: { properties: { parentRefs: { minItems: 1 } } },
      },
    ),
    ingress: k.closed({
      enabled: k.flag,
      className: k.optionalName,
      hosts: k.hostNames,
      tls: { type: 'array', items: k.closed({ hosts: k.hostNames, secretName: k.optionalName }) },
      pathType: k.oneOf('Prefix', 'ImplementationSpecific'),
      path: k.oneOf('/', '/*'),
      annotations: k.annotations,
    }),
  }),
};
