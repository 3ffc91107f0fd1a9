import type { GatewayAccess } from '../gateway/access.ts';
import type { PostingLine } from '@skillstream/files';
import type { ProgressView } from '../terminal/progress.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { countedOfLoad, createLoadProgress } from './load-progress.ts';
import { loadRecords, type LoadOptions, type LoadResult } from './load-records.ts';
import { settled, type Counts } from './counts.ts';
import type { SummaryFacts } from './load-summary.ts';
import { waitUntilCounted } from './wait-until-counted.ts';

export type LoadAndWait = {
  at: GatewayAccess;
  records: AsyncIterable<PostingLine>;
  /** How much of the input was read so far, and how much there is, in one unit; total 0 when unknown. */
  readSoFar: () => { done: number; total: number };
  view: ProgressView;
  wait: boolean;
  signal?: AbortSignal;
  onRejected: LoadOptions['onRejected'];
  onWaiting: LoadOptions['onWaiting'];
  /** Called after each result, with the counts so far. */
  onCounts?: (counts: Counts) => void;
  patienceMs?: number;
};

/**
 * Loads a file and, if requested, waits until everything is counted, with one progress line for each.
 * @returns `loadSeconds` until the last response; `countedSeconds` from the first accepted to the last counted, null
 *   when that was not awaited; `linking` what waits to be linked then, for which nobody waits
 */
export const loadAndWait = async (
  options: LoadAndWait,
): Promise<LoadResult & Pick<SummaryFacts, 'loadSeconds' | 'countedSeconds' | 'linking'>> => {
  const { at, view, signal } = options;
  const startedMs = performance.now();
  // Only for the progress: a ledger that is unavailable now is no reason to stop.
  const before = options.wait ? await askGateway(at, 'getLedger').catch(() => null) : null;
  const progress = createLoadProgress(options.readSoFar);
  const result = await loadRecords(options.records, {
    ...options,
    progress,
    onProgress: (outcome) => {
      options.onCounts?.(outcome);
      view.show({ label: 'loading', ...progress.now(), items: settled(outcome) });
    },
  });
  view.end();
  const loadSeconds = (performance.now() - startedMs) / 1000;
  const { accepted, resent } = result.outcome;
  if (!options.wait || result.error || accepted + resent === 0)
    return { ...result, loadSeconds, countedSeconds: null };
  let most = 0;
  let linking: SummaryFacts['linking'];
  const countedMs = await waitUntilCounted({
    ...{ at, signal },
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
    onWaiting: (reason) => options.onWaiting?.(reason),
    onLedger: (ledger) => {
      ({ linking } = ledger);
      const done = countedOfLoad(before, ledger, accepted);
      if (done === null) return;
      most = Math.max(most, done);
      view.show({ label: 'counting', done: most, total: accepted, items: most });
    },
  }).catch((error: Error) => error);
  view.end();
  if (countedMs instanceof Error) return { ...result, error: countedMs, loadSeconds, countedSeconds: null };
  const { firstAcceptedMs } = result;
  const countedSeconds =
    countedMs !== null && firstAcceptedMs !== null ? Math.max(0, countedMs - firstAcceptedMs) / 1000 : null;
  return { ...result, loadSeconds, countedSeconds, linking };
};
