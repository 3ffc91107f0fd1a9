import { expect, test } from '@jest/globals';
import { createReadiness } from './readiness.ts';

const forever = () => new Promise<boolean>(() => undefined);

test('ready when every check says so', async () => {
  const readiness = createReadiness({ mongo: () => true, kafka: async () => true });
  expect(await readiness.status()).toEqual({
    ready: true,
    checks: { mongo: { ok: true }, kafka: { ok: true } },
  });
});

test('one check that says no, throws or rejects makes the service unready, and the others are still shown', async () => {
  const readiness = createReadiness({
    no: () => false,
    throws: () => {
      throw new Error('broken');
    },
    rejects: async () => {
      throw new Error('gone');
    },
    fine: () => true,
  });
  expect(await readiness.status()).toEqual({
    ready: false,
    checks: {
      no: { ok: false },
      throws: { ok: false, detail: 'broken' },
      rejects: { ok: false, detail: 'gone' },
      fine: { ok: true },
    },
  });
});

test('a check that does not answer in time is a no', async () => {
  const readiness = createReadiness({ slow: forever }, 10);
  expect(await readiness.status()).toEqual({
    ready: false,
    checks: { slow: { ok: false, detail: 'no answer within 10 ms' } },
  });
});

test('a check is asked again each time', async () => {
  const responses = [false, true];
  const readiness = createReadiness({ kafka: () => responses.shift()! });
  expect([(await readiness.status()).ready, (await readiness.status()).ready]).toEqual([false, true]);
});

test('draining makes the service unready for good, and nothing is checked any more', async () => {
  let asked = 0;
  const readiness = createReadiness({ mongo: () => (asked += 1) > 0 });
  readiness.drain();
  const draining = { ok: false, detail: 'the service is shutting down' };
  const expected = { ready: false, checks: { draining } };
  expect([await readiness.status(), await readiness.status()]).toEqual([expected, expected]);
  expect(asked).toBe(0);
});
