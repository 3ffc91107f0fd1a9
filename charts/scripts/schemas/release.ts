import { scopeNames } from '../../../packages/contracts/src/index.ts';
import { globalSchema } from './global.ts';
import * as k from './kinds.ts';
import * as networks from './networks.ts';
import { serviceSchemas } from './services.ts';

const engine = (own: Record<string, k.Schema>): k.Schema =>
  k.closed({
    image: k.image,
    // Only root may not run here, as `restricted` wants it.
    uid: k.orNull(k.integer(1)),
    ...k.security,
    size: k.quantity,
    resources: k.resources,
    networkPolicy: k.closed({ extraIngress: networks.ingressRules }),
    ...own,
  });

const engines = k.closed({
  global: globalSchema,
  common: k.anything,
  // The umbrella's condition.
  enabled: k.flag,
  secret: k.closed({ withoutCluster: k.oneOf('refuse', 'omit', 'generate') }),
  headlessServices: k.closed({ govern: k.flag }),
  persistence: k.closed({
    enabled: k.flag,
    storageClass: k.optionalName,
    whenDeleted: k.oneOf('Retain', 'Delete'),
  }),
  kafka: engine({
    rights: k.closed({ image: k.image, ...k.security, resources: k.resources }),
    // The heap begins with 64m.
    heap: k.matching('^((6[4-9]|[7-9][0-9]|[1-9][0-9]{2,5})m|[1-9][0-9]{0,2}g)$'),
    dataInMemory: k.closed({ size: k.optionalQuantity }),
  }),
  mongodb: engine({
    // `helm --set` makes a text of a number with a point.
    cacheSizeGB: {
      anyOf: [
        { type: 'number', minimum: 0.25 },
        k.matching('^(0\\.(2[5-9]|[3-9])[0-9]{0,9}|[1-9][0-9]{0,5}(\\.[0-9]{1,9})?)$'),
      ],
    },
  }),
  valkey: engine({ maxmemory: k.matching('^[0-9]+(kb|mb|gb)$') }),
  // An engine has one pod, so there is nothing to roll but that.
  updateStrategy: k.closed({ type: k.oneOf('RollingUpdate', 'OnDelete') }),
  revisionHistoryLimit: k.integer(0, 100),
  terminationGracePeriodSeconds: k.integer(1, 3600),
  ...k.placement,
});

// What stands below a part's name is checked by that part's own schema.
const parts = Object.fromEntries(Object.keys(serviceSchemas).map((name) => [name, k.anything]));

const skillstream = k.closed({
  global: globalSchema,
  common: k.anything,
  engines: k.anything,
  ...parts,
  prometheusRule: k.closed({
    enabled: k.flag,
    labels: k.moreLabels,
    // No quote, which would end a text of the rules, nothing that a replacement takes for a group, and no template.
    runbookBaseUrl: k.matching('^(https?://[^?#@${}\'"\\\\\\s]+)?$'),
  }),
  dashboards: k.closed({ enabled: k.flag, labels: k.moreLabels, annotations: k.annotations }),
  extraObjects: k.extraObjects,
  generator: k.closed({
    enabled: k.flag,
    rate: k.integer(1, 5000),
    minutes: k.integer(1, 1440),
    seed: k.integer(0, 1_000_000_000),
    image: k.image,
    token: k.closed({ existingSecret: k.closed({ name: k.optionalName, key: k.secretKey }) }),
    revisionHistoryLimit: k.integer(0, 100),
    ...k.security,
    ...k.nodes,
    resources: k.resources,
  }),
  tokens: k.closed({
    enabled: k.flag,
    scopes: { type: 'array', minItems: 1, items: k.oneOf(...scopeNames) },
    minutes: k.integer(1, 10_080),
    image: k.image,
    ...k.security,
    ...k.nodes,
    resources: k.resources,
  }),
  test: k.closed({
    resources: k.resources,
    timeoutMs: k.integer(1000),
    ...k.security,
    ...k.nodes,
    token: k.closed({ existingSecret: k.closed({ name: k.optionalName, key: k.secretKey }) }),
  }),
});

/** The schema of each chart's values. */
export const schemas: Record<string, k.Schema> = { ...serviceSchemas, engines, skillstream };
