import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { connectMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import { createDocuments } from './documents.ts';
import { engineCall } from './engine-call.ts';

let connection: Connection;
beforeAll(() => {
  // No server listens there.
  connection = connectMongo('mongodb://127.0.0.1:1/nowhere', silentLog());
});
afterAll(() => connection.close());

const documentsAway = () =>
  engineCall('Cannot read', async () => createDocuments(connection, '', silentLog()).postings());
const driverFails = () => engineCall('Cannot read', () => Promise.reject(new Error('timed out')));

test('an unavailable engine is reported as such', async () => {
  await expect(documentsAway()).rejects.toMatchObject({
    code: 'unavailable',
    message: 'MongoDB cannot be reached',
  });
  await expect(driverFails()).rejects.toMatchObject({ code: 'unavailable' });
});

test('a delay of our own event loop is never reported as an engine’s timeout', async () => {
  const real = performance.now.bind(performance);
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => real() + 10_000);
  const ours = { code: 'overloaded', message: expect.stringMatching(/^This process was held up for \d+ ms/) };
  await expect(documentsAway()).rejects.toMatchObject(ours);
  await expect(driverFails()).rejects.toMatchObject(ours);
  clock.mockRestore();
});
