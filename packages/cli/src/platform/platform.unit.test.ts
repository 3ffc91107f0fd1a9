import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { senderOf } from '../load/sender.ts';
import { isSkillstreamKey } from '../reset/external.ts';
import { withDatabase } from './database-url.ts';
import { dataOption } from './data-option.ts';
import { requireFreePorts } from './ports.ts';
import { redisPrefixOf } from './redis-prefix.ts';
import { serviceSpecs } from './service-specs.ts';

test.each([
  ['mongodb://h:1', 'mongodb://h:1/db'],
  ['mongodb://h:1/', 'mongodb://h:1/db'],
  ['mongodb://a:1,b:2/other?replicaSet=rs', 'mongodb://a:1,b:2/db?replicaSet=rs'],
  ['mongodb+srv://u:p@h/?w=1', 'mongodb+srv://u:p@h/db?w=1&authSource=admin'],
  ['mongodb://u:p@h/users', 'mongodb://u:p@h/db?authSource=users'],
  ['mongodb://u:p@h/x?authSource=y', 'mongodb://u:p@h/db?authSource=y'],
])('%s names its database as %s', (url, expected) => expect(withDatabase(url, 'db')).toBe(expected));

test('the services take the ports after the gateway, management those ten higher, and it knows where they are', () => {
  const urls = { kafkaBrokers: ['k:1', 'k:2'], mongoUrl: 'mongodb://m', redisUrl: 'redis://r' };
  const specs = serviceSpecs(urls, 5000, 'PEM');
  expect(specs.map(({ name, port }) => [name, port])).toEqual([
    ['ingestion', 5001],
    ['tagging', 5002],
    ['analytics', 5003],
    ['gateway', 5000],
  ]);
  expect(specs.map(({ env }) => env['MANAGEMENT_PORT'])).toEqual(['5011', '5012', '5013', '5010']);
  expect(specs[0]!.env).toMatchObject({
    KAFKA_BROKERS: 'k:1,k:2',
    AUTH_DEMO_PUBLIC_KEY: 'PEM',
    MONGO_URL: 'mongodb://m/skillstream_ingestion',
  });
  expect(specs[3]!.env).toMatchObject({ PORT: '5000', ANALYTICS_URL: 'http://127.0.0.1:5003' });
});

test.each([
  ['{3}:v1.0:state', true],
  ['ingestion:hints', true],
  ['gateway:answer:abc', true],
  ['skillstream:live:v1', true],
  ['{skillstream:pipeline:v1}:replicas', true],
  ['gateway:others', false],
  ['{user}:v1', false],
  ['session:ingestion:1', false],
])('a reset takes %s for ours: %p', (key, ours) => expect(isSkillstreamKey(key)).toBe(ours));

test.each([
  ['team-a.{3}:v1.0:state', true],
  ['team-a.skillstream:live:v1', true],
  ['{3}:v1.0:state', false],
  ['team-b.{3}:v1.0:state', false],
  ['team-a.team-b.{3}:v1.0:state', false],
])('of releases that share a Redis one takes %s for its own: %p', (key, own) =>
  expect(isSkillstreamKey(key, 'team-a.')).toBe(own),
);

test('a prefix of keys is that of the services, and a wrong one is named', () => {
  expect([redisPrefixOf({}), redisPrefixOf({ REDIS_PREFIX: 'team-a.' })]).toEqual(['', 'team-a.']);
  expect(() => redisPrefixOf({ REDIS_PREFIX: 'team*' })).toThrow('REDIS_PREFIX: like team-a.');
  expect(() => redisPrefixOf({ KAFKA_PREFIX: 'a.' })).toThrow('REDIS_PREFIX is not set');
  expect(redisPrefixOf({ KAFKA_PREFIX: 'a.', REDIS_PREFIX: '' })).toBe('');
});

test('one posting always goes to one sender, and both senders have work', () => {
  const keys = Array.from({ length: 1000 }, (_, i) => `hn/${i}`);
  const first = keys.filter((key) => senderOf(key, 2) === 0).length;
  expect(keys.map((key) => senderOf(key, 2))).toEqual(keys.map((key) => senderOf(key, 2)));
  expect(first).toBeGreaterThan(400);
  expect(first).toBeLessThan(600);
});

test('of several ports that are taken the lowest is named, in whatever order they are asked for', async () => {
  const servers = [createServer(), createServer()];
  try {
    for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
    const taken = servers.map((server) => (server.address() as { port: number }).port).sort((a, b) => a - b);
    const lowest = expect.stringMatching(`^port ${taken[0]} is taken`);
    for (const ports of [taken, [...taken].reverse()])
      await expect(requireFreePorts(ports)).rejects.toMatchObject({ message: lowest });
  } finally {
    servers.forEach((server) => server.close());
  }
});

test.each(['', ' '])('an empty name is no data folder: "%s"', (name) => {
  expect(() => dataOption(name)).toThrow(expect.objectContaining({ exitCode: 2 }));
  expect(dataOption('here')).toBe('here');
});
