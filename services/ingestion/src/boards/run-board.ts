import { MOST_JOBS, readBoard, type Fetcher, type Source } from '@skillstream/boards';
import { postingIdOf } from '../canonical/posting-id.ts';
import type { Intake } from '../intake/intake.ts';
import type { BoardStore, EndedRun } from '../store/board-store.ts';
import type { createClose } from '../store/close.ts';
import type { BoardDocument, OpenBoardRun } from '../store/documents.ts';
import { addFault, createBatches } from './batches.ts';
import { nextDueAt } from './due.ts';
import { giveUp, MOST_ATTEMPTS } from './give-up.ts';
import { goneFrom } from './gone.ts';

export type RunBoard = {
  begun: { board: BoardDocument; run: OpenBoardRun; isResumed: boolean };
  fetch: Fetcher;
  store: Pick<BoardStore, 'assertOpen' | 'dropAcceptedAt' | 'progress' | 'end'>;
  close: ReturnType<typeof createClose>;
  intake: Intake;
  now: () => Date;
  /** Aborts when the lease is lost. */
  signal: AbortSignal;
  /** Throws where the lease is not held. */
  assertHeld: () => void;
  onProgress: () => void;
};
export type LastRun = NonNullable<BoardDocument['lastRun']>;

/**
 * Reads a source's board to its end, gives its postings to the intake, closes what is gone, and stores how it ended.
 * A board that fails is a run that is partial.
 * @throws SkillstreamError `unavailable`, or the signal's reason: the run stays open, to be gone on with; `fenced`
 * where it was ended elsewhere
 */
export const runBoard = async (source: Source, deps: RunBoard): Promise<LastRun> => {
  const { begun, store, intake, now, signal, onProgress } = deps;
  const { board, isResumed } = begun;
  const run = structuredClone(begun.run);
  if ((run.attempts ?? 0) > MOST_ATTEMPTS) return giveUp(source, begun, store, now());
  const { counts } = run;
  const known = new Set(board.listed);
  const listed = new Set<string>();
  let failed: unknown = null;
  /** Jobs that were counted as rejected since something was stored. */
  let faulty: string[] = [];

  const remember = async (ids: string[], jobs: string[]) => {
    const fresh = ids.filter((id) => !known.has(id));
    for (const id of ids) known.add(id);
    // With their count: whoever goes on after a break counts none of them again.
    const read = [...jobs, ...faulty];
    faulty = [];
    await store.progress(source.name, run, { fresh: [...new Set(fresh)], jobs: read, now: now() });
    onProgress();
  };
  const batches = createBatches({
    ...{ source: source.name, intake, counts, now, signal },
    assertOpen: () => store.assertOpen(source.name, run.id),
    onStored: ({ ids, jobs }) => remember(ids, jobs),
  });
  /** What is ours fails the run; what is the board's is a part of its report. */
  const ours = async (call: () => Promise<void>) => {
    try {
      await call();
    } catch (error) {
      failed ??= error;
      throw error;
    }
  };
  const report = await readBoard(source, {
    fetch: async (address, options) => {
      try {
        return await deps.fetch(address, { ...options, onAttempt: onProgress });
      } finally {
        // Also where it failed, which may have taken long: the board's patience is not ours.
        onProgress();
      }
    },
    ...{ known: board.validators, signal, now },
    ...(isResumed && { from: { page: run.page, jobs: new Set(run.jobs) } }),
    onPosting: (posting, job) => {
      listed.add(postingIdOf(source.name, posting.sourceId));
      return ours(() => batches.add(posting, job));
    },
    onPage: (next) =>
      ours(async () => {
        await batches.flush();
        run.page = next;
        await remember([], []);
      }),
    onFault: (fault, id, job) => {
      addFault(counts, fault);
      faulty.push(job);
      if (id !== null) listed.add(postingIdOf(source.name, id));
    },
  });
  if (failed === null) await ours(batches.flush);
  signal.throwIfAborted();
  if (failed !== null) throw failed;

  const { complete: isComplete, nameless, onePage } = report;
  const read = {
    ...{ known: board.listed, listed, isComplete, nameless, onePage, isResumed },
    ...(board.lacked ?? { missed: [], refused: [] }),
    newestOnly: source.board.newestOnly ?? false,
  };
  const believed = goneFrom({ ...read, acceptsDrop: false });
  // Asked only now: it may have been accepted since the run began.
  const acceptedAt = believed.isDrop ? await store.dropAcceptedAt(source.name, run.id) : null;
  const { gone, missed, refused, isWhole, reason, isDrop } =
    acceptedAt === null ? believed : goneFrom({ ...read, acceptsDrop: true });
  // Before the list is what is known: a run that breaks off here is read, and closed, again.
  if (gone.length > 0) await store.assertOpen(source.name, run.id);
  const closed = gone.length === 0 ? 0 : await deps.close(gone, now(), deps.assertHeld);
  if (closed > 0) await intake.stored(closed);
  // A list that is not believed was not read to a good end, however complete.
  const isGood = report.unchanged || (isComplete && (reason === null || isResumed));
  const endedAt = now();
  const lastRun: LastRun = {
    ...{ startedAt: run.startedAt, endedAt },
    outcome: report.unchanged ? 'unchanged' : isGood ? 'complete' : 'partial',
    reason: report.reason ?? reason,
    listed: report.unchanged ? board.listed.length : report.listed,
    ...{ ...counts, closed, ...(isDrop && { dropRefused: true }) },
  };
  const how: EndedRun = {
    ...{ lastRun, nextDueAt: nextDueAt(source, endedAt, Math.random()) },
    ...(isGood && { lastReadAt: endedAt }),
    // What could not be read, or was not taken, is read again, whatever the board says about changes.
    ...(!report.unchanged && { validators: isWhole && counts.rejected === 0 ? report.validators : {} }),
    lacked: { endedAt, missed, refused },
    // What is missed stays known; the newest, as above.
    ...(isWhole && { listed: [...missed, ...listed].slice(-MOST_JOBS) }),
  };
  await store.end(source.name, run.id, how, acceptedAt ?? run.requestedAt ?? null);
  return lastRun;
};
