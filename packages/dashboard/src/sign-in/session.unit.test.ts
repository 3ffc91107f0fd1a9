import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { UnreachableError } from '@skillstream/client';
import { heldToken, onReader } from '../api/token.ts';
import type { Granted, Issuer } from './issuer.ts';
import { currentNotice, notify } from './notice.ts';

// A real one keeps the process alive.
Object.assign(globalThis, {
  BroadcastChannel: class {
    addEventListener() {}
    postMessage() {}
  },
});
const { endSession, holdSession, renewNow, tokenRefused, usableToken } = await import('./session.ts');

const HOUR_MS = 3_600_000;
const refusal = Object.assign(new Error('invalid_grant'), { error: 'invalid_grant' });
const noNetwork = new TypeError('Failed to fetch');
const grantedAs = (token: string): Granted => ({
  ...{ token, refreshToken: `renews ${token}`, reader: 'somebody', scopes: [] },
  validSeconds: HOUR_MS / 1000,
});
/** A session whose issuer does at each renewal what is next in the list, and at last over and over again. */
const signedIn = (...results: (Error | string)[]) => {
  const renew = jest.fn((_before: Granted): Promise<Granted> => {
    const result = results.length > 1 ? results.shift()! : results[0]!;
    return typeof result === 'string' ? Promise.resolve(grantedAs(result)) : Promise.reject(result);
  });
  holdSession({ renew } as unknown as Issuer, grantedAs('first'));
  return renew;
};

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  endSession();
  notify();
  jest.useRealTimers();
});

test('while the issuer cannot be reached the session stays, no request is sent, and the reader is told', async () => {
  const readers = jest.fn();
  const end = onReader(readers);
  const renew = signedIn(noNetwork);
  readers.mockClear();
  await jest.advanceTimersByTimeAsync(HOUR_MS - 1000);
  expect([await usableToken(), currentNotice().state]).toEqual(['first', 'quiet']);
  await jest.advanceTimersByTimeAsync(1000);
  await expect(usableToken()).rejects.toThrow(UnreachableError);
  expect(currentNotice()).toMatchObject({ state: 'away' });
  expect(readers).not.toHaveBeenCalled();
  const asked = renew.mock.calls.length;
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  const more = renew.mock.calls.length - asked;
  // Between 15 and 30 s each, whatever is asked meanwhile.
  expect(more).toBeGreaterThan(HOUR_MS / 30_000 - 2);
  expect(more).toBeLessThan(HOUR_MS / 15_000 + 5);
  expect(renew.mock.calls.every(([before]) => before.refreshToken === 'renews first')).toBe(true);
  end();
});

test('once it is reached again the session goes on, and nothing is said any more', async () => {
  signedIn(noNetwork, noNetwork, 'second');
  await jest.advanceTimersByTimeAsync(0);
  jest.setSystemTime(Date.now() + 2 * HOUR_MS);
  await expect(usableToken()).rejects.toThrow(UnreachableError);
  expect(currentNotice().state).toBe('away');
  await jest.advanceTimersByTimeAsync(30_000);
  expect([await usableToken(), currentNotice().state]).toEqual(['second', 'quiet']);
});

test('requests wait for the pause to pass; a network that is back does not', async () => {
  const renew = signedIn(noNetwork, 'second');
  jest.setSystemTime(Date.now() + 2 * HOUR_MS);
  await expect(usableToken()).rejects.toThrow(UnreachableError);
  await expect(usableToken()).rejects.toThrow(UnreachableError);
  expect(renew).toHaveBeenCalledTimes(1);
  await renewNow();
  expect([await usableToken(), currentNotice().state]).toEqual(['second', 'quiet']);
});

test('what the reader dismissed is not said again by each attempt', async () => {
  signedIn(noNetwork);
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  notify();
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  expect(currentNotice().state).toBe('quiet');
});

test('whoever signs out meanwhile is signed out, and told nothing', async () => {
  const renew = signedIn(noNetwork);
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  endSession();
  expect([heldToken(), currentNotice().state]).toEqual([null, 'quiet']);
  const asked = renew.mock.calls.length;
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  expect(renew).toHaveBeenCalledTimes(asked);
});

test('what the issuer refuses ends with the token, also after it could not be reached', async () => {
  const renew = signedIn(noNetwork, refusal);
  jest.setSystemTime(Date.now() + 2 * HOUR_MS);
  await expect(usableToken()).rejects.toThrow(UnreachableError);
  await renewNow();
  expect([await usableToken(), currentNotice().state, renew.mock.calls.length]).toEqual([null, 'expired', 2]);
});

test('a token that the gateway refuses while the issuer is away is no reason to close the page', async () => {
  signedIn(noNetwork, 'second');
  await expect(tokenRefused('first', 'expired')).rejects.toThrow(UnreachableError);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await usableToken()).toBe('second');
});
