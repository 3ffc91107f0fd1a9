import type { Documents, FoundSignature } from './documents.ts';
import { engineCall } from './engine-call.ts';

const WITHOUT_KEYS = { projection: { keys: 0 } } as const;

/** Reads signatures, without their keys. All calls throw `unavailable`. */
export const createSignatureReader = (documents: Documents) => ({
  get: (id: string): Promise<FoundSignature | null> =>
    engineCall('Cannot read a signature', () => documents.signatures().findOne({ _id: id }, WITHOUT_KEYS)),
  all: (ids: string[]): Promise<FoundSignature[]> =>
    engineCall('Cannot read signatures', () =>
      documents
        .signatures()
        .find({ _id: { $in: ids } }, { ...WITHOUT_KEYS, batchSize: Math.max(1, ids.length) })
        .toArray(),
    ),
  /** Which of them have one. */
  known: (ids: string[]): Promise<string[]> =>
    engineCall('Cannot read signatures', async () => {
      const options = { projection: { _id: 1 }, batchSize: Math.max(1, ids.length) };
      const found = await documents
        .signatures()
        .find({ _id: { $in: ids } }, options)
        .toArray();
      return found.map(({ _id }) => _id);
    }),
  /** Of which of them, being retracted, the linker was not told. */
  notEnded: (ids: string[]): Promise<string[]> =>
    engineCall('Cannot read signatures', async () => {
      const options = { projection: { _id: 1 }, batchSize: Math.max(1, ids.length) };
      const found = await documents
        .signatures()
        .find({ _id: { $in: ids }, state: { $ne: 'retracted' } }, options)
        .toArray();
      return found.map(({ _id }) => _id);
    }),
  /** Those that have one of the keys, in the order of the index; but for one of them. */
  withKeys: (keys: string[], most: number, except = ''): Promise<FoundSignature[]> =>
    engineCall('Cannot look for signatures', () =>
      documents
        .signatures()
        .find(
          { keys: { $in: keys }, _id: { $ne: except } },
          { ...WITHOUT_KEYS, limit: most, batchSize: most },
        )
        .toArray(),
    ),
  hasOthers: (job: string, except: string): Promise<boolean> =>
    engineCall('Cannot look for a job', async () => {
      const filter = { job, _id: { $ne: except } };
      return (await documents.signatures().findOne(filter, { projection: { _id: 1 } })) !== null;
    }),
  /** The jobs of signatures that are of one of these, each as often as it has some; in no order. */
  jobsOf: (jobs: string[], most: number): Promise<(string | null)[]> =>
    engineCall('Cannot look for jobs', async () => {
      const options = { projection: { _id: 0, job: 1 }, limit: most, batchSize: most };
      const found = await documents
        .signatures()
        .find({ job: { $in: jobs } }, options)
        .toArray();
      return found.map(({ job }) => job);
    }),
  count: (job: string, most: number): Promise<number> =>
    engineCall('Cannot count a job', () => documents.signatures().countDocuments({ job }, { limit: most })),
  /** The postings of a job and when each was posted. */
  membersOf: (job: string, most: number): Promise<{ id: string; datePosted: string }[]> =>
    engineCall('Cannot read a job', async () => {
      const found = await documents
        .signatures()
        .find({ job }, { projection: { 'signature.datePosted': 1 }, limit: most, batchSize: most })
        .toArray();
      return found.map(({ _id, signature }) => ({ id: _id, datePosted: signature?.datePosted ?? '' }));
    }),
  of: (job: string, most: number): Promise<FoundSignature[]> =>
    engineCall('Cannot read a job', () =>
      documents
        .signatures()
        .find({ job }, { ...WITHOUT_KEYS, limit: most })
        .toArray(),
    ),
});
