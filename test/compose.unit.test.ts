import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { engineRights, engineUsers } from '@skillstream/contracts';
import { parse } from 'yaml';
import { guard, kafkaContainerEnv } from '../packages/engines/src/kafka-settings.ts';

type Bind = {
  type: string;
  source: string;
  target: string;
  read_only?: boolean;
  bind?: { create_host_path?: boolean };
};
type Service = {
  image: string;
  environment?: Record<string, string | number>;
  ports?: string[];
  volumes?: (string | Bind)[];
  networks?: string[];
  network_mode?: string;
  profiles?: string[];
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  read_only?: boolean;
  pids_limit?: number;
  mem_limit?: string;
  depends_on?: Record<string, { condition: string }>;
};
const read = (file: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'), { merge: true });
const { services, networks } = read('docker/compose.yaml') as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
};
const running = Object.entries(services).filter(([, { profiles }]) => profiles === undefined);
const nameOf = (key: string) => `KAFKA_${key.toUpperCase().replaceAll('.', '_')}`;

/** Volumes in the short form. */
const namedIn = (volumes: (string | Bind)[]) => volumes.filter((volume) => typeof volume === 'string');

const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);

test('nothing but the gateway listens outside of its container, and that on loopback alone', () => {
  const always = published.filter(([, { profiles }]) => profiles === undefined);
  expect(always.map(([name, { ports }]) => [name, ports])).toEqual([
    ['gateway', ['127.0.0.1:${SKILLSTREAM_PORT:-4100}:8080']],
  ]);
  for (const [, { ports = [] }] of published)
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('a file that the shell names is mounted as a file: it makes no volume, and no folder where it is missing', () => {
  const { volumes = [], environment = {} } = services['ingestion']!;
  expect(volumes.filter((volume) => typeof volume !== 'string')).toEqual([
    {
      ...{ type: 'bind', source: '${SKILLSTREAM_SOURCES:-/dev/null}', target: environment['BOARDS_FILE'] },
      ...{ read_only: true, bind: { create_host_path: false } },
    },
  ]);
  for (const service of Object.values(services))
    for (const volume of namedIn(service.volumes ?? [])) expect(volume).not.toContain('${');
});

test('the gateway limits its clients as the chart does', () => {
  const { rateLimits } = read('charts/gateway/values.yaml') as { rateLimits: Record<string, number> };
  const { environment = {} } = services['gateway']!;
  for (const name of ['reads', 'writes', 'streams', 'expensive']) {
    const said = String(environment[`RATE_LIMIT_${name.toUpperCase()}_PER_MINUTE`]);
    expect(said).toBe(`\${SKILLSTREAM_${name.toUpperCase()}_PER_MINUTE:-${rateLimits[`${name}PerMinute`]}}`);
  }
});

test.each(running)(
  '%s can write to nothing but its volumes, gain nothing, and has bounds',
  (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      pids_limit: expect.any(Number),
      mem_limit: expect.stringMatching(/^\d+m$/),
    });
  },
);

test('the generator is started by its profile alone, is as confined, and sees the gateway’s network only', () => {
  expect(services['generate']).toMatchObject({
    ...{ profiles: ['generate'], read_only: true, cap_drop: ['ALL'], networks: ['services'] },
    ...{ pids_limit: expect.any(Number), mem_limit: expect.stringMatching(/^\d+m$/) },
    depends_on: { gateway: { condition: 'service_healthy' }, ingestion: { condition: 'service_healthy' } },
  });
  expect(services['generate']).not.toHaveProperty('ports');
});

test('no container has a capability but the one that gives its folder to a user of its own', () => {
  const given = running.filter(([, { cap_add }]) => cap_add !== undefined).map(([name]) => name);
  expect(given).toEqual(['valkey']);
});

describe('networks', () => {
  const membersOf = (network: string) =>
    running.filter(([, service]) => service.networks?.includes(network)).map(([name]) => name);

  test('an engine is reached by those who have rights in it, and leads nowhere else', () => {
    const users = (has: (user: (typeof engineUsers)[number]) => boolean) => engineUsers.filter(has);
    expect(membersOf('kafka').sort()).toEqual(
      ['kafka', ...users((user) => engineRights[user].kafka.length > 0)].sort(),
    );
    expect(membersOf('redis').sort()).toEqual(
      ['valkey', ...users((user) => !!engineRights[user].redis)].sort(),
    );
    expect(membersOf('mongo').sort()).toEqual(
      ['mongo', ...users((user) => !!engineRights[user].mongo)].sort(),
    );
    for (const network of ['kafka', 'mongo', 'redis']) expect(networks[network]).toEqual({ internal: true });
  });

  test('whoever is in none has none, or is in that of Kafka alone', () => {
    const others = running.filter(([, service]) => service.networks === undefined);
    expect(others.map(([name, { network_mode: mode }]) => [name, mode]).sort()).toEqual([
      ['demo-key', 'none'],
      ['kafka-rights', 'service:kafka'],
      ['passwords', 'none'],
    ]);
  });
});

describe('users of the engines', () => {
  test('Kafka lets nobody do what no ACL says, and nobody in without a log-in', () => {
    const { environment = {} } = services['kafka']!;
    for (const [key, value] of Object.entries(guard('nobody')))
      if (key !== 'super.users') expect(String(environment[nameOf(key)])).toBe(String(value));
    expect(environment[nameOf('super.users')]).toBe('User:ANONYMOUS');
    expect(environment['KAFKA_LISTENERS']).toBe(
      'CLIENT://:9092,LOCAL://localhost:9094,CONTROLLER://localhost:9093',
    );
    expect(environment['KAFKA_LISTENER_SECURITY_PROTOCOL_MAP']).toContain('CLIENT:SASL_PLAINTEXT');
    expect(kafkaContainerEnv('any')).toHaveProperty('KAFKA_AUTO_CREATE_TOPICS_ENABLE', 'false');
    expect(environment['KAFKA_AUTO_CREATE_TOPICS_ENABLE']).toBe('false');
  });

  test.each(engineUsers)('%s is a user by its name, and has the passwords of nobody else', (user) => {
    const { environment = {}, volumes = [], depends_on: after } = services[user]!;
    const { kafka, redis } = engineRights[user];
    expect(environment['KAFKA_SASL_USERNAME']).toBe(kafka.length > 0 ? user : undefined);
    expect(environment['REDIS_USERNAME']).toBe(redis && user);
    expect(namedIn(volumes).filter((volume) => volume.includes('passwords'))).toEqual([
      `${user}-passwords:/run/passwords:ro`,
    ]);
    expect(after).toHaveProperty('passwords.condition', 'service_completed_successfully');
    expect(JSON.stringify(environment)).not.toMatch(/"[A-Z_]*PASSWORD"/);
  });
});
