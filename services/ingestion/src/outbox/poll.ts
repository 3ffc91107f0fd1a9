import type { RetagLane } from '../backfill/backfill.ts';
import type { PublishRound, Term } from './publish-round.ts';
import type { Wake } from './wake.ts';

/** What other replicas store waits so long at most; the store is asked by an index that holds only what waits. */
const EVERY_MS = 150;

export type PollDeps = {
  publishRound: PublishRound;
  wake: Pick<Wake, 'pause'>;
  /** Has postings tagged again, where nothing else waits. */
  retagging: RetagLane;
};

/** Publishes whatever waits, again and again, until the signal of the term aborts or something fails. */
export const poll = async ({ publishRound, wake, retagging }: PollDeps, term: Term): Promise<void> => {
  const { signal, onProgress } = term;
  retagging.forget();
  while (!signal.aborted) {
    const { count, all } = await publishRound(term);
    const marked = all && (await retagging.step());
    onProgress();
    if (count === 0 && !marked) await wake.pause(EVERY_MS, signal);
  }
};
