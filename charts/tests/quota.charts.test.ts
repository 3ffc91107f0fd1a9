import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { render } from './helm.ts';
import { ofKind, podsOf, type Container } from './manifest.ts';

const guide = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

/** Of an amount in thousandths of a CPU or in MiB, as the charts write them. @throws Error at another unit */
const amountOf = (text = ''): number => {
  const [, number, unit] = /^(\d+)(m|Mi|Gi)$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`neither m, Mi nor Gi: ${text}`);
  return Number(number) * (unit === 'Gi' ? 1024 : 1);
};

/** The containers of all pods that run at the same time, each as often as it has replicas. */
const containersOf = (manifests: ReturnType<typeof render>): Container[] =>
  ['Deployment', 'StatefulSet', 'Job'].flatMap((kind) =>
    ofKind(manifests, kind).flatMap(({ spec }) =>
      Array.from({ length: spec.replicas ?? 1 }, () => spec.template!.spec.containers).flat(),
    ),
  );

test('the guide says what a quota needs for the pods of a release', () => {
  const containers = containersOf(render());
  const sum = (amount: (container: Container) => string | undefined): number =>
    containers.reduce((total, container) => total + amountOf(amount(container)), 0);
  const cpu = sum(({ resources }) => resources?.requests?.['cpu']);
  const memory = sum(({ resources }) => resources?.requests?.['memory']);
  const most = sum(({ resources }) => resources?.limits?.['memory']);
  expect(guide).toContain(
    `ask for ${cpu}m of CPU and ${memory}Mi of memory in all, and are limited to ${most}Mi`,
  );
  expect(containers.filter(({ resources }) => resources?.limits?.['cpu'])).toEqual([]);
});

test('with a limit of CPU for each, as the guide says, no container is without one', () => {
  const resources = { limits: { cpu: '1', memory: '1Gi' } };
  const all = Object.fromEntries(
    ['ingestion', 'tagging', 'analytics', 'gateway', 'test'].map((name) => [name, { resources }]),
  );
  const engine = { resources };
  const engines = { kafka: { resources, rights: { resources } }, mongodb: engine, valkey: engine };
  const pods = podsOf(render({ ...all, engines })).flatMap(({ spec }) => spec.containers);
  expect(pods.filter((container) => container.resources?.limits?.['cpu'] !== '1')).toEqual([]);
});
