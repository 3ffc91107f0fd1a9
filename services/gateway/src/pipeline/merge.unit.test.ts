import { expect, test } from '@jest/globals';
import { pipelineState, type OwnedPartition, type ServiceName } from '@skillstream/contracts';
import { createKnownReplicas } from './known-replicas.ts';
import { mergeServices } from './merge-services.ts';
import { mergeTopics } from './merge-topics.ts';
import type { SeenReplica } from './seen-replica.ts';

const NOW = 1_750_000_000_000;
const at = (ms: number) => new Date(ms).toISOString();
const part = (partition: number, position: number, end: number): OwnedPartition => ({
  ...{ partition, position, end, lag: end - position },
  oldestSeconds: end > position ? 3 : 0,
});
const snapshotOf = (service: ServiceName, replica: string, partitions: OwnedPartition[], ms = NOW) => ({
  ...{ service, replica, version: '0.1.0', startedAt: at(0), at: at(ms) },
  rates: { inPerSecond: 5, outPerSecond: 4 },
  consumers: [{ group: 'g', topic: 't', recordsPerSecond: 5, partitions }],
  ...{ deadLetters: 0, dropped: 0 },
});
const seen = (replica: string, partitions: OwnedPartition[], ageMs = 0, live = true): SeenReplica => ({
  ...{ service: 'tagging', replica, live, atMs: NOW - ageMs },
  snapshot: snapshotOf('tagging', replica, partitions, NOW - ageMs),
});

test('two replicas share a topic: each partition has its reader, and rates and lags are summed', () => {
  const both = [seen('a', [part(0, 5, 9)]), seen('b', [part(1, 7, 7)], 400)];
  expect(mergeTopics(both, NOW)).toEqual([
    {
      topic: 't',
      consumers: [
        {
          ...{ group: 'g', service: 'tagging', recordsPerSecond: 10, lag: 4, oldestSeconds: 3 },
          partitions: [
            { partition: 0, position: 5, end: 9, lag: 4, oldestSeconds: 3, owner: 'a', ageSeconds: 0 },
            { partition: 1, position: 7, end: 7, lag: 0, oldestSeconds: 0, owner: 'b', ageSeconds: 0.4 },
          ],
        },
      ],
    },
  ]);
  expect(mergeServices(both, {}, NOW)[1]).toMatchObject({
    rates: { inPerSecond: 10, outPerSecond: 8 },
    replicas: [{ replica: 'a' }, { replica: 'b' }],
  });
});

test('beside partitions that are read to their ends, a lag of unknown age has no age, and not 0', () => {
  const unknown = { ...part(0, 5, 9), oldestSeconds: null };
  const oldestOf = (partitions: OwnedPartition[]) =>
    mergeTopics([seen('a', partitions)], NOW)[0]!.consumers[0]!.oldestSeconds;
  expect(oldestOf([unknown, part(1, 7, 7)])).toBeNull();
  expect(oldestOf([unknown, part(1, 5, 7)])).toBe(3);
  expect(oldestOf([part(0, 9, 9), part(1, 7, 7)])).toBe(0);
});

test('a replica that is gone has an age and its last figures, and no rate; its partitions have no owner', () => {
  const gone = [seen('a', [part(0, 5, 9)], 7000, false)];
  const [, tagging] = mergeServices(gone, {}, NOW);
  expect(tagging).toEqual({
    ...{ service: 'tagging', rates: null },
    replicas: [{ replica: 'a', gone: true, ageSeconds: 7, snapshot: gone[0]!.snapshot }],
  });
  expect(mergeTopics(gone, NOW)[0]!.consumers[0]).toMatchObject({
    ...{ recordsPerSecond: 0, lag: 4, oldestSeconds: null },
    partitions: [{ partition: 0, owner: null, ageSeconds: 7, position: 5 }],
  });
});

test('in a rebalance the replica that said so last reads a partition; one that is gone never does', () => {
  const owners = (...replicas: SeenReplica[]) =>
    mergeTopics(replicas, NOW)[0]!.consumers[0]!.partitions.map(({ owner, position }) => [owner, position]);
  expect(owners(seen('b', [part(0, 8, 9)]), seen('a', [part(0, 5, 9)], 900))).toEqual([['b', 8]]);
  expect(owners(seen('a', [part(0, 5, 9)], 100, false), seen('b', [part(0, 2, 9)], 900))).toEqual([['b', 2]]);
});

test('a service of which nothing is known says why, and has no figures', () => {
  const [ingestion] = mergeServices([], { ingestion: 'no response' }, NOW);
  expect(ingestion).toEqual({ service: 'ingestion', rates: null, replicas: [], unreachable: 'no response' });
});

test('a state that is made of any of these is one of the contract', () => {
  const replicas = [seen('a', [part(0, 5, 9)]), seen('b', [part(1, 7, 7)], 7000, false)];
  const [services, topics] = [mergeServices(replicas, { analytics: 'x' }, NOW), mergeTopics(replicas, NOW)];
  const state = { at: at(NOW), via: 'redis', services, topics, ledger: null };
  expect(pipelineState.parse(state)).toEqual(state);
});

test('the last snapshot of a replica is remembered for ten minutes, and of no more replicas than the bound', () => {
  const clock = { ms: NOW };
  const known = createKnownReplicas(() => clock.ms);
  const snapshot = snapshotOf('tagging', 'a', []);
  known.complete([{ member: 'tagging/a', atMs: NOW, snapshot }]);
  const later = () => known.complete([{ member: 'tagging/a', atMs: NOW, snapshot: null }]);
  clock.ms += 599_000;
  expect(later()).toEqual([{ service: 'tagging', replica: 'a', live: false, atMs: NOW, snapshot }]);
  expect([known.gone('tagging', false).length, known.gone('tagging', true).length]).toEqual([1, 0]);
  clock.ms += 2000;
  expect(later()).toMatchObject([{ live: false, snapshot: null }]);
  const many = Array.from({ length: 700 }, (_, n) => ({ member: `tagging/${n}`, atMs: clock.ms, snapshot }));
  known.complete(many);
  expect(known.gone('tagging', false)).toHaveLength(500);
});
