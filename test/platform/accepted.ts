import { withDatabase } from '../../packages/cli/src/platform/database-url.ts';
import { connectedMongo } from './connected-mongo.ts';

/** A posting as ingestion's database has it, as far as tests tamper with it. */
export type AcceptedDocument = {
  _id: string;
  version: number;
  pendingVersion: number | null;
  retracted: boolean;
  posting: Buffer | null;
};

/** Opens ingestion's postings, past every guard: for tests that lose something by hand. */
export const openAccepted = async (mongoUrl: string) => {
  const mongo = await connectedMongo(withDatabase(mongoUrl, 'skillstream_ingestion'));
  const postings = mongo.db!.collection<AcceptedDocument>('postings', { promoteBuffers: true });
  return {
    postings,
    /** A posting that was accepted and, so it says, published: a copy of another, which nobody ever saw in the log. */
    insertLost: async (likeId: string, postingId: string): Promise<void> => {
      const like = (await postings.findOne({ _id: likeId }))!;
      const content = { ...(JSON.parse(String(like.posting)) as object), postingId };
      await postings.insertOne({ ...like, _id: postingId, posting: Buffer.from(JSON.stringify(content)) });
    },
    close: () => mongo.close(),
  };
};

export type Accepted = Awaited<ReturnType<typeof openAccepted>>;
