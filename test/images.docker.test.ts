import { beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { buildImages, docker, dockerLogs, imageOf, serviceNames } from './docker/docker.ts';

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

// Of each something that it cannot do without.
const needed = { ...Object.fromEntries(serviceNames.map((name) => [name, 'express'])), cli: 'cli-table3' };
// Drivers of the engines that it speaks to; no other has any use in it.
const drivers = {
  ingestion: ['ioredis', 'kafkajs', 'mongodb', 'mongoose'],
  tagging: ['ioredis', 'kafkajs'],
  analytics: ['ioredis', 'kafkajs', 'mongodb', 'mongoose'],
  gateway: ['ioredis'],
  cli: ['ioredis', 'kafkajs', 'mongodb', 'mongoose'],
};
const everyDriver = ['ioredis', 'kafkajs', 'mongodb', 'mongoose'];
// Paths of all files below /app; a package of ours is there once, where its link leads.
const listFiles = `const { globSync } = require('node:fs');
process.stdout.write(globSync('**/*', { cwd: '/app', withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => entry.parentPath + '/' + entry.name).join('\\n'))`;
const locked = ['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];

describe.each(Object.entries(needed))('the image of %s', (name, dependency) => {
  const image = imageOf(name);

  test('adds at most 80 MB to its base, and says what it is', async () => {
    const added = ((await size(image)) - (await size(BASE))) / MB;
    process.stdout.write(`${image} adds ${added.toFixed(1)} MB\n`);
    expect(added).toBeLessThanOrEqual(80);
    const labels = JSON.parse(await docker('image', 'inspect', '-f', '{{json .Config.Labels}}', image));
    expect(labels).toMatchObject({
      'org.opencontainers.image.title': `skillstream-${name}`,
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
    expect(names).toEqual(expect.arrayContaining([dependency, 'zod']));
    expect(names).not.toContain('testcontainers');
  });
});

describe.each(Object.entries(drivers))('the files of the image of %s', (name, wanted) => {
  let files: string[] = [];
  beforeAll(async () => {
    files = (await docker('run', '--rm', imageOf(name), '-e', listFiles)).split('\n');
  });

  test('are JavaScript and what it imports: no TypeScript, no maps, no tests', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => /\.map$|\.[cm]?ts$|\.test\.js$/.test(file))).toEqual([]);
  });

  test('hold the drivers of its own engines, and of no other', () => {
    const held = everyDriver.filter((driver) =>
      files.some((file) => file.startsWith(`/app/node_modules/${driver}/`)),
    );
    expect(held).toEqual(wanted);
  });
});

describe.each(serviceNames)('the image of %s', (service) => {
  const image = imageOf(service);

  test('listens on a read-only file system without any engine, metrics apart, and ends on SIGTERM with code 0', async () => {
    const env = nowhere.flatMap((variable) => ['-e', variable]);
    const published = ['8080', '8081'].flatMap((port) => ['-p', `127.0.0.1::${port}`]);
    const id = await docker('run', '-d', ...locked, ...env, ...published, image);
    try {
      const portOf = async (inside: string) => (await docker('port', id, inside)).split(':').at(-1)!;
      const [port, management] = [await portOf('8080'), await portOf('8081')];
      await until('it is alive', async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok);
      const statusOf = async (at: string) => (await fetch(`http://127.0.0.1:${at}/metrics`)).status;
      expect([await statusOf(port), await statusOf(management)]).toEqual([404, 200]);
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

describe('the image of the command', () => {
  const cli = (...words: string[]) => [...locked, '--network', 'none', imageOf('cli'), 'main.js', ...words];

  test('names its commands, and refuses those that it does not have', async () => {
    expect(await docker('run', '--rm', ...cli('help'))).toMatch(/^ {2}generate +send made-up postings/m);
    await expect(docker('run', '--rm', ...cli('genrate'))).rejects.toThrow(/no command "genrate"/);
    await expect(docker('run', '--rm', ...cli('taxonomy', 'check'))).rejects.toThrow(
      /not in this installation/,
    );
  });

  test('ends a load on SIGTERM, says what became of it, and that the rate was not kept where nobody listens', async () => {
    const load = ['generate', '--rate', '20', '--minutes', '60', '--gateway', 'http://127.0.0.1:2'];
    const id = await docker('run', '-d', '-e', 'SKILLSTREAM_TOKEN=any', ...cli(...load));
    try {
      await until('it says so', async () => (await dockerLogs(id)).includes('cannot keep the rate: '));
      await docker('stop', '-t', '60', id);
      expect(await docker('inspect', '-f', '{{.State.ExitCode}}', id)).toBe('1');
      expect(await dockerLogs(id)).toMatch(
        /20\/s asked for, 0\.0\/s answered\n(.*\n)+the rate was not kept\nwhy: /,
      );
    } finally {
      await docker('rm', '-f', id);
    }
  });
});
