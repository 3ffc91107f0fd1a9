import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { kafkaAccess, mongoAccess, redisAccess } from './access.ts';
import { completeAccess, kafkaAccessConfig, mongoAccessConfig, redisAccessConfig } from './access-config.ts';

const schema = z
  .object({ ...kafkaAccessConfig.shape, ...mongoAccessConfig.shape, ...redisAccessConfig.shape })
  .superRefine(completeAccess);

test('without any variable nobody logs in and nothing is encrypted', () => {
  const config = schema.parse({});
  expect([kafkaAccess(config), mongoAccess(config), redisAccess(config)]).toEqual([{}, {}, {}]);
});

test('log-ins and TLS are what the variables say', () => {
  const config = schema.parse({
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_SASL_USERNAME: 'k',
    KAFKA_SASL_PASSWORD: '1',
    KAFKA_TLS: 'true',
    MONGO_USERNAME: 'm',
    MONGO_PASSWORD: '2',
    REDIS_PASSWORD: '3',
    REDIS_SENTINEL_PASSWORD: '4',
    REDIS_TLS: 'true',
    REDIS_TLS_CA_FILE: import.meta.filename,
  });
  expect(kafkaAccess(config)).toEqual({
    tls: {},
    sasl: { mechanism: 'scram-sha-512', username: 'k', password: '1' },
  });
  expect(mongoAccess(config)).toEqual({ login: { username: 'm', password: '2', authSource: 'admin' } });
  expect(redisAccess(config)).toEqual({
    tls: { ca: expect.stringContaining('import') },
    login: { password: '3' },
    sentinelPassword: '4',
  });
});

test('names in Kafka begin with the prefix, and a wrong one is named', () => {
  expect(kafkaAccess(schema.parse({ KAFKA_PREFIX: 'team-a.' }))).toEqual({ prefix: 'team-a.' });
  for (const name of ['KAFKA_PREFIX', 'REDIS_PREFIX']) {
    const { error } = schema.safeParse({ [name]: 'team a' });
    expect(error?.issues).toMatchObject([{ path: [name], message: expect.stringContaining('team-a.') }]);
  }
});

test('a password may be in a file, whose last line may end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-passwords-'));
  const file = join(folder, 'password');
  try {
    writeFileSync(file, 'secret\n');
    const config = schema.parse({
      ...{ KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'k', KAFKA_SASL_PASSWORD_FILE: file },
      ...{ MONGO_USERNAME: 'm', MONGO_PASSWORD_FILE: file, REDIS_USERNAME: 'r', REDIS_PASSWORD_FILE: file },
    });
    expect(kafkaAccess(config).sasl?.password).toBe('secret');
    expect(mongoAccess(config).login?.password).toBe('secret');
    expect(redisAccess(config).login).toEqual({ username: 'r', password: 'secret' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [{ REDIS_PASSWORD: 'r', REDIS_PASSWORD_FILE: import.meta.filename }, ['REDIS_PASSWORD']],
  [{ REDIS_PASSWORD_FILE: '/no/such/file' }, ['REDIS_PASSWORD_FILE']],
  [{ KAFKA_SASL_USERNAME: 'k' }, ['KAFKA_SASL_PASSWORD']],
  [{ KAFKA_SASL_MECHANISM: 'plain' }, ['KAFKA_SASL_USERNAME']],
  [{ MONGO_PASSWORD: 'm' }, ['MONGO_USERNAME']],
  [{ REDIS_USERNAME: 'r' }, ['REDIS_PASSWORD']],
  [{ KAFKA_TLS_CA_FILE: import.meta.filename }, ['KAFKA_TLS']],
  [{ MONGO_TLS: 'true', MONGO_TLS_CA_FILE: '/no/such/file' }, ['MONGO_TLS_CA_FILE']],
  [{ KAFKA_SASL_MECHANISM: 'gssapi' }, ['KAFKA_SASL_MECHANISM']],
  [{ REDIS_TLS: 'yes' }, ['REDIS_TLS']],
])('%j is refused, and what is wrong or missing is named', (env, named) => {
  const faults = schema.safeParse(env).error!.issues.map(({ path }) => path.join('.'));
  expect(faults).toEqual(named);
});
