import { randomUUID } from 'node:crypto';
import { inGroups } from '@skillstream/async';
import type { Documents, SignatureDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { insertNew, tombstoneOf, type Ended } from './new-signatures.ts';
import { createSignatureReader } from './signature-reader.ts';

type Changes = Partial<Omit<SignatureDocument, '_id' | 'revision'>>;
type Ending = Changes & { state: Ended };
/** What a version of a posting says of it. */
export type Signed = Pick<SignatureDocument, 'version' | 'rules' | 'keys' | 'signature'>;

/** What a retraction leaves: no words, and no job. */
export const RETRACTED = {
  state: 'retracted',
  job: null,
  keys: [],
  signature: null,
} as const satisfies Changes;

/** The name of a job: the posting that it began with, and which job of that posting it is, counted from 1. */
const nameOf = (id: string, founded: number): string => `${id}:${founded}`;

/** What a posting begins a job of its own with. */
export const ownJob = ({ _id, founded }: Pick<SignatureDocument, '_id' | 'founded'>) => ({
  job: nameOf(_id, founded + 1),
  founded: founded + 1,
});

/** What remembers, over a crash, that the job that a posting leaves is to be published without it. */
export const leaving = ({ job, left }: Pick<SignatureDocument, 'job' | 'left'>): { left: string[] } => ({
  left: job === null || left.includes(job) ? left : [...left, job],
});

/**
 * Signatures, each changed by compare-and-set on its revision. Without it two only empty fields: `stopOffering` the
 * keys of a full job, and an erasure keys and signature, up to the version that it erased (`erasure-postings.ts`). All
 * calls throw `unavailable`.
 */
export const createSignatureStore = (documents: Documents) => {
  const reader = createSignatureReader(documents);
  const { get } = reader;

  /** @returns whether it was still as it was read */
  const change = (
    { _id, revision }: Pick<SignatureDocument, '_id' | 'revision'>,
    changes: Changes,
  ): Promise<boolean> =>
    engineCall('Cannot change a signature', async () => {
      const update = { $set: { ...changes, revision: randomUUID() } };
      return (await documents.signatures().updateOne({ _id, revision }, update)).matchedCount === 1;
    });

  /** @returns false where one of them was there already; the others are stored */
  const insert = (signed: readonly (readonly [string, Signed])[]): Promise<boolean> =>
    engineCall('Cannot store signatures', () =>
      insertNew(
        documents,
        signed.map(([id, one]) => ({
          ...{ _id: id, revision: randomUUID(), state: 'live' as const, left: [] },
          ...ownJob({ _id: id, founded: 0 }),
          ...one,
        })),
      ),
    );

  /**
   * Stores that of a live version, unless there is one that is as new, or the posting ended at that version: who read
   * it before may come after whoever ended it. A job that it has it keeps.
   */
  const put = async (id: string, signed: Signed): Promise<void> => {
    for (;;) {
      const present = await get(id);
      if (present === null) {
        if (await insert([[id, signed]])) return;
        continue;
      }
      if (present.version > signed.version) return;
      if (present.version === signed.version) {
        const isStored = present.rules === signed.rules && present.signature !== null;
        if (present.state !== 'live' || isStored) return;
      }
      const job = present.job === null ? ownJob(present) : {};
      if (await change(present, { state: 'live', ...job, ...signed })) return;
    }
  };

  return {
    ...reader,
    change,
    put,
    /** As `put`, of many: those that are new by one call. */
    putAll: async (signed: ReadonlyMap<string, Signed>): Promise<void> => {
      const known = new Set(await reader.known([...signed.keys()]));
      const fresh = [...signed].filter(([id]) => !known.has(id));
      const isStored = fresh.length === 0 || (await insert(fresh));
      // Where somebody else came first, whichever of them it was.
      const others = isStored ? [...signed].filter(([id]) => known.has(id)) : [...signed];
      await inGroups(others, ([id, one]) => put(id, one));
    },
    /**
     * What becomes of it without text, also where there is none yet.
     * @returns the job that it had until then, and all that it has left
     */
    end: async (
      id: string,
      version: number,
      changes: Ending,
    ): Promise<Pick<SignatureDocument, 'job' | 'left'>> => {
      for (;;) {
        const present = await get(id);
        if (present === null) {
          const tombstone = tombstoneOf(id, version, changes.state);
          const isStored = await engineCall('Cannot end a signature', () =>
            insertNew(documents, [tombstone]),
          );
          if (isStored) return { job: null, left: [] };
          continue;
        }
        const { job } = present;
        const left = changes.job === null ? leaving(present).left : present.left;
        if (present.version > version) return { job, left: present.left };
        if (await change(present, { ...changes, left, version })) return { job, left };
      }
    },
    /** Forgets the jobs that postings had left, once these are published without them. */
    settle: (all: ReadonlyMap<string, string[]>): Promise<void> =>
      engineCall('Cannot settle signatures', async () => {
        const operations = [...all]
          .filter(([, left]) => left.length > 0)
          .map(([_id, left]) => ({ updateOne: { filter: { _id, left }, update: { $set: { left: [] } } } }));
        if (operations.length > 0) await documents.signatures().bulkWrite(operations, { ordered: false });
      }),
    /** Has nobody find the members of a job any more, since it is full. */
    stopOffering: (job: string): Promise<unknown> =>
      engineCall('Cannot close a job', () =>
        documents.signatures().updateMany({ job }, { $set: { keys: [] } }),
      ),
  };
};

export type SignatureStore = ReturnType<typeof createSignatureStore>;
