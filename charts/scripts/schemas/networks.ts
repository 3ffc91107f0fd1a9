import { closed, foundBy, labelName, matching, oneOf, port, texts, type Schema } from './kinds.ts';

// Addresses, and who may talk to whom. Kubernetes drops a key of a NetworkPolicy that it does not know, and what is
// left lets in, or out, more than was meant: everything is closed here.
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const group = '[0-9a-fA-F]{1,4}';
/** An IPv4 address; regular expressions of a part of a text. */
export const ipv4 = `${byte}(\\.${byte}){3}`;
/** An IPv6 address, the same: of eight groups, or with a `::`, beside which it counts seven at most on either side. */
export const ipv6 =
  `((${group}:){7}${group}|(${group}(:${group}){0,6})?::(${group}(:${group}){0,6})?` +
  `|::([fF]{4}:)?${ipv4})`;
const cidr = matching(`^(${ipv4}/(3[0-2]|[12]?[0-9])|${ipv6}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$`);
export const cidrs: Schema = { type: 'array', items: cidr };
const ports: Schema = { type: 'array', items: port };

/** Pods or namespaces by their labels; without any it is all of them. */
const selector = closed({
  matchLabels: foundBy,
  matchExpressions: {
    type: 'array',
    items: closed(
      {
        key: matching(labelName),
        operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'),
        values: texts,
      },
      { required: ['key', 'operator'] },
    ),
  },
});
const block = closed({ cidr, except: cidrs }, { required: ['cidr'] });
/** Pods, or addresses, of a NetworkPolicy: never both in one. */
export const peers: Schema = {
  type: 'array',
  items: closed(
    { podSelector: selector, namespaceSelector: selector, ipBlock: block },
    { minProperties: 1, dependencies: { ipBlock: { maxProperties: 1 } } },
  ),
};
const rulePorts: Schema = {
  type: 'array',
  items: closed({
    protocol: oneOf('TCP', 'UDP', 'SCTP'),
    port: { anyOf: [port, matching('^[a-z0-9-]{1,15}$')] },
    endPort: port,
  }),
};
/** Rules of a NetworkPolicy that let in. */
export const ingressRules: Schema = { type: 'array', items: closed({ from: peers, ports: rulePorts }) };
/** The same that let out. */
export const egressRules: Schema = { type: 'array', items: closed({ to: peers, ports: rulePorts }) };
/** Where something outside of the release may be. */
export const egress: Schema = closed({ cidrs, peers, ports });
