import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { referencesOf, releasedImages, releaseValues } from './release-values.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const names = ['ingestion', 'tagging', 'analytics', 'gateway', 'cli'];
const digestOf = (name: string) => `sha256:${String(names.indexOf(name)).repeat(64)}`;
const pushed = (name: string) => ({
  'image.name': `registry.example.org/team/skillstream/${name}:1.2.3`,
  'containerimage.digest': digestOf(name),
});
// As buildx writes it: a target each, and what else it knows.
const metadata: Record<string, unknown> = {
  'buildx.build.warnings': [],
  ...Object.fromEntries(names.map((name) => [`${name}-multi`, pushed(name)])),
};

const registry = 'registry.example.org/team';
const valuesOfRelease = () => parse(releaseValues(releasedImages(metadata))) as Record<string, unknown>;

test('every image is named by its digest, in the release values and for who signs them', () => {
  const imageOf = (name: string) => ({ image: { digest: digestOf(name) } });
  expect(valuesOfRelease()).toEqual({
    global: { image: { servicesRegistry: registry } },
    ...Object.fromEntries(
      ['ingestion', 'tagging', 'analytics', 'gateway'].map((name) => [name, imageOf(name)]),
    ),
    generator: imageOf('cli'),
    tokens: imageOf('cli'),
    engines: { kafka: { rights: imageOf('ingestion') } },
  });
  const references = referencesOf(releasedImages(metadata));
  expect(references).toContain(`${registry}/skillstream/cli@sha256:${'4'.repeat(64)}`);
  expect(references).toHaveLength(5);
});

test('the charts have each of these values, and the repository whose digest it is', () => {
  const { global: _, generator, tokens, engines, ...services } = valuesOfRelease();
  expect([generator, tokens, engines]).not.toContain(undefined);
  const chart = (name: string) => parse(read(`charts/${name}/values.yaml`)) as object;
  const image = (name: string) => ({ digest: '', repository: `skillstream/${name}` });
  expect(chart('skillstream')).toMatchObject({
    generator: { image: image('cli') },
    tokens: { image: image('cli') },
  });
  expect(chart('engines')).toMatchObject({ kafka: { rights: { image: image('ingestion') } } });
  const { dependencies } = parse(read('charts/skillstream/Chart.yaml')) as {
    dependencies: { name: string }[];
  };
  for (const name of Object.keys(services)) {
    expect(dependencies.map((one) => one.name)).toContain(name);
    expect(chart(name)).toMatchObject({ image: image(name) });
  }
});

test('what the release builds is what the values name', () => {
  const bake = `${read('docker/docker-bake.hcl')}${read('docker/release-bake.hcl')}`;
  expect(bake).toContain('group "release" { targets = ["multi", "cli-multi"] }');
  expect(bake.match(/matrix += \{ service = (\[.*?\]) \}/g)).toHaveLength(2);
  for (const [, matrix] of bake.matchAll(/matrix += \{ service = (\[.*?\]) \}/g))
    expect([...(JSON.parse(matrix!) as string[]), 'cli']).toEqual(names);
});

describe('a release is refused', () => {
  const without = Object.fromEntries(Object.entries(metadata).filter(([name]) => name !== 'cli-multi'));
  test.each<[string, Record<string, unknown>, string]>([
    ['that lacks an image', without, 'the images are analytics, gateway, ingestion, tagging, not'],
    ['without any', {}, 'the images are none, not'],
    [
      'with an image twice',
      { ...metadata, again: pushed('gateway') },
      'the images are analytics, cli, gateway, gateway, ingestion, tagging, not',
    ],
    [
      'with an image without a digest',
      { ...metadata, 'cli-multi': { 'image.name': pushed('cli')['image.name'] } },
      'cli-multi: cli has no digest',
    ],
    [
      'with an image of somebody else',
      { ...metadata, 'cli-multi': { ...pushed('cli'), 'image.name': 'other/cli:1' } },
      'cli-multi: other/cli:1 is no image of ours',
    ],
    [
      'from two registries',
      { ...metadata, 'cli-multi': { ...pushed('cli'), 'image.name': 'other.example.org/skillstream/cli:1' } },
      'the images are in',
    ],
  ])('%s', (_what, given, message) => {
    expect(() => releasedImages(given)).toThrow(message);
  });
});
