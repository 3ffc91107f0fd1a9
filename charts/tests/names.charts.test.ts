import { describe, expect, test } from '@jest/globals';
import { allowedEdges } from './edges.ts';
import { render } from './helm.ts';
import { ofKind, podsOf, type Manifest } from './manifest.ts';

const everything = {
  generator: { enabled: true },
  tagging: { keda: { enabled: true } },
  analytics: { keda: { enabled: true } },
  gateway: { autoscaling: { enabled: true }, ingress: { enabled: true } },
  global: { monitoring: { podSelector: { app: 'prometheus' }, serviceMonitor: { enabled: true } } },
};
const released = (release: string) => render(everything, 'skillstream', release);

// Helm's longest name. Two of it that differ in the last letter alone, and so would be cut to the same.
const long = 'long-release-name-'.repeat(3).slice(0, 52);
const [first, second] = [`${long}1`, `${long}2`].map(released) as [Manifest[], Manifest[]];
const idOf = ({ kind, metadata }: Manifest) => `${kind}/${metadata.name}`;

// What Kubernetes makes labels or host names of, and what it appends: a revision to a StatefulSet's.
const longest: Record<string, number> = { Service: 63, Job: 63, Deployment: 63, StatefulSet: 52 };

describe('a release with a name of 53 letters', () => {
  test('has no object whose name is too long for what Kubernetes makes of it', () => {
    for (const { kind, metadata } of first)
      expect(metadata.name.length).toBeLessThanOrEqual(longest[kind] ?? 253);
    expect(ofKind(first, 'StatefulSet')).toHaveLength(3);
  });

  test('has no label that is too long', () => {
    const labels = [
      ...first.map(({ metadata }) => metadata.labels ?? {}),
      ...podsOf(first).map((pod) => pod.labels),
    ];
    for (const value of labels.flatMap(Object.values)) expect(value).toMatch(/^[a-zA-Z0-9._-]{0,63}$/);
  });

  test('shares no object with another of such a name', () => {
    const ids = new Set(first.map(idOf));
    expect(second.map(idOf).filter((id) => ids.has(id))).toEqual([]);
    expect(second).toHaveLength(first.length);
  });

  test('keeps the names of a short one where they fit', () => {
    const names = (kind: string) => ofKind(released('sk'), kind).map(({ metadata }) => metadata.name);
    expect(names('StatefulSet')).toEqual(['sk-kafka', 'sk-mongodb', 'sk-valkey']);
    expect(names('Job')).toEqual([expect.stringMatching(/^sk-kafka-rights-[0-9a-f]{8}$/)]);
  });
});

const plain = released('sk');
const parts = [...new Set(plain.map(({ metadata }) => metadata.name.replace(/^sk-/, '')))];

describe('two releases in one namespace', () => {
  test.each(['sk2', 'sk-sk', ...parts.map((part) => `sk-${part}`)])('sk and %s share no object', (name) => {
    const ids = new Set(plain.map(idOf));
    expect(
      released(name)
        .map(idOf)
        .filter((id) => ids.has(id)),
    ).toEqual([]);
  });

  test('have engines of their own each, so topics, groups and transactional ids are apart', () => {
    const engines = (manifests: Manifest[]) =>
      ofKind(manifests, 'ConfigMap').flatMap(({ data = {} }) =>
        Object.entries(data).filter(([key]) => /^(KAFKA_BROKERS|MONGO_URL|REDIS_URL)$/.test(key)),
      );
    const [here, there] = [engines(plain), engines(released('sk-2'))];
    expect(new Set(here.map(([key]) => key)).size).toBe(3);
    const addresses = new Set(here.map(([, value]) => value));
    expect(there.filter(([, value]) => addresses.has(value))).toEqual([]);
    expect(there).toHaveLength(here.length);
  });

  test('do not reach one another', () => {
    const own = [plain, released('sk-2')];
    const together = allowedEdges(own.flat());
    expect(together).toEqual(own.flatMap(allowedEdges).sort());
    expect(together.length).toBeGreaterThan(20);
  });
});
