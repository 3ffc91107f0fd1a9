import { expect, test } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { createAskAdmin } from './ask-admin.ts';

// A broker whose machine vanished neither responds nor closes connections: a real one cannot be made to do that here.
const never = () => new Promise<never>(() => undefined);
type Fake = Pick<Admin, 'connect' | 'disconnect' | 'listTopics'>;
const fake = (parts: Partial<Fake>) =>
  ({ connect: async () => {}, disconnect: async () => {}, listTopics: async () => ['a'], ...parts }) as Admin;
const topics = (admin: Admin) => admin.listTopics();

const asking = (...clients: Admin[]) => {
  let made = 0;
  const make = () => {
    const admin = clients[made]!;
    made += 1;
    return { admin: () => admin, giveUp: () => undefined };
  };
  const { ask } = createAskAdmin(make, 20);
  return { ask: (request = topics) => ask('Cannot list topics', request), made: () => made };
};
const refused = { code: 'unavailable', retryable: true };

test.each([
  ['does not answer a question', fake({ listTopics: never })],
  ['never gets through', fake({ connect: never })],
  ['cannot even be closed', fake({ listTopics: never, disconnect: never })],
])('a client that %s is discarded, and the next request gets a new one', async (_what, dead) => {
  const { ask } = asking(dead, fake({}));
  await expect(ask()).rejects.toMatchObject(refused);
  expect(await ask()).toEqual(['a']);
});

test('requests that wait for the same dead client discard it once', async () => {
  const { ask, made } = asking(fake({ listTopics: never }), fake({}));
  await Promise.all([1, 2, 3].map(() => expect(ask()).rejects.toMatchObject(refused)));
  expect(await ask()).toEqual(['a']);
  expect(made()).toBe(2);
});

test('a client that responds is reused, and after an error the next request gets a new one', async () => {
  const responses = [async () => ['a'], async () => ['b'], () => Promise.reject(new Error('no such topic'))];
  const { ask, made } = asking(fake({ listTopics: () => responses.shift()!() }), fake({}));
  expect(await ask()).toEqual(['a']);
  expect(await ask()).toEqual(['b']);
  await expect(ask()).rejects.toMatchObject(refused);
  expect(made()).toBe(1);
  expect(await ask()).toEqual(['a']);
  expect(made()).toBe(2);
});

test('a request in flight completes before its client is closed because of another one', async () => {
  const slow = Promise.withResolvers<string[]>();
  let closed = false;
  const { ask } = asking(fake({ disconnect: async () => void (closed = true) }));
  const first = ask(() => slow.promise);
  await expect(ask(() => Promise.reject(new Error('no such topic')))).rejects.toMatchObject(refused);
  expect(closed).toBe(false);
  slow.resolve(['late']);
  expect(await first).toEqual(['late']);
  expect(closed).toBe(true);
});
