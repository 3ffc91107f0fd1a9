import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { baseImages, byDigest } from './base-images.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const digest = `sha256:${'ab'.repeat(32)}`;
const index = 'application/vnd.oci.image.index.v1+json';

test('the images that ours are built by are those of the Dockerfile, and a laptop takes the same by bake', () => {
  const images = baseImages(read('docker/Dockerfile'));
  expect(Object.keys(images)).toEqual(['SYNTAX_IMAGE', 'BUILD_IMAGE', 'RUN_IMAGE']);
  const bake = read('docker/docker-bake.hcl');
  for (const name of ['BUILD_IMAGE', 'RUN_IMAGE'])
    expect(bake).toContain(`variable "${name}" { default = "${images[name]}" }`);
});

test('each of them has a digest in a release, which refuses it without', () => {
  const bake = read('docker/release-bake.hcl');
  for (const name of Object.keys(baseImages(read('docker/Dockerfile'))))
    expect(bake).toContain(`can(regex("@sha256:[0-9a-f]{64}$", ${name}))`);
});

test('a Dockerfile without images is refused', () => {
  expect(() => baseImages('FROM scratch\n')).toThrow('the Dockerfile names no images');
});

describe('an image by its digest', () => {
  test('keeps its tag, for people', () => {
    expect(byDigest('node:24', JSON.stringify({ digest, mediaType: index }))).toBe(`node:24@${digest}`);
  });

  test.each([
    [{ mediaType: index }, 'node:24 has no digest'],
    [{ digest: 'sha256:1', mediaType: index }, 'node:24 has no digest'],
    [
      { digest, mediaType: 'application/vnd.oci.image.manifest.v1+json' },
      'node:24 is for one processor alone',
    ],
  ])('is refused where the registry says %j', (manifest, fault) => {
    expect(() => byDigest('node:24', JSON.stringify(manifest))).toThrow(fault);
  });
});
