import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';

const read = (file: string) => readFileSync(join(import.meta.dirname, 'environments', file), 'utf8');
type Pin = { operator?: string; chart?: string; sources: string[]; read: string; supports: unknown };
type Versions = Record<'mongodb-kubernetes' | 'valkey-helm' | 'cert-manager', Pin> & {
  strimzi: Pin & { kafka: string; metadata: string; supports: Record<string, string> };
  'mongodb-kubernetes': Pin & { mongodb: string };
};
const versions = parse(read('on-premises/versions.yaml')) as Versions;
const pins: [string, Pin][] = Object.entries(versions);
const commands = read('on-premises.yaml').replaceAll(/ \\\n# +/g, ' ');

type Spec = { version?: string; kafka?: { version: string; metadataVersion: string } };
const specOf = (file: string, kind: string): Spec => {
  const objects = parseAllDocuments(read(file)).map((one) => one.toJS() as { kind: string; spec: Spec });
  return objects.find((one) => one.kind === kind)!.spec;
};

/** Whether an operator runs a version of Kafka that it supports, with the metadata which that begins with. */
const faultOf = ({ operator, kafka, metadata, supports }: Versions['strimzi']): string | null => {
  if (supports[kafka] === undefined) return `Strimzi ${operator} does not support Kafka ${kafka}`;
  return supports[kafka] === metadata
    ? null
    : `Kafka ${kafka} has metadata ${supports[kafka]}, not ${metadata}`;
};

test('each version says by which source it was chosen, and when that was read', () => {
  expect(pins.map(([name]) => name)).toEqual([
    'strimzi',
    'mongodb-kubernetes',
    'valkey-helm',
    'cert-manager',
  ]);
  for (const [, pin] of pins) {
    expect(pin.sources.length).toBeGreaterThan(0);
    for (const source of pin.sources) expect(source).toMatch(/^https:\/\//);
    expect(pin.read).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(pin.supports).toBeDefined();
  }
});

describe('Kafka is of a version that its operator supports', () => {
  test('as it is', () => {
    expect(faultOf(versions.strimzi)).toBeNull();
  });

  test.each([
    [{ kafka: '4.1.0', metadata: '4.1-IV1' }, 'Strimzi 1.1.0 does not support Kafka 4.1.0'],
    [{ kafka: '4.3.0' }, 'Kafka 4.3.0 has metadata 4.3-IV0, not 4.2-IV1'],
  ])('and is refused as %j', (changed, fault) => {
    expect(faultOf({ ...versions.strimzi, ...changed })).toBe(fault);
  });
});

test('the objects have the versions that were chosen', () => {
  const { kafka, metadata } = versions.strimzi;
  expect(specOf('on-premises/kafka.yaml', 'Kafka').kafka).toMatchObject({
    version: kafka,
    metadataVersion: metadata,
  });
  const { mongodb } = versions['mongodb-kubernetes'];
  expect(specOf('on-premises/mongodb.yaml', 'MongoDBCommunity').version).toBe(mongodb);
  expect(read('on-premises/valkey-values.yaml')).toContain(`(valkey-helm) ${versions['valkey-helm'].chart},`);
});

test('the commands install the operators and charts that were chosen, and no other', () => {
  const installed = [...commands.matchAll(/helm install ([\w-]+) \S+ --version (\S+)/g)].map(
    ([, ...found]) => found,
  );
  expect(Object.fromEntries(installed)).toEqual({
    'cert-manager': versions['cert-manager'].operator,
    strimzi: versions.strimzi.operator,
    'mongodb-kubernetes': versions['mongodb-kubernetes'].operator,
    valkey: versions['valkey-helm'].chart,
  });
  expect(commands.match(/helm install/g)).toHaveLength(installed.length);
});
