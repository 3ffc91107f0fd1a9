import { describe, expect, test } from '@jest/globals';
import { dockerWith, serviceNames } from './docker/docker.ts';

type Target = {
  args: Record<string, string>;
  tags: string[];
  labels?: Record<string, string>;
  platforms?: string[];
  attest?: { type: string; mode?: string }[];
};
const files = ['docker/docker-bake.hcl', 'docker/release-bake.hcl'];
const digest = `sha256:${'ab'.repeat(32)}`;
const released = {
  REGISTRY: 'ghcr.io/somebody/',
  TAG: '1.2.3',
  REVISION: 'c'.repeat(40),
  SOURCE: 'https://example.org/skillstream',
  SYNTAX_IMAGE: `docker/dockerfile:1@${digest}`,
  BUILD_IMAGE: `node:24-slim@${digest}`,
  RUN_IMAGE: `example.org/node:24@${digest}`,
};

/** What would be built; no engine is asked. */
const print = async (from: string[], target: string, env: Record<string, string>) => {
  const flags = from.flatMap((file) => ['-f', file]);
  const printed = await dockerWith(env)('buildx', 'bake', ...flags, '--print', target);
  return Object.values((JSON.parse(printed) as { target: Record<string, Target> }).target);
};
const release = (changed: Partial<typeof released> = {}) =>
  print(files, 'release', { ...released, ...changed });

test('a laptop builds the four services as dev, over bases by their tags, attested by nobody', async () => {
  const targets = await print(files.slice(0, 1), 'default', {});
  expect(targets.flatMap(({ tags }) => tags).sort()).toEqual(
    serviceNames.map((name) => `skillstream/${name}:dev`).sort(),
  );
  for (const { args, attest } of targets) {
    expect(args['RUN_IMAGE']).not.toContain('@');
    expect(attest).toBeUndefined();
  }
});

test('a release is all five images for two processors, by digests of their bases, with provenance and an SBOM', async () => {
  const targets = await release();
  expect(targets.flatMap(({ tags }) => tags).sort()).toEqual(
    [...serviceNames, 'cli'].map((name) => `ghcr.io/somebody/skillstream/${name}:1.2.3`).sort(),
  );
  for (const target of targets) {
    expect(target.platforms).toEqual(['linux/amd64', 'linux/arm64']);
    expect(target.attest).toEqual([{ type: 'provenance', mode: 'max' }, { type: 'sbom' }]);
    expect(target.args).toMatchObject({
      VERSION: '1.2.3',
      REVISION: released.REVISION,
      BUILD_IMAGE: released.BUILD_IMAGE,
      RUN_IMAGE: released.RUN_IMAGE,
      BUILDKIT_SYNTAX: released.SYNTAX_IMAGE,
    });
    expect(target.labels).toMatchObject({
      'org.opencontainers.image.source': released.SOURCE,
      'org.opencontainers.image.base.name': 'example.org/node:24',
      'org.opencontainers.image.base.digest': digest,
    });
  }
});

describe('a release is refused', () => {
  test.each<[Partial<typeof released>, string]>([
    [{ TAG: 'dev' }, 'TAG is the version of a release, like 1.2.3: never dev.'],
    [{ TAG: 'latest' }, 'TAG is the version of a release'],
    [{ REGISTRY: '' }, 'REGISTRY is where to push'],
    [{ REVISION: 'unknown' }, 'REVISION is the commit of the release'],
    [{ SOURCE: '' }, 'SOURCE is the address of the sources'],
    [{ BUILD_IMAGE: 'node:24-slim' }, 'BUILD_IMAGE has no digest'],
    [{ RUN_IMAGE: 'example.org/node:24' }, 'RUN_IMAGE has no digest'],
    [{ SYNTAX_IMAGE: 'docker/dockerfile:1' }, 'SYNTAX_IMAGE has no digest'],
  ])('with %j', async (changed, reason) => {
    await expect(release(changed)).rejects.toThrow(reason);
  });

  test('without the file that checks it', async () => {
    await expect(print(files.slice(0, 1), 'release', released)).rejects.toThrow(
      'failed to find target release',
    );
  });
});
