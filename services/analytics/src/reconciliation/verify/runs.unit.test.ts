import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { VerifyJob } from '@skillstream/contracts';
import { silentLog } from '@skillstream/runtime';
import type { RunStore, StoredRun } from './run-store.ts';
import { MAX_MISSED_HEARTBEATS, createVerifyRuns } from './runs.ts';

/** What `stores/mongo/verification-store.ts` does, as a map: documents are copied in and out. */
const createMapStore = (): RunStore => {
  const kept = new Map<string, StoredRun>();
  const running = () => [...kept.values()].find(({ run }) => run.state === 'running');
  return {
    running: async () => structuredClone(running() ?? null),
    begin: async (stored) => {
      if (running()) return false;
      kept.set(stored.run.id, structuredClone(stored));
      return true;
    },
    find: async (id) => structuredClone(kept.get(id) ?? null),
    update: async (run, beatMs, seenMs) => {
      const current = kept.get(run.id);
      if (current?.run.state !== 'running' || (seenMs !== undefined && current.beatMs !== seenMs))
        return false;
      kept.set(run.id, structuredClone({ ...current, run, beatMs }));
      return true;
    },
  };
};

const BEAT_MS = 20;
const setUp = () => {
  let [count, nowMs] = [0, 0];
  const store = createMapStore();
  type Run = { progress: (change: Partial<VerifyJob>) => void; done: () => void; fail: (e: Error) => void };
  const runs: Run[] = [];
  const replica = (owner: string) =>
    createVerifyRuns({
      ...{
        store,
        owner,
        log: silentLog(),
        now: () => nowMs,
        newId: () => `j${(count += 1)}`,
        beatMs: BEAT_MS,
      },
      verify: (progress) => new Promise<void>((done, fail) => void runs.push({ progress, done, fail })),
    });
  const pass = (ms: number) => void (nowMs += ms);
  return { a: replica('a'), b: replica('b'), runs, pass };
};
const fresh = {
  ...{ state: 'running', partitionsDone: 0, partitions: 0, postings: 0 },
  ...{ numbersCompared: 0, differences: [], differenceCount: 0 },
};
const difference = { model: 'views', partition: 0, key: 'k', field: 'n', expected: '1', found: '2' } as const;

test('another replica sees the progress and the result of a run', async () => {
  const { a, b, runs } = setUp();
  expect(await a.start()).toEqual({ id: 'j1', ...fresh });
  expect(await b.get('j1')).toEqual({ id: 'j1', ...fresh });
  runs[0]!.progress({ partitions: 2, partitionsDone: 1 });
  await until('the other replica sees it', async () => (await b.get('j1'))?.partitionsDone === 1);
  runs[0]!.progress({ differences: [difference], differenceCount: 1 });
  runs[0]!.done();
  const reported = await until('it is done', async () => {
    const run = await b.get('j1');
    return run?.state === 'done' && run;
  });
  expect(reported).toMatchObject({ differences: [difference], differenceCount: 1 });
});

test('a request on any replica joins the one that runs; after its end, even a failure, a new one starts', async () => {
  const { a, b, runs } = setUp();
  const [first, second] = [await a.start(), await b.start()];
  expect(second.id).toBe(first.id);
  expect(runs).toHaveLength(1);
  runs[0]!.fail(new Error('Kafka is away'));
  await until('it has failed', async () => (await b.get('j1'))?.state === 'failed');
  expect(await b.get('j1')).toMatchObject({ error: 'Kafka is away' });
  expect((await b.start()).id).toBe('j2');
  expect(runs).toHaveLength(2);
});

test('of many concurrent requests on both replicas one begins a verification', async () => {
  const { a, b, runs } = setUp();
  const jobs = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? a : b).start()));
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
  expect(runs).toHaveLength(1);
});

test('a run without heartbeats is reported as failed, finally, and another may begin', async () => {
  const { a, b, runs, pass } = setUp();
  await a.start();
  pass(MAX_MISSED_HEARTBEATS * BEAT_MS);
  expect(await b.get('j1')).toMatchObject({ state: 'running' });
  pass(1);
  expect(await b.get('j1')).toMatchObject({ state: 'failed', error: expect.stringContaining('gone') });
  expect(await b.start()).toMatchObject({ id: 'j2', state: 'running' });
  // It was not gone after all: its result comes too late.
  runs[0]!.done();
  runs[1]!.done();
  await until('the other is done', async () => (await a.get('j2'))?.state === 'done');
  expect(await a.get('j1')).toMatchObject({ state: 'failed' });
});

test('no run is found under an unknown id', async () => {
  expect(await setUp().a.get('nobody')).toBeNull();
});
