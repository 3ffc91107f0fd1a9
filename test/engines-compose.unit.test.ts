import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { containerSpecs } from '../packages/engines/src/docker/containers.ts';
import type { EngineName } from '../packages/engines/src/types.ts';

type Service = {
  image: string;
  ports: string[];
  command?: string[];
  environment?: Record<string, string | number>;
};
const file = join(import.meta.dirname, '../docker/engines.compose.yaml');
const { services } = parse(readFileSync(file, 'utf8')) as { services: Record<EngineName, Service> };
const specs = Object.entries(containerSpecs) as [EngineName, (typeof containerSpecs)[EngineName]][];

test.each(specs)('%s is the image of the docker provider, reached from this machine alone', (name, spec) => {
  expect(services[name]).toMatchObject({
    image: spec.image,
    ports: [`127.0.0.1:${spec.port}:${spec.port}`],
  });
});

test('Kafka has the settings of the docker provider', () => {
  const { KAFKA_LOG_DIRS: _data, ...wanted } = containerSpecs.kafka.env({ host: '127.0.0.1', port: 9092 });
  const given = Object.entries(services.kafka.environment ?? {});
  expect(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toEqual(wanted);
});

test('Valkey has the arguments of the docker provider', () => {
  expect(services.redis.command).toEqual(containerSpecs.redis.command);
});
