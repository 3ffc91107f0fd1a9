import { describe, expect, test } from '@jest/globals';
import { external } from './external.ts';
import { render, type Values } from './helm.ts';
import type { Manifest } from './manifest.ts';
import { variants } from './variants.ts';

// Words that YAML 1.1, which Helm reads, takes for something else than a text.
const words = ['on', 'y', 'null', '1', '1e3', '0x1f'];
const texts =
  /^(name|namespace|key|secretName|serviceAccountName|serviceName|priorityClassName|ingressClassName|schedulerName|topologyKey|storageClassName|value|image|username)$/;
const maps = /^(labels|annotations|matchLabels|nodeSelector|data|stringData|podSelector)$/;

/** Where something else stands than the text that Kubernetes wants. */
const faults = (value: unknown, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): string[] => {
    const here = `${path}/${key}`;
    const scalar = typeof inner !== 'object' || inner === null;
    if (scalar && typeof inner !== 'string' && texts.test(key)) return [here];
    const own = maps.test(key) && !scalar ? Object.entries(inner) : [];
    const wrong = own.filter(([, one]) => one === null || /number|boolean/.test(typeof one));
    return [...wrong.map(([name]) => `${here}/${name}`), ...faults(inner, here)];
  });
};
const faultsOf = (manifests: Manifest[]) =>
  manifests.flatMap((one) => faults(one, `${one.kind}/${one.metadata.name}`));

describe.each(Object.entries(variants))('in a release with %s', (_name, values) => {
  test.each([
    ['on', '1'],
    ['y', 'on'],
    ['n9', '1e3'],
    ['null', 'null'],
  ])('the name %s in the namespace %s is a text everywhere', (release, namespace) => {
    expect(faultsOf(render(values, 'skillstream', release, namespace))).toEqual([]);
  });
});

const secret = (word: string) => ({ existingSecret: { name: 'mine', passwordKey: word } });
const wordy = (word: string): Values => {
  const { global } = external;
  const name = /^[a-z0-9]+$/.test(word) ? word : 'w';
  const part = {
    priorityClassName: name,
    serviceAccount: { name },
    nodeSelector: { zone: word },
    podLabels: { team: word },
    podAnnotations: { team: word },
    service: { annotations: { team: word } },
    image: { tag: word },
    topologySpread: { topologyKeys: [word] },
  };
  // One service makes an account, the others use it.
  const other = { ...part, serviceAccount: { create: false, name } };
  return {
    ...external,
    global: {
      ...global,
      image: { tag: word, pullSecrets: [name] },
      kafka: {
        ...global.kafka,
        tls: { enabled: true, caSecret: { name, key: word } },
        sasl: { mechanism: 'plain', username: word },
        existingSecret: { name, passwordKey: word },
      },
      mongodb: { ...global.mongodb, ...secret(word), username: word, authSource: word },
      redis: { ...global.redis, ...secret(word), username: word },
      auth: { ...global.auth, audience: word, caSecret: { name, key: word } },
      tracing: { endpoint: 'http://c:4318', headersSecret: { name, key: word } },
      networkPolicy: { dns: { namespace: name } },
      monitoring: {
        namespaceSelector: { team: word },
        serviceMonitor: { enabled: true, labels: { team: word } },
      },
    },
    dashboards: { enabled: true, labels: { team: word } },
    prometheusRule: { enabled: true, labels: { team: word } },
    generator: { enabled: true, token: { existingSecret: { name, key: word } } },
    test: { token: { existingSecret: { name, key: word } } },
    ingestion: { ...part, database: word },
    tagging: { ...other, taxonomy: { configMap: name }, keda: { enabled: true } },
    analytics: { ...other, reports: { configMap: name }, database: `${word}2` },
    gateway: { ...other, ingress: { enabled: true, className: name, hosts: [name] } },
  };
};

test.each(words)('%s is a text wherever the values have it', (word) => {
  expect(faultsOf(render(wordy(word)))).toEqual([]);
  const name = /^[a-z0-9]+$/.test(word) ? word : 'w';
  const placed = { persistence: { storageClass: name }, priorityClassName: name, podLabels: { team: word } };
  const made = { demoKey: { existingSecret: { publicKey: word, privateKey: `${word}-key` } } };
  const own = { kafka: { existingSecret: { passwordKey: word } }, mongodb: secret(word) };
  for (const global of [own, { auth: made }]) expect(faultsOf(render({ global }))).toEqual([]);
  const engines = { ...placed, kafka: { image: { tag: word } } };
  const auth = { demoKey: { existingSecret: { name: 'mine', publicKey: word, privateKey: word } } };
  expect(faultsOf(render({ engines, global: { auth, kafka: { existingSecret: { name } } } }))).toEqual([]);
});
