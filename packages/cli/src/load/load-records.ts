import type { PostingLine } from '@skillstream/files';
import type { GatewayAccess } from '../gateway/access.ts';
import { createSenders, type SenderOptions } from './sender.ts';
import type { Rejection } from './report-file.ts';
import type { Line, Settled } from './send-batch.ts';
import type { LoadProgress } from './load-progress.ts';
import { newCounts, settled, type Counts } from './counts.ts';

export type LoadOptions = Partial<Pick<SenderOptions, 'maxLines' | 'maxBytes' | 'patienceMs' | 'backoff'>> & {
  at: GatewayAccess;
  onRejected: (rejection: Rejection) => Promise<void>;
  /** Called for each record that is read, and for each that has its result, with its size in bytes. */
  progress?: LoadProgress;
  /** Called after each result, with the counts so far. */
  onProgress?: (outcome: Counts) => void;
  onWaiting?: (reason: string) => void;
};
/** `firstAcceptedMs` on the clock of performance.now(), null when nothing was accepted. */
export type LoadResult = { outcome: Counts; firstAcceptedMs: number | null; error: Error | null };

const SENDERS = 2;
const defaults = {
  maxLines: 2000,
  maxBytes: 1024 * 1024,
  patienceMs: 120_000,
  backoff: { firstMs: 200, maxMs: 5000 },
};

/** Sends the postings of a file; one that cannot be read or sent does not stop the others. */
export const loadRecords = async (
  records: AsyncIterable<PostingLine>,
  options: LoadOptions,
): Promise<LoadResult> => {
  const outcome = newCounts();
  let firstAcceptedMs: number | null = null;
  let read = 0;
  const reject = async (rejection: Rejection) => {
    outcome.rejected += 1;
    await options.onRejected(rejection);
  };
  const onResult = async (result: Settled, { bytes, ...place }: Line, again: boolean) => {
    if (result.status === 'rejected') await reject({ ...place, faults: result.faults });
    else outcome[again && result.status === 'unchanged' ? 'resent' : result.status] += 1;
    if (outcome.accepted + outcome.resent > 0) firstAcceptedMs ??= performance.now();
    options.progress?.answered(bytes.length);
    options.onProgress?.(outcome);
  };
  const onWaiting = options.onWaiting ?? (() => {});
  const senders = createSenders(SENDERS, { ...defaults, ...options, onResult, onWaiting });
  let error: Error | null = null;
  try {
    for await (const record of records) {
      read += 1;
      const { line, index, file } = record;
      const place = { line, ...(index !== undefined && { index }), ...(file !== undefined && { file }) };
      if ('faults' in record) {
        await reject({ ...place, faults: record.faults });
        continue;
      }
      const { key, bytes } = record;
      options.progress?.read(bytes.length);
      await senders.add(key, { ...place, bytes });
    }
  } catch (thrown) {
    error = thrown as Error;
  }
  // What was read before a file turned out to be broken is still sent.
  await senders.end().catch((thrown: Error) => (error ??= thrown));
  outcome.unsent = read - settled(outcome);
  return { outcome, firstAcceptedMs, error };
};
