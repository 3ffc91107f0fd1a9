import { randomUUID } from 'node:crypto';
import { sharedEngines } from '@skillstream/engines/testing';
import { connectMongo, silentLog } from '@skillstream/runtime';

/** Connects to a new database of the shared MongoDB, for one file of tests; `close` drops it. */
export const openOwnDatabase = async (name: string) => {
  const { mongoUrl } = await sharedEngines();
  const connection = connectMongo(`${mongoUrl}/${name}-${randomUUID().slice(0, 8)}`, silentLog());
  await connection.asPromise();
  return {
    connection,
    close: async () => {
      await connection.dropDatabase();
      await connection.close();
    },
  };
};
