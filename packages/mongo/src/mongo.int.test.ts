import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import type { Connection } from 'mongoose';
import { silentLog } from '@skillstream/runtime';
import { connectMongo, databaseOf, pingMongo } from './mongo.ts';

let connection: Connection;
afterEach(() => connection.close());

const open = async (reopenAfterMs: number) => {
  const { mongoUrl } = await sharedEngines();
  const url = `${mongoUrl.replace(/\/?$/, '')}/m${randomUUID().slice(0, 8)}`;
  connection = connectMongo(url, silentLog(), {}, { reopenAfterMs });
  await until('it answers', pingMongo(connection));
};
// As a driver is that has missed the server's return: nothing tells it any more.
const goDeaf = () => {
  connection.getClient().removeAllListeners();
  (connection as { readyState: number }).readyState = 0;
};

test('a connection that stays away from a server that is there gets a new client, and all that uses it goes on', async () => {
  await open(300);
  const thing = connection.model('Thing', new connection.base.Schema({ n: Number }));
  await thing.create({ n: 1 });
  const before = connection.getClient();
  goDeaf();
  await until('it answers again', pingMongo(connection));
  expect(connection.getClient()).not.toBe(before);
  await thing.create({ n: 2 });
  expect(await databaseOf(connection).collection('things').countDocuments()).toBe(2);
});

test('a connection that is away says so when asked whether it is ready', async () => {
  await open(60_000);
  goDeaf();
  await expect(pingMongo(connection)()).rejects.toThrow('the connection is disconnected');
});

test('one that is open keeps its client', async () => {
  await open(50);
  const before = connection.getClient();
  const startedMs = performance.now();
  await until('far more than the limit has passed', () => performance.now() - startedMs > 500);
  expect(connection.getClient()).toBe(before);
  expect(await pingMongo(connection)()).toBe(true);
});
