import { messageOf } from '@skillstream/errors';
import { sleep } from './backoff.ts';

/**
 * Waits for a condition: polls until the result is neither false, null nor undefined.
 * @param what the condition, for the error when it is not met in time
 * @param timeoutMs many times what is usually needed, for busy machines; less than the timeout of a test
 * @param everyMs the pause between two looks: longer where a look takes what is waited for its time
 */
export const until = async <T>(
  what: string,
  ask: () => Promise<T> | T,
  timeoutMs = 180_000,
  everyMs = 25,
): Promise<Exclude<NonNullable<T>, false>> => {
  const deadline = Date.now() + timeoutMs;
  let last = 'it was not so';
  while (Date.now() < deadline) {
    try {
      const result: unknown = await ask();
      if (result !== null && result !== undefined && result !== false) {
        return result as Exclude<NonNullable<T>, false>;
      }
    } catch (error) {
      last = messageOf(error);
    }
    await sleep(everyMs);
  }
  throw new Error(`Waited ${timeoutMs} ms for: ${what} (${last})`);
};
