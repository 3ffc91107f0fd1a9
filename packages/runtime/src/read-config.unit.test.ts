import { afterEach, expect, jest, test } from '@jest/globals';
import { telemetryConfig } from '@skillstream/telemetry';
import { z } from 'zod';
import { baseConfig, kafkaConfig, mongoConfig, optionalRedisConfig } from './base-config.ts';
import { readConfig } from './read-config.ts';

afterEach(() => void jest.restoreAllMocks());

const schema = z.object({
  ...baseConfig.shape,
  MANAGEMENT_PORT: baseConfig.shape.MANAGEMENT_PORT.default(4111),
  ...kafkaConfig.shape,
});

/** What is printed, and the exit code, when the environment has faults. */
const issuesOf = (env: Record<string, string>) => {
  const lines: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  jest.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  expect(() => readConfig(schema, env)).toThrow('exit 78');
  return lines;
};

test('a good environment becomes a frozen object with defaults; other variables are passed over', () => {
  const config = readConfig(schema, { PORT: '4101', KAFKA_BROKERS: 'a:1, b:2,', HOME: '/root' });
  expect(config).toEqual({
    PORT: 4101,
    MANAGEMENT_PORT: 4111,
    KAFKA_PREFIX: '',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    SHUTDOWN_TIMEOUT_MS: 10_000,
    SHUTDOWN_WAIT_MS: 0,
    ...telemetryConfig.parse({}),
    KAFKA_BROKERS: ['a:1', 'b:2'],
    TOPIC_PARTITIONS: 12,
    REPLICATION_FACTOR: 1,
    KAFKA_TLS: false,
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('every fault is printed with its variable, then the process ends as misconfigured', () => {
  const lines = issuesOf({ PORT: '70000', LOG_LEVEL: 'loud', TOPIC_PARTITIONS: '0' });
  expect(lines.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
    'config: PORT',
    'config: LOG_LEVEL',
    'config: KAFKA_BROKERS',
    'config: TOPIC_PARTITIONS',
  ]);
});

test.each([['eight'], ['4101.5'], ['-1'], ['0x10'], ['1e3'], [''], [' 4101']])('%s is no port', (PORT) => {
  expect(issuesOf({ PORT, KAFKA_BROKERS: 'a:1' })).toHaveLength(1);
});

test.each([[''], [','], [' , '], ['a'], ['a:b'], ['a:1,b'], ['http://a:1']])(
  '"%s" names no broker',
  (KAFKA_BROKERS) => {
    expect(issuesOf({ PORT: '1', KAFKA_BROKERS })).toHaveLength(1);
  },
);

test.each([
  ['HOST', ''],
  ['SHUTDOWN_TIMEOUT_MS', '9999999999'],
  ['TOPIC_PARTITIONS', '1001'],
  ['REPLICATION_FACTOR', '0'],
])('%s may not be "%s", and is named', (name, value) => {
  const lines = issuesOf({ PORT: '1', KAFKA_BROKERS: 'a:1', [name]: value });
  expect(lines.map((line) => line.split(': ')[1])).toEqual([name]);
});

test.each(['', 'postgres://db/a', 'mongodb://', 'db:27017'])('"%s" is no address of MongoDB', (url) => {
  expect(mongoConfig.safeParse({ MONGO_URL: url }).error?.issues.map(({ path }) => path)).toEqual([
    ['MONGO_URL'],
  ]);
});

test.each([{}, { REDIS_URL: '' }])('a Redis that is only shown to may be absent: %j', (env) => {
  expect(readConfig(optionalRedisConfig, env).REDIS_URL).toBeUndefined();
  expect(optionalRedisConfig.safeParse({ REDIS_URL: 'http://h' }).success).toBe(false);
});
