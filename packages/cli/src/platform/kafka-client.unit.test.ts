import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { kafkaAccessOf } from './kafka-client.ts';

test('Kafka is accessed as the services access it: by the same variables, a password in a file among them', () => {
  expect(kafkaAccessOf({})).toEqual({});
  const folder = mkdtempSync(join(tmpdir(), 'kafka-client-'));
  try {
    const KAFKA_SASL_PASSWORD_FILE = join(folder, 'password');
    writeFileSync(KAFKA_SASL_PASSWORD_FILE, 'secret\n');
    const env = { KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'admin', KAFKA_TLS: 'true' };
    expect(kafkaAccessOf({ ...env, KAFKA_SASL_PASSWORD_FILE })).toEqual({
      tls: {},
      sasl: { mechanism: 'plain', username: 'admin', password: 'secret' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [{ KAFKA_SASL_MECHANISM: 'plain' }, 'KAFKA_SASL_USERNAME'],
  [{ KAFKA_TLS_CA_FILE: '/no/such/file', KAFKA_TLS: 'true' }, 'KAFKA_TLS_CA_FILE'],
  [{ KAFKA_TLS: 'yes' }, 'KAFKA_TLS'],
])('what is missing or wrong is named: %j', (env, name) => {
  expect(() => kafkaAccessOf(env)).toThrow(name);
});
