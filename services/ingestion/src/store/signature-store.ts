import { randomUUID } from 'node:crypto';
import { inGroups } from '@skillstream/async';
import { isDuplicateKey } from '@skillstream/errors';
import { mongo } from 'mongoose';
import type { Documents, SignatureDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { createSignatureReader } from './signature-reader.ts';

type Changes = Partial<Omit<SignatureDocument, '_id' | 'revision'>>;
/** What a version of a posting says of it. */
export type Signed = Pick<SignatureDocument, 'version' | 'rules' | 'keys' | 'signature'>;

/** What a retraction leaves: no words, and no job. */
export const RETRACTED = {
  state: 'retracted',
  job: null,
  keys: [],
  signature: null,
} as const satisfies Changes;

/** The name of a job: whose it was first, and the how manieth of that posting. */
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
 * Signatures, each changed by compare-and-set on its revision. Without it two only empty fields: `hide` the keys of a
 * full job, and an erasure keys and signature (`erasure-postings.ts`). All calls throw `unavailable`.
 */
export const createSignatureStore = (documents: Documents) => {
  const reader = createSignatureReader(documents);
  const { get } = reader;

  /** @returns whether it was still as it was read */
  const change = ({ _id, revision }: SignatureDocument, changes: Changes): Promise<boolean> =>
    engineCall('Cannot change a signature', async () => {
      const update = { $set: { ...changes, revision: randomUUID() } };
      return (await documents.signatures().updateOne({ _id, revision }, update)).matchedCount === 1;
    });

  /** @returns false where one of them was there already; the others are stored */
  const insert = (signed: readonly (readonly [string, Signed])[]): Promise<boolean> =>
    engineCall('Cannot store signatures', async () => {
      const first = signed.map(([id, one]) => ({
        ...{ _id: id, revision: randomUUID(), state: 'live' as const, left: [] },
        ...ownJob({ _id: id, founded: 0 }),
        ...one,
      }));
      try {
        await documents.signatures().insertMany(first, { ordered: false });
        return true;
      } catch (error) {
        if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
        if ([error.writeErrors].flat().every(isDuplicateKey)) return false;
        throw error;
      }
    });

  /** Stores that of a live version, unless there is one that is as new; a job that it has it keeps. */
  const put = async (id: string, signed: Signed): Promise<void> => {
    for (;;) {
      const present = await get(id);
      if (present === null) {
        if (await insert([[id, signed]])) return;
        continue;
      }
      if (present.version > signed.version) return;
      const isSame = present.version === signed.version && present.rules === signed.rules;
      if (isSame && present.state === 'live' && present.signature !== null) return;
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
    /** What becomes of it without text. @returns the job that it had until then, and all that it has left */
    end: async (
      id: string,
      version: number,
      changes: Changes,
    ): Promise<Pick<SignatureDocument, 'job' | 'left'>> => {
      for (;;) {
        const present = await get(id);
        if (present === null) return { job: null, left: [] };
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
    hide: (job: string): Promise<unknown> =>
      engineCall('Cannot close a job', () =>
        documents.signatures().updateMany({ job }, { $set: { keys: [] } }),
      ),
  };
};

export type SignatureStore = ReturnType<typeof createSignatureStore>;
