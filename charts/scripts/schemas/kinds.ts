/** A JSON schema (draft 7), as Helm reads it. */
export type Schema = { [key: string]: unknown };

/** An object with exactly these properties; a name that is not among them is refused. */
export const closed = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
});

/** An object of Kubernetes' own, which the API server checks. */
export const anything: Schema = { type: 'object' };
export const flag: Schema = { type: 'boolean' };
export const text: Schema = { type: 'string' };
/** Text of one form, a regular expression. */
export const matching = (pattern: string): Schema => ({ type: 'string', pattern });
export const texts: Schema = { type: 'array', items: text };
export const objects: Schema = { type: 'array', items: anything };
/** Objects of Kubernetes' own that have at least these properties, which are texts. */
export const named = (...keys: string[]): Schema => ({
  type: 'array',
  items: {
    type: 'object',
    required: keys,
    properties: Object.fromEntries(keys.map((key) => [key, { type: 'string', minLength: 1 }])),
  },
});
/** Whole objects; a release is stored in a Secret, which has room for a megabyte. */
export const extraObjects: Schema = {
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata'],
    properties: {
      apiVersion: { type: 'string', minLength: 1 },
      kind: { type: 'string', minLength: 1 },
      metadata: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 1 } },
      },
    },
  },
};
const without = (names: string) => ({ [names]: { not: {} } });
/** A name as Kubernetes has them: the part before its slash, which may be missing, is one of DNS, of these letters. */
const qualifiedName = (letters: string): string =>
  `^([${letters}0-9]([${letters}0-9.-]{0,251}[${letters}0-9])?/)?` +
  '[a-zA-Z0-9]([a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?$';
/** The name of a label. */
export const labelName = qualifiedName('a-z');
/** The name of an annotation, at which Kubernetes looks without its case. */
const annotationName = qualifiedName('a-zA-Z');
const labelValue = matching('^([a-zA-Z0-9]([a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?)?$');
/** Labels by which something is found that is not ours. */
export const foundBy: Schema = {
  type: 'object',
  additionalProperties: false,
  patternProperties: { [labelName]: labelValue },
};
/** Labels besides the charts' own: by those selectors find pods, and they never change. */
export const moreLabels: Schema = {
  type: 'object',
  additionalProperties: false,
  patternProperties: {
    ...without(
      '^(app\\.kubernetes\\.io/(name|instance|part-of|managed-by|version)|helm\\.sh/chart|skillstream\\.dev/.*' +
        // Those of Jobs, which Kubernetes sets itself.
        '|(batch\\.kubernetes\\.io/)?(controller-uid|job-name))$',
    ),
    [labelName]: labelValue,
  },
};
const annotationsWithout = (names: string): Schema => ({
  type: 'object',
  additionalProperties: false,
  patternProperties: { ...without(names), [annotationName]: text },
});
/** Annotations of objects: by Helm's own one would become a hook, or another release's. */
export const annotations: Schema = annotationsWithout('^(meta\\.helm\\.sh/|helm\\.sh/hook)');
/** Those of pods: by the charts' checksums they are replaced when their settings change. */
const podAnnotations: Schema = annotationsWithout('^checksum/');
/** Variables of a container, as Kubernetes has them. */
export const variables: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name'],
    properties: { name: matching('^[-._a-zA-Z][-._a-zA-Z0-9]*$'), value: text },
    not: { required: ['value', 'valueFrom'] },
  },
};
export const port: Schema = { type: 'integer', minimum: 1, maximum: 65_535 };
export const oneOf = (...words: string[]): Schema => ({ type: 'string', enum: words });
export const integer = (minimum: number, maximum?: number): Schema => ({
  type: 'integer',
  minimum,
  ...(maximum === undefined ? {} : { maximum }),
});
/** The same, and null: the chart then leaves it out. */
export const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema['type'], 'null'] });

/** A host by name or IPv4 address, or by IPv6 address in brackets; regular expressions of a part of a text. */
export const host = '(\\[[0-9a-fA-F:.]+\\]|[a-zA-Z0-9._-]+)';
/** A port from 1 to 65535, the same. */
export const portText =
  '([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])';
const hostAndPort = `${host}(:${portText})?`;
/** A URL by http or https without a log-in, or nothing; what may follow the host is another regular expression. */
export const optionalHttpUrl = (rest = '(/[^?#@\\s]*)?'): Schema =>
  matching(`^(https?://${hostAndPort}${rest})?$`);

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
/** Names of hosts as an Ingress or a route has them, of which the first label may be any: `*.example.org`. */
export const hostNames: Schema = {
  type: 'array',
  uniqueItems: true,
  // Neither takes an address.
  items: {
    ...matching(`^(\\*\\.)?${label}(\\.${label})*$`),
    maxLength: 253,
    not: { pattern: '^[0-9]+(\\.[0-9]+){3}$' },
  },
};

/** A time as Prometheus writes it, like 30s or 1m30s. */
export const duration: Schema = {
  ...matching('^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$'),
  minLength: 2,
};
/** A quantity of storage, like 8Gi, and not none. */
export const quantity = matching('^([1-9][0-9]*(\\.[0-9]+)?|0+\\.0*[1-9][0-9]*)(k|[MGTPE]|[KMGTPE]i)$');
export const optionalQuantity = matching('^([0-9]+(\\.[0-9]+)?(k|[MGTPE]|[KMGTPE]i))?$');
/** A name of an object in Kubernetes, or nothing. */
export const optionalName: Schema = { ...matching(`^(${label}(\\.${label})*)?$`), maxLength: 253 };
/** A name of an object in Kubernetes. */
export const objectName: Schema = { ...matching(`^${label}(\\.${label})*$`), maxLength: 253 };
/** A key of a Secret. */
export const secretKey: Schema = {
  ...matching('^[-._a-zA-Z0-9]+$'),
  maxLength: 253,
  not: { pattern: '^\\.\\.?$' },
};
/** What a container asks for, and what it may have, by name. Helm takes a null out of the values. */
const amounts: Schema = {
  type: 'object',
  additionalProperties: {
    type: ['string', 'number', 'null'],
    pattern: '^[0-9]+(\\.[0-9]+)?(e[0-9]{1,2}|m|k|[MGTPE]|[KMGTPE]i)?$',
    minimum: 0,
  },
};
export const resources: Schema = closed({ requests: amounts, limits: amounts });
export const registry = matching('^([a-zA-Z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)*/?)?$');
/** A tag of an image, or nothing. */
export const tag = matching('^([a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?$');
export const image: Schema = closed({
  registry,
  repository: matching('^[a-z0-9]+(([._/]|__|-+)[a-z0-9]+)*$'),
  tag,
  digest: matching('^(sha256:[0-9a-f]{64})?$'),
});
const count = (percent: string): Schema => ({ anyOf: [integer(0), matching(`^${percent}%$`)] });
/** How a Deployment replaces pods. */
export const strategy: Schema = closed({
  type: oneOf('RollingUpdate', 'Recreate'),
  rollingUpdate: closed({
    // No more pods than there are can be away.
    maxUnavailable: count('(0|[1-9][0-9]?|100)'),
    maxSurge: count('(0|[1-9][0-9]{0,2})'),
  }),
});
/** Security contexts of a pod and of its container, which Kubernetes checks. */
export const security: Record<string, Schema> = { podSecurityContext: anything, securityContext: anything };
/** On which nodes pods may be. */
export const nodes: Record<string, Schema> = {
  nodeSelector: foundBy,
  tolerations: objects,
  affinity: anything,
  priorityClassName: optionalName,
};
/** The same, and what pods carry. */
export const placement: Record<string, Schema> = {
  ...nodes,
  podLabels: moreLabels,
  podAnnotations,
};
