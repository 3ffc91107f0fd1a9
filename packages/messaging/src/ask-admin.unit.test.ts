import { expect, test } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { createAskAdmin } from './ask-admin.ts';

// A broker whose machine is gone without a word neither answers nor closes: a real one cannot be made to do that here.
const never = () => new Promise<never>(() => undefined);
type Fake = Pick<Admin, 'connect' | 'disconnect' | 'listTopics'>;
const fake = (parts: Partial<Fake>) =>
  ({ connect: async () => {}, disconnect: async () => {}, listTopics: async () => ['a'], ...parts }) as Admin;
const topics = (admin: Admin) => admin.listTopics();

const asking = (...clients: Admin[]) => {
  let made = 0;
  const { ask } = createAskAdmin(() => clients[made++]!, 20);
  return { ask: () => ask('Cannot list topics', topics), made: () => made };
};
const refused = { code: 'unavailable', retryable: true };

test.each([
  ['does not answer a question', fake({ listTopics: never })],
  ['never gets through', fake({ connect: never })],
  ['cannot even be closed', fake({ listTopics: never, disconnect: never })],
])('a client that %s is given up, and the next question has a new one', async (_what, dead) => {
  const { ask } = asking(dead, fake({}));
  await expect(ask()).rejects.toMatchObject(refused);
  expect(await ask()).toEqual(['a']);
});

test('questions that wait for the same dead client give it up once', async () => {
  const { ask, made } = asking(fake({ listTopics: never }), fake({}));
  await Promise.all([1, 2, 3].map(() => expect(ask()).rejects.toMatchObject(refused)));
  expect(await ask()).toEqual(['a']);
  expect(made()).toBe(2);
});

test('a client that answers is kept, and connected anew after an error', async () => {
  let connected = 0;
  const answers = [async () => ['a'], () => Promise.reject(new Error('no leader')), async () => ['b']];
  const connect = async () => void (connected += 1);
  const { ask, made } = asking(fake({ connect, listTopics: () => answers.shift()!() }));
  expect(await ask()).toEqual(['a']);
  await expect(ask()).rejects.toMatchObject(refused);
  expect(await ask()).toEqual(['b']);
  expect([connected, made()]).toEqual([2, 1]);
});
