import { beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { buildImages, docker, imageOf, serviceNames } from './docker/docker.ts';

const BASE = 'gcr.io/distroless/nodejs24-debian12:nonroot';
const MB = 1_000_000;
const size = async (image: string) => Number(await docker('image', 'inspect', '-f', '{{.Size}}', image));
/** What nothing answers: a service must not care when it starts. */
const nowhere = [
  'KAFKA_BROKERS=127.0.0.1:1',
  'MONGO_URL=mongodb://127.0.0.1:1/x',
  'REDIS_URL=redis://127.0.0.1:1',
];

// A build does not leave its base among the images that can be asked for.
const fetchBase = () => docker('image', 'inspect', BASE).catch(() => docker('pull', BASE));
beforeAll(() => Promise.all([buildImages(), fetchBase()]), 600_000);

describe.each(serviceNames)('the image of %s', (service) => {
  const image = imageOf(service);

  test('adds at most 80 MB to its base, and says what it is', async () => {
    const added = ((await size(image)) - (await size(BASE))) / MB;
    process.stdout.write(`${image} adds ${added.toFixed(1)} MB\n`);
    expect(added).toBeLessThanOrEqual(80);
    const labels = JSON.parse(await docker('image', 'inspect', '-f', '{{json .Config.Labels}}', image));
    expect(labels).toMatchObject({
      'org.opencontainers.image.title': `skillstream-${service}`,
      'org.opencontainers.image.licenses': 'Apache-2.0',
    });
    expect(await docker('image', 'inspect', '-f', '{{.Config.User}}', image)).toBe('65532:65532');
  });

  test('has no shell and lists what is in it', async () => {
    await expect(docker('run', '--rm', '--entrypoint', '/bin/sh', image, '-c', 'true')).rejects.toThrow();
    const print = "process.stdout.write(require('node:fs').readFileSync('sbom.json'))";
    const sbom = JSON.parse(await docker('run', '--rm', image, '-e', print));
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX' });
    const names = sbom.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['express', 'zod']));
    expect(names).not.toContain('testcontainers');
  });

  test('listens on a read-only file system without any engine, and ends on SIGTERM with code 0', async () => {
    const env = nowhere.flatMap((variable) => ['-e', variable]);
    const locked = ['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];
    const id = await docker('run', '-d', ...locked, ...env, '-p', '127.0.0.1::8080', image);
    try {
      const port = (await docker('port', id, '8080')).split(':').at(-1);
      await until('it is alive', async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok);
      const created = Date.parse(await docker('inspect', '-f', '{{.State.StartedAt}}', id));
      const [first] = (await docker('logs', id)).split('\n').filter((line) => line.includes('"listening"'));
      const seconds = (Date.parse(JSON.parse(first!).time) - created) / 1000;
      process.stdout.write(`${image} listened ${seconds.toFixed(2)} s after its start\n`);
      await docker('stop', '-t', '60', id);
      expect(await docker('inspect', '-f', '{{.State.ExitCode}}', id)).toBe('0');
    } finally {
      await docker('rm', '-f', id);
    }
  });
});
