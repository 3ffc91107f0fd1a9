import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { releasedImages, releaseValues } from '../../scripts/release-values.ts';
import { alone } from './alone.ts';
import { refusal, render, renderAlone, type Values } from './helm.ts';
import { podsOf } from './manifest.ts';

const digest = `sha256:${'0'.repeat(64)}`;
/** As the charts are: without the tag that tests have everywhere else. */
const untold = { global: { image: { tag: '' } } };
const imagesOf = (values: Values) => podsOf(render(values)).map(({ container }) => container.image);
const imagesOfGateway = ({ global, ...values }: { global: Values; image?: Values }) => {
  const { global: shared, ...own } = alone['gateway'] as { global: Values };
  const manifests = renderAlone({ ...own, ...values, global: { ...shared, ...global } }, 'gateway');
  return podsOf(manifests).map(({ container }) => container.image);
};

describe('where nothing says where our images are, the chart refuses and names the next command', () => {
  const wanted = [
    'docker buildx bake -f docker/docker-bake.hcl',
    'kind load docker-image',
    '--set global.image.tag=',
    '--set global.image.servicesRegistry=',
    '--values release-values.yaml',
  ];

  test.each(['ingestion', 'tagging', 'analytics', 'gateway', 'engines', 'skillstream'])('%s', (chart) => {
    const message = refusal(untold, chart);
    expect(message).toMatch(/: no image is named: skillstream\/[a-z]+ is in no public registry/);
    for (const part of wanted) expect(message).toContain(part);
  });

  test('the generator', () => {
    const own = { image: { tag: 'dev' } };
    const parts = { ingestion: own, tagging: own, analytics: own, gateway: own };
    const engines = { kafka: { rights: own } };
    expect(imagesOf({ ...untold, ...parts, engines })).toContain('skillstream/gateway:dev');
    expect(refusal({ ...untold, ...parts, engines, generator: { enabled: true } })).toContain(
      'generator: no image is named: skillstream/cli',
    );
  });
});

describe('what says where they are', () => {
  test.each<[string, Values, string]>([
    ['a tag, of images that were loaded onto the nodes', { tag: 'dev' }, 'skillstream/gateway:dev'],
    [
      'a registry, which has the chart’s own version',
      { registry: 'registry.example.org/team' },
      'registry.example.org/team/skillstream/gateway:0.1.0',
    ],
    [
      'both',
      { registry: 'registry.example.org', tag: '1.2.3' },
      'registry.example.org/skillstream/gateway:1.2.3',
    ],
  ])('%s', (_what, image, reference) => {
    expect(imagesOfGateway({ global: { image: { tag: '', ...image } } })).toEqual([reference]);
    expect(imagesOfGateway({ ...untold, image })).toEqual([reference]);
  });

  test('a digest', () => {
    expect(imagesOfGateway({ ...untold, image: { digest } })).toEqual([`skillstream/gateway@${digest}`]);
  });
});

test('an image that is always pulled needs a registry', () => {
  const image = { tag: 'dev', pullPolicy: 'Always' };
  expect(refusal({ global: { image } })).toContain(
    'global.image.pullPolicy is Always, so global.image.servicesRegistry or image.registry is needed',
  );
  expect(imagesOf({ global: { image: { ...image, registry: 'r.example.org' } } })).toContain(
    'r.example.org/skillstream/gateway:dev',
  );
});

test('every image of ours is of the registry that the values name for them', () => {
  const global = { image: { tag: '1.2.3', servicesRegistry: 'r.example.org' } };
  const ours = { generator: { enabled: true }, tokens: { enabled: true } };
  const images = JSON.stringify(render({ global, ...ours })).match(/[^"]*skillstream\/[a-z]+:1\.2\.3/g)!;
  expect(new Set(images.map((image) => image.replace(/[a-z]+:1/, '…:1')))).toEqual(
    new Set(['r.example.org/skillstream/…:1.2.3']),
  );
  expect(images).toHaveLength(8);
});

test('an engine’s image without a tag and a digest is refused', () => {
  expect(refusal({ engines: { kafka: { image: { tag: '' } } } })).toContain(
    'kafka: the image apache/kafka needs a tag or a digest',
  );
});

const engines = ['apache/kafka:4.1.0', 'mongo:8', 'valkey/valkey:8'];
const ours = ['analytics', 'gateway', 'gateway', 'ingestion', 'ingestion', 'tagging'];

test('a registry of our images alone is not that of the engines', () => {
  const image = { registry: 'mirror.example.org', servicesRegistry: 'r.example.org', tag: '1.0.0' };
  const own = ours.map((name) => `r.example.org/skillstream/${name}:1.0.0`);
  expect(imagesOf({ global: { image } }).sort()).toEqual(
    [...own, ...engines.map((name) => `mirror.example.org/${name}`)].sort(),
  );
});

test('the values of a release name every image of ours by its digest, and leave the engines alone', () => {
  const pushed = (name: string) => ({
    'image.name': `ghcr.io/owner/skillstream/${name}:1.2.3`,
    'containerimage.digest': digest,
  });
  const built = ['ingestion', 'tagging', 'analytics', 'gateway', 'cli'].map((name) => [name, pushed(name)]);
  const values = parse(releaseValues(releasedImages(Object.fromEntries(built)))) as Values & {
    global: { image: object };
    generator: object;
  };
  const global = { image: { ...values.global.image, tag: '' } };
  const images = imagesOf({ ...values, global, generator: { ...values.generator, enabled: true } });
  const own = [...ours, 'cli'].map((name) => `ghcr.io/owner/skillstream/${name}@${digest}`);
  expect(images.sort()).toEqual([...own, ...engines].sort());
});
