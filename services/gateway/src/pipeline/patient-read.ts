import { sleep } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';

export type PatientRead<T> = { value: T; reason: null } | { value: null; reason: string };

export type PatientReadOptions = {
  /** How long the caller waits for a read. */
  waitMs: number;
  /** How old a value may be that is returned instead. */
  mostAgeMs: number;
  /** Of a clock that only goes forward. */
  nowMs?: () => number;
};

/**
 * Reads something that may hang without waiting for it for long, and one read at a time: who hangs is not asked again
 * meanwhile.
 * @returns what was read, now or a moment ago; or why nothing was
 */
export const createPatientRead = <T, A extends unknown[]>(
  read: (...args: A) => Promise<T>,
  { waitMs, mostAgeMs, nowMs = () => performance.now() }: PatientReadOptions,
) => {
  let underWay: Promise<void> | null = null;
  let last: { value: T; atMs: number } | null = null;
  let reason = '';
  const begin = (args: A): Promise<void> =>
    read(...args)
      .then(
        (value) => void (last = { value, atMs: nowMs() }),
        (error: unknown) => {
          last = null;
          reason = loggedError(error);
        },
      )
      .finally(() => (underWay = null));
  return async (...args: A): Promise<PatientRead<T>> => {
    reason = underWay ? reason : '';
    underWay ??= begin(args);
    const over = new AbortController();
    await Promise.race([underWay, sleep(waitMs, over.signal)]);
    over.abort();
    if (last && nowMs() - last.atMs <= mostAgeMs) return { value: last.value, reason: null };
    return { value: null, reason: reason || `no response within ${waitMs} ms` };
  };
};
