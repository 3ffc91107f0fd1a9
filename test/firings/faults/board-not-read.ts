import { until } from '@skillstream/async/testing';
import { withDatabase } from '../../../packages/cli/src/platform/database-url.ts';
import { connectedMongo } from '../../platform/connected-mongo.ts';
import { playBoard, playedSource } from '../../platform/play-board.ts';
import { tickets, type Fault } from '../fault.ts';

const DAY_MS = 24 * 3_600_000;

/** As if it had answered until yesterday: else three intervals have to go by, of five minutes at least. */
const readYesterday = async (mongoUrl: string): Promise<void> => {
  const mongo = await connectedMongo(withDatabase(mongoUrl, 'skillstream_ingestion'));
  try {
    const boards = mongo.db!.collection<{ _id: string; lastReadAt: Date | null }>('boards');
    const lastReadAt = new Date(Date.now() - DAY_MS);
    await until('ingestion knows the source', async () => {
      const known = await boards.updateOne({ _id: playedSource.name }, { $set: { lastReadAt } });
      return known.matchedCount === 1;
    });
  } finally {
    await mongo.close();
  }
};

/** Whoever reads the answers sees nothing of it: what was listed yesterday is still counted. */
export const boardNotRead: Fault = {
  name: 'board-not-read',
  what: 'a job board answers 500, and was read yesterday (a date in MongoDB changed by hand)',
  fires: tickets('BoardNotRead'),
  make: async ({ platform }) => {
    const board = await playBoard({ status: 500 });
    const ingestion = platform.service('ingestion');
    const startAgain = async (env: Record<string, string>) => {
      await ingestion.stop();
      ingestion.start(env);
      await ingestion.ready();
    };
    await startAgain(board.env);
    await readYesterday(platform.urls.mongoUrl);
    return async () => {
      await startAgain({});
      await board.close();
    };
  },
};
