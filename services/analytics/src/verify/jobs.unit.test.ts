import { expect, test } from '@jest/globals';
import type { VerifyJob } from '@skillstream/contracts';
import { silentLog } from '@skillstream/runtime';
import { createVerifyJobs } from './jobs.ts';

const setUp = () => {
  let count = 0;
  const runs: {
    progress: (change: Partial<VerifyJob>) => void;
    done: () => void;
    fail: (e: Error) => void;
  }[] = [];
  const jobs = createVerifyJobs(
    (progress) =>
      new Promise<void>((done, fail) => {
        runs.push({ progress, done, fail });
      }),
    { newId: () => `j${(count += 1)}`, log: silentLog() },
  );
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { jobs, runs, settled };
};

test('a job tells how far it is, and ends with what it found', async () => {
  const { jobs, runs, settled } = setUp();
  expect(jobs.start()).toEqual({
    ...{ id: 'j1', state: 'running', partitionsDone: 0, partitions: 0, postings: 0 },
    ...{ numbersCompared: 0, differences: [], differenceCount: 0 },
  });
  runs[0]!.progress({ partitions: 2, partitionsDone: 1 });
  expect(jobs.get('j1')).toMatchObject({ state: 'running', partitions: 2, partitionsDone: 1 });
  runs[0]!.progress({ differenceCount: 3 });
  runs[0]!.done();
  await settled();
  expect(jobs.get('j1')).toMatchObject({ state: 'done', differenceCount: 3 });
});

test('whoever asks while one runs gets that one; after it, even a failed one, a new one starts', async () => {
  const { jobs, runs, settled } = setUp();
  expect(jobs.start()).toBe(jobs.start());
  runs[0]!.fail(new Error('Kafka is away'));
  await settled();
  expect(jobs.get('j1')).toMatchObject({ state: 'failed', error: 'Kafka is away' });
  expect(jobs.start().id).toBe('j2');
  expect(runs).toHaveLength(2);
});

test('the last ten are kept, and no job is found under a name that is none', async () => {
  const { jobs, runs, settled } = setUp();
  for (let i = 0; i < 11; i += 1) {
    jobs.start();
    runs[i]!.done();
    await settled();
  }
  expect(jobs.get('j1')).toBeNull();
  expect(jobs.get('j2')).toMatchObject({ state: 'done' });
  expect(jobs.get('nobody')).toBeNull();
});
