import { describe, expect, test } from '@jest/globals';
import { refusal, render, type Values } from './helm.ts';
import { ofKind, podsOf, type Manifest } from './manifest.ts';
import { variants } from './variants.ts';

const commonLabels = { team: 'jobs', 'example.org/cost': '42' };
const commonAnnotations = { 'example.org/contact': 'jobs@example.org' };
const withAll = (values: Values): Values => ({
  ...values,
  global: { ...(values['global'] as Values | undefined), commonLabels, commonAnnotations },
});
const idOf = ({ kind, metadata }: Manifest) => `${kind}/${metadata.name.replace(/-[0-9a-f]{8}$/, '')}`;
// A release's own Secret is made anew each time where there is no cluster.
const selectorsOf = (manifests: Manifest[]) =>
  manifests.map((manifest) => [idOf(manifest), manifest.spec?.selector, manifest.spec?.podSelector]);

describe.each(Object.entries(variants))('labels and annotations of all, in %s', (_name, values) => {
  const [before, after] = [render(values), render(withAll(values))];

  test('are on every object, beside its own', () => {
    expect(after.map(idOf)).toEqual(before.map(idOf));
    after.forEach(({ metadata }, at) => {
      const { labels, annotations } = before[at]!.metadata;
      expect(metadata.labels).toEqual({ ...labels, ...commonLabels });
      expect(metadata.annotations).toEqual({ ...commonAnnotations, ...annotations });
    });
  });

  test('the labels are on every pod, too, and the annotations on none', () => {
    for (const { kind, labels, annotations } of podsOf(after)) {
      expect(labels).toMatchObject(commonLabels);
      if (kind !== 'Pod') expect(annotations).not.toHaveProperty(Object.keys(commonAnnotations));
    }
  });

  test('change no selector, and nothing of a volume', () => {
    expect(selectorsOf(after)).toEqual(selectorsOf(before));
    const claims = (manifests: Manifest[]) =>
      ofKind(manifests, 'StatefulSet').map(({ spec }) => spec.volumeClaimTemplates);
    expect(claims(after)).toEqual(claims(before));
  });
});

test("an object's own labels and annotations win over those of all", () => {
  const manifests = render({
    ...withAll({}),
    gateway: { podLabels: { team: 'web' }, service: { annotations: { 'example.org/contact': 'web' } } },
  });
  const gateway = podsOf(manifests).find(({ name }) => name === 'sk-gateway');
  expect(gateway?.labels).toMatchObject({ ...commonLabels, team: 'web' });
  const service = ofKind(manifests, 'Service').find(({ metadata }) => metadata.name === 'sk-gateway');
  expect(service?.metadata.annotations).toEqual({ 'example.org/contact': 'web' });
});

describe('what would break a release is refused', () => {
  test.each([
    ['app.kubernetes.io/name', 'x'],
    ['app.kubernetes.io/instance', 'x'],
    ['helm.sh/chart', 'x'],
    ['skillstream.dev/demo', 'false'],
  ])('a label %s of all, or of pods', (name, value) => {
    expect(refusal({ global: { commonLabels: { [name]: value } } })).toContain('commonLabels');
    expect(refusal({ gateway: { podLabels: { [name]: value } } })).toContain('podLabels');
    expect(refusal({ engines: { podLabels: { [name]: value } } })).toContain('podLabels');
  });

  test.each(['a b', '-a', 'a'.repeat(64)])('%s for a label', (value) => {
    expect(refusal({ global: { commonLabels: { team: value } } })).toContain('/global/commonLabels/team');
  });

  test.each(['helm.sh/hook', 'helm.sh/hook-weight', 'meta.helm.sh/release-name'])(
    'an annotation %s of all',
    (name) => {
      expect(refusal({ global: { commonAnnotations: { [name]: 'x' } } })).toContain('commonAnnotations');
    },
  );
});
