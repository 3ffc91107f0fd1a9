import { randomUUID } from 'node:crypto';
import { appError } from '@skillstream/errors';
import { createMetrics, silentLog } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import { canonicalize } from '../src/canonical/canonical-posting.ts';
import { createLinking, type LinkingDeps } from '../src/linking/linking.ts';
import { createAccept, type Arrival } from '../src/store/accept.ts';
import { createDocuments, type PostingDocument } from '../src/store/documents.ts';
import { createRetract } from '../src/store/retract.ts';

export const NOW = new Date('2026-06-01T00:00:00Z');

type Given = Partial<Record<'source' | 'title' | 'organization' | 'location' | 'datePosted', string>>;

/** The text of a job: that of another job has next to nothing in common with it. */
export const textOfJob = (job: number): string =>
  Array.from({ length: 60 }, (_, at) => `word${job}x${at}`).join(' ');

/** A posting of a job, to be stored. */
export const postingOf = (
  sourceId: string,
  job: number,
  over: Given & { description?: string } = {},
): Arrival => {
  const made = canonicalize(
    {
      ...{ source: 'test', sourceId, title: `Engineer of machine ${job}`, organization: 'Acme' },
      ...{ location: 'Berlin, Germany', datePosted: '2026-05-01', description: textOfJob(job) },
      ...over,
    },
    NOW,
  );
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return { posting: made.posting, traceparent: null };
};

/**
 * Steps of which one fails as in a crash, and with it what is done beside it, until it is up again.
 * @param crash which step fails, counted from 1; 0: none
 */
export const crashingAt = (crash: number) => {
  let [passed, isDown] = [0, false];
  return {
    step: async (): Promise<void> => {
      passed += 1;
      if (passed === crash) isDown = true;
      if (isDown) throw appError('unavailable', 'crashed');
    },
    /** Throws what is no such crash. */
    up: (error: Error): void => {
      if (error.message !== 'crashed') throw error;
      isDown = false;
    },
    passed: () => passed,
  };
};

/** Collections of their own, and what a test does with postings in them. */
export const createLinked = (connection: Connection) => {
  const documents = createDocuments(connection, `${randomUUID()}-`, silentLog());
  let ready: Promise<void> | null = null;
  const accept = createAccept(documents);
  const retract = createRetract(documents);
  const linking = (over: Partial<LinkingDeps> = {}) =>
    createLinking({
      ...{ documents, isRelay: () => true, onStored: () => undefined, isCrowded: () => false },
      ...{ nowMs: () => Date.now(), log: silentLog(), metrics: createMetrics('ingestion') },
      ...over,
    });
  const all = async (): Promise<PostingDocument[]> =>
    documents.postings().find({}, { promoteBuffers: true }).sort({ _id: 1 }).toArray();
  return {
    documents,
    linking,
    accept: async (arrivals: Arrival[]) => {
      await (ready ??= documents.ensureIndexes());
      return accept(arrivals, NOW);
    },
    retract: (id: string) => retract(id, 'any', null, NOW),
    /** Links until nothing waits. */
    link: async (over: Partial<LinkingDeps> = {}): Promise<void> => {
      const { round } = linking(over);
      while (await round(() => true));
    },
    all,
    find: async (arrival: Arrival) =>
      (await documents.postings().findOne({ _id: arrival.posting.postingId }))!,
    /** The postings of each job by their ids at their source, the one that counts first; sorted. */
    jobs: async (): Promise<string[][]> => {
      const stored = (await all()).filter(({ retracted }) => !retracted);
      const groups = Map.groupBy(stored, ({ _id, job }) => job ?? _id);
      const idOf = ({ posting }: PostingDocument) =>
        (JSON.parse(String(posting)) as { sourceId: string }).sourceId;
      return [...groups.values()]
        .map((group) => {
          const counted = group.filter(({ primary }) => primary !== false).map(idOf);
          const others = group.filter(({ primary }) => primary === false).map(idOf);
          return [`[${counted.sort().join()}]`, ...others.sort()];
        })
        .sort((a, b) => (a.join() < b.join() ? -1 : 1));
    },
  };
};
