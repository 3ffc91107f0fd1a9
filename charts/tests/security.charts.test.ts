import { describe, expect, test } from '@jest/globals';
import { render, type Values } from './helm.ts';
import { podsOf } from './manifest.ts';

// Where each pod's contexts are in the values.
const places: Record<string, string[]> = {
  'sk-ingestion': ['ingestion'],
  'sk-tagging': ['tagging'],
  'sk-analytics': ['analytics'],
  'sk-gateway': ['gateway'],
  'sk-generator': ['generator'],
  'sk-test': ['test'],
  'sk-kafka': ['engines', 'kafka'],
  'sk-kafka-rights': ['engines', 'kafka', 'rights'],
  'sk-mongodb': ['engines', 'mongodb'],
  'sk-valkey': ['engines', 'valkey'],
};
const engines = ['kafka', 'mongodb', 'valkey'];
const ids = ['runAsUser', 'runAsGroup', 'fsGroup'];

const within = (place: string[], values: Values): Values =>
  place.reduceRight<Values>((inner, key) => ({ [key]: inner }), values);
const podsWith = (values: Values, name?: string) => {
  const generator = { ...(values['generator'] as Values | undefined), enabled: true };
  const found = podsOf(render({ ...values, generator }));
  return name ? found.filter((pod) => pod.name === name) : found;
};

test('every pod of a release has contexts of its own in the values', () => {
  expect(
    podsWith({})
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(places).sort());
});

describe('where the cluster chooses users and groups', () => {
  test('no pod names one, and all else stays', () => {
    for (const { spec, container } of podsWith({ global: { fixedUids: false } })) {
      expect(spec.securityContext).toEqual({
        runAsNonRoot: true,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(Object.keys(container.securityContext ?? {}).filter((key) => ids.includes(key))).toEqual([]);
    }
  });

  test.each(engines)('%s may be the only one that names none', (name) => {
    const pods = podsWith({ engines: { [name]: { uid: null } } });
    const without = pods.filter(({ spec }) => ids.every((id) => !(id in (spec.securityContext ?? {}))));
    expect(without.map((pod) => pod.name)).toEqual([`sk-${name}`]);
  });
});

describe.each(Object.entries(places))('%s', (name, place) => {
  test('is in the contexts that the values have', () => {
    const values = {
      podSecurityContext: { runAsUser: 1001, fsGroup: 1002, supplementalGroups: [7] },
      securityContext: { readOnlyRootFilesystem: false, seLinuxOptions: { level: 's0:c1,c2' } },
    };
    const [pod] = podsWith(within(place, values), name);
    expect(pod?.spec.securityContext).toMatchObject({ ...values.podSecurityContext, runAsNonRoot: true });
    expect(pod?.container.securityContext).toEqual({
      ...values.securityContext,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('has no field that is null there', () => {
    const values = {
      podSecurityContext: { fsGroupChangePolicy: null, seccompProfile: null },
      securityContext: { capabilities: null },
    };
    const [pod] = podsWith(within(place, values), name);
    const { fsGroupChangePolicy, seccompProfile, ...rest } = pod?.spec.securityContext ?? {};
    expect([fsGroupChangePolicy, seccompProfile]).toEqual([undefined, undefined]);
    expect(Object.keys(rest).sort()).toEqual([...ids, 'runAsNonRoot'].sort());
    expect(pod?.container.securityContext).not.toHaveProperty('capabilities');
  });
});

test.each(['ingestion', 'gateway'])('%s names no user where that alone is null', (name) => {
  const podSecurityContext = Object.fromEntries(ids.map((id) => [id, null]));
  const [pod] = podsWith({ [name]: { podSecurityContext } }, `sk-${name}`);
  expect(Object.keys(pod?.spec.securityContext ?? {}).filter((key) => ids.includes(key))).toEqual([]);
});
