import { expect, test } from '@jest/globals';
import { appError, messageOf } from '@skillstream/errors';
import { retryForever } from './retry.ts';

const patience = { firstMs: 1, maxMs: 2, retryable: () => true };

/** Fails with each of the messages in turn, then succeeds. */
const failing = (messages: string[]) => {
  const left = [...messages];
  return async () => {
    const message = left.shift();
    if (message !== undefined) throw appError('unavailable', message);
    return 'done';
  };
};

test('calls until it succeeds, and tells of every failure', async () => {
  const reported: string[] = [];
  const response = await retryForever(failing(['a', 'b', 'c']), {
    ...patience,
    signal: new AbortController().signal,
    onRetry: (error, attempt) => reported.push(`${attempt}:${messageOf(error)}`),
  });
  expect([response, reported]).toEqual(['done', ['0:a', '1:b', '2:c']]);
});

test('an error that patience cannot help is thrown at once', async () => {
  const options = { ...patience, retryable: () => false, signal: new AbortController().signal };
  await expect(retryForever(failing(['a', 'b']), options)).rejects.toThrow('a');
});

test('an aborted signal ends the waiting with the last error', async () => {
  const stop = new AbortController();
  const options = { firstMs: 3_600_000, maxMs: 3_600_000, retryable: () => true, signal: stop.signal };
  const waiting = retryForever(failing(['a', 'b']), { ...options, onRetry: () => stop.abort() });
  await expect(waiting).rejects.toThrow('a');
});
