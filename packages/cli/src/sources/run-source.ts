import { readBoard, type Fetcher, type Source } from '@skillstream/boards';
import type { GatewayAccess } from '../gateway/access.ts';
import { loadRecords, type LoadOptions } from '../load/load-records.ts';
import type { SourceRun, SourceState } from './source-state.ts';
import { createPostingStream } from './posting-stream.ts';

const MOST_LINES = 50;

export type RunSource = {
  fetch: Fetcher;
  at: GatewayAccess;
  state: SourceState;
  now: Date;
  onProgress?: (read: number, total: number | null) => void;
  /** A job that is no posting. */
  onFault: (fault: string) => void;
  onRejected: LoadOptions['onRejected'];
  onWaiting?: (reason: string) => void;
  patienceMs?: number;
};

/**
 * Reads a source's board and sends what it lists. What could not be read or sent is read again the next time: the
 * list's validators are kept only where everything of it has arrived.
 * @returns the state to store; `error` where postings could not be sent
 */
export const runSource = async (
  source: Source,
  deps: RunSource,
): Promise<{ state: SourceState; run: SourceRun; error: Error | null }> => {
  const { fetch, state, now, onFault, onProgress } = deps;
  const stream = createPostingStream(source.name);
  const sending = loadRecords(stream.lines, {
    ...{ at: deps.at, onRejected: deps.onRejected },
    ...(deps.onWaiting && { onWaiting: deps.onWaiting }),
    ...(deps.patienceMs !== undefined && { patienceMs: deps.patienceMs }),
    // A board is read slowly: what has come is sent soon, so that a run that is ended has lost little.
    maxLines: MOST_LINES,
  });
  const report = await readBoard(source, {
    ...{ fetch, known: state.validators, onFault, onPosting: stream.add },
    ...(onProgress && { onProgress }),
  }).finally(stream.end);
  const { outcome, error } = await sending;

  const arrived = error === null && outcome.unsent === 0;
  const isComplete = report.complete && arrived;
  const faulty = new Set(report.faulty);
  const listed = new Set([...report.postings, ...report.faulty]);
  // A job that is listed without an id may be any of those of last time.
  const isWhole = isComplete && report.nameless === 0;
  const mayTell = isWhole && !source.board.newestOnly;
  const gone = mayTell ? state.postings.filter((id) => !listed.has(id)).length : 0;
  const run: SourceRun = {
    at: now.toISOString(),
    state: report.unchanged ? 'unchanged' : isComplete ? 'complete' : 'partial',
    reason: arrived ? report.reason : (error?.message ?? `${outcome.unsent} postings could not be sent`),
    listed: report.unchanged ? state.postings.length : report.listed,
    ...{ accepted: outcome.accepted + outcome.resent, unchanged: outcome.unchanged },
    ...{ rejected: outcome.rejected + report.faults, gone },
  };
  // After a fault the list is read again, and what was known of its job stays known.
  const validators = isWhole && report.faults === 0 ? report.validators : {};
  const before = isWhole ? state.postings.filter((id) => faulty.has(id)) : state.postings;
  const postings = [...new Set([...before, ...report.postings])];
  const kept = report.unchanged ? {} : { validators, postings: isComplete ? postings : state.postings };
  return { state: { ...state, ...kept, lastRun: run }, run, error };
};
