import type { Stores } from '../../stores/stores-of.ts';
import type { FactVersion } from './compare-versions.ts';
import type { FactDocument } from '../../stores/mongo/fact-document.ts';

type StoredVersion = Pick<FactDocument, '_id' | 'version' | 'retracted' | 'primary'>;

const projection = { version: 1, retracted: 1, primary: 1 } as const;
const versionOf = ({ _id, version, retracted, primary }: StoredVersion): FactVersion => ({
  postingId: _id,
  version,
  retracted,
  duplicate: primary === false,
});

/** Reads the facts for a reconciliation, by ids. */
export const createVersionReader = (stores: () => Promise<Pick<Stores, 'facts'>>) => ({
  /** The first facts after one id and up to another, in the order of the ids; null is no bound. */
  factsIn: async (after: string | null, upTo: string | null, most: number): Promise<FactVersion[]> => {
    const range = { ...(after !== null && { $gt: after }), ...(upTo !== null && { $lte: upTo }) };
    const filter = after === null && upTo === null ? {} : { _id: range };
    const { facts } = await stores();
    const found = facts.facts().find(filter, { projection, batchSize: most }).sort({ _id: 1 }).limit(most);
    return (await found.toArray()).map(versionOf);
  },
  /** The facts of these postings, in no order. */
  factsOf: async (postingIds: string[]): Promise<FactVersion[]> => {
    const { facts } = await stores();
    const filter = { _id: { $in: postingIds } };
    const found = facts.facts().find(filter, { projection, batchSize: postingIds.length });
    return (await found.toArray()).map(versionOf);
  },
});
