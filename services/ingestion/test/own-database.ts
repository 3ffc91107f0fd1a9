import { randomUUID } from 'node:crypto';
import { until } from '@skillstream/async/testing';
import { dropAndClose, sharedEngines } from '@skillstream/engines/testing';
import { connectMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';

/**
 * Connects to a new database, for one file of tests; `close` drops it.
 * @param mongoUrl of a server of its own; absent: that of the MongoDB that all tests share
 */
export const openOwnDatabase = async (name: string, mongoUrl?: string) => {
  const server = mongoUrl ?? (await sharedEngines()).mongoUrl;
  const connection = connectMongo(`${server}/${name}-${randomUUID().slice(0, 8)}`, silentLog());
  // On a busy machine the first attempt may time out, and the connection tries again by itself.
  await until('mongo answers', () => connection.readyState === 1);
  return {
    connection,
    close: () => dropAndClose(connection),
  };
};
