import { expect, test } from '@jest/globals';
import { messageOf } from '@skillstream/errors';
import { runInBackground, runPeriodically } from './background.ts';

const FOR_EVER_MS = 1_000_000_000;

test('work begins once however often it is started, and stopping waits for its end', async () => {
  const steps: string[] = [];
  const ended = Promise.withResolvers<void>();
  const work = runInBackground(async (signal) => {
    steps.push('begun');
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await ended.promise;
    steps.push('ended');
    throw new Error('aborted');
  });
  work.start();
  work.start();
  const stopping = work.stop().then(() => steps.push('stopped'));
  ended.resolve();
  await stopping;
  expect(steps).toEqual(['begun', 'ended', 'stopped']);
});

test('what was never started stops at once', async () => {
  await runPeriodically(async () => undefined, { everyMs: 1 }).stop();
});

test('a run that fails is told, and the next one comes all the same, after as long as whoever heard of it says', async () => {
  const reported: string[] = [];
  const failures = [new Error('a'), new Error('b')];
  const third = Promise.withResolvers<void>();
  const periodically = runPeriodically(
    async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      third.resolve();
    },
    {
      everyMs: FOR_EVER_MS,
      onError: (error) => {
        reported.push(messageOf(error));
        return 1;
      },
    },
  );
  periodically.start();
  await third.promise;
  await periodically.stop();
  expect(reported).toEqual(['a', 'b']);
});

test('stopping ends the pause at once, and nobody hears what a run under way throws then', async () => {
  const reported: string[] = [];
  const begun = Promise.withResolvers<void>();
  const periodically = runPeriodically(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        begun.resolve();
      }),
    { everyMs: FOR_EVER_MS, onError: (error) => void reported.push(messageOf(error)) },
  );
  periodically.start();
  await begun.promise;
  await periodically.stop();
  expect(reported).toEqual([]);
});
