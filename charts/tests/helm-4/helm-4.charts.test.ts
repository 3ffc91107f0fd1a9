import { describe, expect, test } from '@jest/globals';
import { lint, notes, refusal, render, use, type Values } from '../helm.ts';
import { charts } from '../set-up.ts';
import { one, type Manifest } from '../manifest.ts';
import { renderSeeing } from '../seeing-helm.ts';
import { startStubCluster } from '../stub-cluster.ts';
import { variants } from '../variants.ts';
import { prepareHelm4 } from './prepare-helm-4.ts';

// Everywhere else the suite has the helm of the PATH. What both make of the charts has to be the same.
const program = prepareHelm4((line) => process.stderr.write(`${line}\n`));

/** What helm 4 makes of it. */
const by4 = <T>(what: () => T): T => {
  use(program);
  try {
    return what();
  } finally {
    use('helm');
  }
};

// Made anew by every run: passwords, the key, and what is a checksum of them.
const stable = (manifests: Manifest[]) =>
  manifests
    .filter(({ metadata }) => !metadata.name.endsWith('-engines'))
    .map(
      (one) =>
        JSON.parse(JSON.stringify(one).replace(/"checksum\/secrets":"[0-9a-f]+"/g, '"":""')) as Manifest,
    )
    .sort((a, b) => `${a.kind}/${a.metadata.name}`.localeCompare(`${b.kind}/${b.metadata.name}`));

describe('helm 4', () => {
  test.each(Object.entries(variants))('renders %s as helm 3 does', (_name, values) => {
    expect(by4(() => stable(render(values)))).toEqual(stable(render(values)));
  });

  test.each(['on', 'n9', 'y'])('has the name %s as a text', (release) => {
    const rendered = (): Manifest[] => stable(render({}, 'skillstream', release, '1'));
    expect(by4(rendered)).toEqual(rendered());
  });

  test.each<[string, Values, string, string]>([
    ['no image', { global: { image: { tag: '' } } }, 'sk', 'no image is named'],
    ['null for a map', { gateway: { probes: null } }, 'sk', "missing property 'probes'"],
    ['a word for a number', { gateway: { replicas: 'two' } }, 'sk', "at '/replicas'"],
    ['an unknown value', { gateway: { replica: 2 } }, 'sk', "'replica'"],
    ['a name with a dot', {}, 'jobs.eu', 'its Services are named after it'],
    [
      'fewest above most',
      { ingestion: { autoscaling: { enabled: true, minReplicas: 9 } } },
      'sk',
      'autoscaling.minReplicas 9 is above',
    ],
  ])('refuses %s in the same words', (_what, values, release, words) => {
    expect(refusal(values, 'skillstream', release)).toContain(words);
    expect(by4(() => refusal(values, 'skillstream', release))).toContain(words);
  });

  test('leaves out a probe for which the values say null', () => {
    const values = { gateway: { probes: { startup: null } } };
    expect(by4(() => stable(render(values)))).toEqual(stable(render(values)));
    expect(
      JSON.stringify(
        one(
          by4(() => render(values)),
          'Deployment',
          'sk-gateway',
        ),
      ),
    ).not.toContain('startupProbe');
  });

  test('refuses another claim than a StatefulSet has', async () => {
    const cluster = await startStubCluster();
    cluster.reset('demo');
    cluster.put({ ...one(render(), 'StatefulSet', 'sk-kafka'), apiVersion: 'apps/v1' });
    const seeing = { address: cluster.address, program };
    expect(await renderSeeing(seeing)).not.toEqual([]);
    const values = { engines: { kafka: { size: '16Gi' } } };
    await expect(renderSeeing(seeing, values)).rejects.toThrow('kafka.size 8Gi, not 16Gi');
    await cluster.stop();
  });

  test.each(charts)('says the same about %s, and finds nothing in it', (chart) => {
    expect(by4(() => notes(chart))).toBe(notes(chart));
    expect(by4(() => lint(chart))).toBe('');
  });
});
