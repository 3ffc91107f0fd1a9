import { SAMPLE_SOURCE } from '@skillstream/contracts';
import { replicaName } from '@skillstream/runtime';
import type { FoundPosting } from '../erasure/erasing.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { insertNew, tombstoneOf } from './new-signatures.ts';
import { retractedForm } from './retract.ts';
import { createSignatureReader } from './signature-reader.ts';

type Stored = Omit<PostingDocument, 'posting'> & { posting?: PostingDocument['posting'] };

/**
 * What an erasure reads and writes of postings. All calls throw `unavailable`.
 * @param replica the name of this one, which is stored beside each version
 */
export const createErasurePostings = (documents: Documents, replica = replicaName()) => ({
  /** The postings of a source, retracted ones included. */
  count: (source: string): Promise<number> =>
    engineCall('Cannot count the postings of a source', () =>
      documents.postings().countDocuments({ source }),
    ),

  countLive: (source: string): Promise<number> =>
    engineCall('Cannot count the postings of a source', () =>
      documents.postings().countDocuments({ source, retracted: false }),
    ),

  /** How many of these were erased by a run: by its name, since two replicas' clocks differ. */
  countErased: (ids: string[], runId: string): Promise<number> =>
    engineCall('Cannot count erased postings', () =>
      documents.postings().countDocuments({ _id: { $in: ids }, retracted: true, erasedBy: runId }),
    ),

  /** The next postings of a source by their ids, retracted ones included. */
  idsAfter: (source: string, after: string | null, most: number): Promise<string[]> =>
    engineCall('Cannot list the postings of a source', async () => {
      // By ids alone, which begin with the source and a full stop: no index holds source and id.
      const filter = { _id: { $gt: after ?? `${source}.`, $lt: `${source}/` } };
      const options = { projection: { _id: 1 }, hint: { _id: 1 }, batchSize: most } as const;
      const found = documents.postings().find(filter, options).sort({ _id: 1 }).limit(most);
      return (await found.toArray()).map(({ _id }) => _id);
    }),

  /**
   * The live ones of these postings, expired ones included: of those the employer and the place are left to look at.
   * @param withText only where it is looked at: a posting may have 256 KB
   */
  live: (ids: string[], withText: boolean): Promise<FoundPosting[]> =>
    engineCall('Cannot read postings', async () => {
      const projection = withText ? {} : { posting: 0, facts: 0 };
      const filter = { _id: { $in: ids } };
      const found = documents.postings().find<Stored>(filter, { projection, batchSize: ids.length });
      return (await found.toArray())
        .filter(({ retracted }) => !retracted)
        .map(({ posting, ...document }) => {
          const content = posting ?? document.facts;
          return { document, text: content ? (JSON.parse(content.toString()) as object) : {} };
        });
    }),

  /**
   * Retracts postings, each at the version that was read.
   * @returns how many there were; the others have another version by now
   */
  retract: (found: readonly FoundPosting[], { runId, now }: { runId: string; now: Date }): Promise<number> =>
    engineCall('Cannot erase postings', async () => {
      const operations = found.map(({ document }) => ({
        replaceOne: {
          filter: { _id: document._id, version: document.version },
          replacement: { ...retractedForm(document, null, { now, replica }), erasedAt: now, erasedBy: runId },
        },
      }));
      const { matchedCount } = await documents.postings().bulkWrite(operations, { ordered: false });
      return matchedCount;
    }),

  /**
   * Takes the words out of the signatures of those of these postings that are retracted: at once, and where nothing is
   * linked, too. Where there is none a tombstone is stored, since a linker that read the text before may be about to
   * store one. That of a posting which was sent again meanwhile stays. Its own step, which a repeat does again: the
   * retraction before it does not find them a second time.
   */
  wipeSignatures: (ids: string[]): Promise<void> =>
    engineCall('Cannot erase signatures', async () => {
      // Postings of the sample are made up, and have none.
      const filter = { _id: { $in: ids }, retracted: true, source: { $ne: SAMPLE_SOURCE } };
      const options = { projection: { version: 1 }, batchSize: ids.length } as const;
      const retracted = await documents.postings().find(filter, options).toArray();
      if (retracted.length === 0) return;
      const tombstones = retracted.map(({ _id, version }) => tombstoneOf(_id, version, 'retracted'));
      // First, so that the update finds one of each: it takes the words of what somebody else has stored meanwhile.
      const reader = createSignatureReader(documents);
      const known = new Set(await reader.known(retracted.map(({ _id }) => _id)));
      const fresh = tombstones.filter(({ _id }) => !known.has(_id));
      if (fresh.length > 0) await insertNew(documents, fresh);
      const operations = tombstones.map(({ _id, version, revision, keys, signature }) => ({
        updateOne: {
          filter: { _id, version: { $lte: version } },
          update: { $set: { version, revision, keys, signature } },
        },
      }));
      await documents.signatures().bulkWrite(operations, { ordered: false });
    }),

  /** Whether retractions of a source wait to be published. */
  isPending: (source: string): Promise<boolean> =>
    engineCall('Cannot look for pending retractions', async () => {
      const filter = { ...documents.pending, source, retracted: true };
      const options = { hint: documents.pendingByState, projection: { _id: 1 } } as const;
      return (await documents.postings().findOne(filter, options)) !== null;
    }),

  /** The source of each of these postings, and whether an erasure retracted it; unknown ones are left out. */
  sourcesOf: (ids: string[]): Promise<Map<string, { source: string; erased: boolean }>> =>
    engineCall('Cannot look up postings', async () => {
      const projection = { source: 1, retracted: 1, erasedAt: 1 } as const;
      const filter = { _id: { $in: ids } };
      const found = documents.postings().find(filter, { projection, batchSize: ids.length });
      const rows = await found.toArray();
      return new Map(
        rows.map(({ _id, source, retracted, erasedAt }) => [
          _id,
          { source, erased: retracted && erasedAt !== undefined },
        ]),
      );
    }),
});
