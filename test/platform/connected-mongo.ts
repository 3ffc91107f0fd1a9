import { until } from '@skillstream/async/testing';
import { connectMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';

/**
 * Connects to MongoDB and waits until it answers: on a busy machine the first attempt may time out, and the connection
 * tries again by itself.
 * @param url with the database's name
 */
export const connectedMongo = async (url: string) => {
  const mongo = connectMongo(url, silentLog());
  try {
    await until('mongo answers', () => mongo.readyState === 1);
  } catch (error) {
    await mongo.close();
    throw error;
  }
  return mongo;
};
