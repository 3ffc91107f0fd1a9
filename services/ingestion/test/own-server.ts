import { until } from '@skillstream/async/testing';
import { startEngines } from '@skillstream/engines';
import { openOwnDatabase } from './own-database.ts';

/**
 * Connects to a server of its own, since what it examines is counted for all its clients; but to one that the
 * environment names.
 */
export const openOwnServer = async (name: string) => {
  const engines = process.env['MONGO_URL'] ? null : await startEngines({ provider: 'java', only: ['mongo'] });
  const database = await openOwnDatabase(name, engines?.urls.mongoUrl);
  /** Documents that the server has examined so far, for all clients: the stand-in's own number, or MongoDB's. */
  const documentsRead = async (): Promise<number> => {
    const status = await database.connection.db!.command({ serverStatus: 1 });
    return Number(status['documentsRead'] ?? status['metrics'].queryExecutor.scannedObjects);
  };
  const cost = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await documentsRead();
    await work();
    return (await documentsRead()) - before;
  };
  return {
    connection: database.connection,
    /**
     * Waits until the server examines fewer documents for some work. Others may read from one that the environment
     * names: the cost shows at a moment without them.
     */
    costIsBelow: (limit: number, work: () => Promise<unknown>) =>
      until(`fewer than ${limit} documents are examined`, async () => (await cost(work)) < limit),
    close: async (): Promise<void> => {
      await database.close();
      await engines?.stop();
    },
  };
};
