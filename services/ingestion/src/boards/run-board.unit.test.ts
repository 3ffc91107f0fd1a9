import { describe, expect, test } from '@jest/globals';
import { boardOf, type Fetcher } from '@skillstream/boards';
import { appError } from '@skillstream/errors';
import { postingIdOf } from '../canonical/posting-id.ts';
import type { Intake } from '../intake/intake.ts';
import type { EndedRun } from '../store/board-store.ts';
import type { BoardDocument, OpenBoardRun } from '../store/documents.ts';
import { noneFilled } from './filled.ts';
import { runBoard } from './run-board.ts';

const ADDRESS = 'https://boards.greenhouse.io/boats';
const NOW = new Date('2026-01-02T03:00:00Z');
const source = { name: 'boats', address: ADDRESS, paused: false, everyMinutes: 60, ...boardOf(ADDRESS) };
const idsOf = (...ids: number[]) => ids.map((id) => postingIdOf('boats', String(id)));
const run: OpenBoardRun = {
  ...{ id: 'r', by: 'here', startedAt: NOW, at: NOW, page: null, jobs: [] },
  counts: { stored: 0, unchanged: 0, rejected: 0, filled: noneFilled(), faults: [] },
};
const board: BoardDocument = {
  ...{ _id: 'boats', of: '', createdAt: NOW, paused: null, requestedAt: null, nextDueAt: null, run },
  ...{ validators: { etag: '"1"' }, listed: idsOf(1, 2, 3), lastRun: null, lastReadAt: null },
};
const job = (id: number) => ({ id, title: 'Mate', content: 'We use Go' });

const answer = (body: unknown): Awaited<ReturnType<Fetcher>> => ({
  ...{ status: 'changed', validators: { etag: '"2"' }, text: JSON.stringify(body) },
});

/** Runs a board that lists jobs, and of which 1, 2 and 3 were known. */
const runWith = (jobs: object[], isOpen = true) =>
  runOf({ isOpen, fetch: async () => answer({ jobs, meta: { total: jobs.length } }) });

type RunOf = {
  fetch: Fetcher;
  onProgress?: () => void;
  isOpen?: boolean;
  of?: typeof source;
  known?: Partial<BoardDocument>;
  attempts?: number;
  acceptedAt?: Date | null;
};
/** Runs a board by its answers. @param known of it before, other than above */
async function runOf({
  fetch,
  isOpen = true,
  of = source,
  known = {},
  onProgress = () => undefined,
  attempts = 1,
  acceptedAt = null,
}: RunOf) {
  const intake = {
    take: async (validated) =>
      validated.map((one) =>
        'faults' in one
          ? { line: one.line, status: 'rejected', faults: one.faults }
          : { line: one.line, status: 'unchanged', postingId: 'p', version: 1 },
      ),
    stored: async () => undefined,
  } satisfies Pick<Intake, 'take' | 'stored'> as unknown as Intake;
  const closed: string[] = [];
  const remembered: string[] = [];
  let [ended, asked]: [EndedRun | null, number] = [null, 0];
  const lastRun = await runBoard(of, {
    ...{
      begun: { board: { ...board, ...known }, run: { ...run, attempts }, isResumed: false },
      fetch,
      intake,
      now: () => NOW,
    },
    ...{ signal: new AbortController().signal, assertHeld: () => undefined, onProgress },
    close: async (ids) => closed.push(...ids),
    store: {
      assertOpen: async () => {
        // The first time it is asked for the batch, then for what is to be closed.
        if ((asked += 1) > 1 && !isOpen) throw new Error('it was ended');
      },
      dropAcceptedAt: async () => acceptedAt,
      progress: async (_name, _run, { jobs }) => void remembered.push(...jobs),
      end: async (_name, _run, how) => void (ended = how),
    },
  }).catch((error: unknown) => String(error));
  return { lastRun, closed, remembered, ended: ended as EndedRun | null };
}

test('a job whose date lies in the future, by the clock of the run, is taken without it', async () => {
  const { lastRun } = await runWith([{ ...job(1), first_published: '2026-02-03' }, job(2), job(3)]);
  expect(lastRun).toMatchObject({ outcome: 'complete', unchanged: 3, rejected: 0, faults: [] });
});

test('a job whose text is away is listed all the same, and others that are gone are closed', async () => {
  const { lastRun, closed, ended } = await runWith([job(1), { id: 2, title: 'Mate' }]);
  expect(lastRun).toMatchObject({
    ...{ outcome: 'complete', reason: null, listed: 2, unchanged: 1, rejected: 1, closed: 1 },
    faults: ['job 2 has no description'],
  });
  expect(closed).toEqual(idsOf(3));
  // What was not read is read the next time, though nothing may have changed.
  expect(ended).toMatchObject({ listed: idsOf(1, 2), lastReadAt: NOW });
  expect(ended!.validators).toEqual({});
});

test('where all jobs are read, the next run asks whether anything has changed', async () => {
  const { ended } = await runWith([job(1), job(2)]);
  expect(ended).toMatchObject({ listed: idsOf(1, 2), validators: { etag: '"2"' } });
});

test('where a posting is not taken, the next run reads all of it whatever the board says about changes', async () => {
  const { lastRun, ended } = await runWith([job(1), { ...job(2), id: 'x'.repeat(1_000) }]);
  expect(lastRun).toMatchObject({
    outcome: 'complete',
    rejected: 1,
    faults: [expect.stringContaining('sourceId')],
  });
  expect(ended!.validators).toEqual({});
});

test('a job without an id keeps all others from being closed, and the run is no good one and says why', async () => {
  const { lastRun, closed, ended } = await runWith([job(1), { title: 'Mate', content: 'We use Go' }]);
  expect(lastRun).toMatchObject({
    ...{ outcome: 'partial', rejected: 1, closed: 0 },
    reason: expect.stringContaining('1 of the jobs have no id'),
  });
  expect(closed).toEqual([]);
  expect(ended).not.toHaveProperty('listed');
  expect(ended).not.toHaveProperty('lastReadAt');
});

test('nothing is closed by a run that was ended', async () => {
  expect(await runWith([job(1), job(2)], false)).toEqual({
    ...{ lastRun: 'Error: it was ended', closed: [], ended: null },
    remembered: ['1', '2'],
  });
});

describe('of a list of several pages', () => {
  const address = 'https://jobs.lever.co/boats';
  const lever = { ...source, ...boardOf(address), address };
  const numbers = Array.from({ length: 260 }, (_, i) => i);
  /** Runs it where it lists all but some of these. @param missed by the run before */
  const run = (gone: number[], missed: number[]) =>
    runKnowing(gone, { lacked: { endedAt: NOW, missed: idsOf(...missed), refused: [] } });
  const runKnowing = (gone: number[], known: Partial<BoardDocument>, acceptedAt: Date | null = null) => {
    const jobs = numbers.filter((id) => !gone.includes(id)).map((id) => ({ id, description: 'Go' }));
    const fetch: Fetcher = async (page) => {
      const skip = Number(new URL(page).searchParams.get('skip'));
      return answer(jobs.slice(skip, skip + 100));
    };
    return runOf({ fetch, of: lever, known: { listed: idsOf(...numbers), ...known }, acceptedAt });
  };

  test('what it lacks once stays open and known, and is noted', async () => {
    const { lastRun, closed, ended } = await run([5], []);
    expect(lastRun).toMatchObject({ outcome: 'complete', reason: null, closed: 0 });
    expect(closed).toEqual([]);
    expect(ended!.lacked).toEqual({ endedAt: NOW, missed: idsOf(5), refused: [] });
    expect(ended!.listed!.toSorted()).toEqual(idsOf(...numbers).toSorted());
  });

  test('what it lacks twice in a row is closed, and known no more', async () => {
    const { closed, ended } = await run([5, 6], [5, 7]);
    expect(closed).toEqual(idsOf(5));
    expect(ended!.lacked).toEqual({ endedAt: NOW, missed: idsOf(6), refused: [] });
    expect(ended!.listed).not.toContain(idsOf(5)[0]);
    expect(ended!.listed).toHaveLength(259);
  });

  test('a drop that is accepted is closed by the run that was asked for where a refused list was noted', async () => {
    const gone = numbers.slice(105);
    const refused = await runKnowing(gone, {});
    expect(refused).toMatchObject({ lastRun: { dropRefused: true }, closed: [] });
    expect(refused.ended!.lacked).toEqual({ endedAt: NOW, missed: [], refused: idsOf(...gone) });
    const { closed } = await runKnowing(gone, { lacked: refused.ended!.lacked! }, NOW);
    expect(closed).toEqual(idsOf(...gone));
  });

  test('and where a release before this one refused it, by the run after that', async () => {
    const gone = numbers.slice(105);
    const accepted = await runKnowing(gone, {}, NOW);
    expect(accepted).toMatchObject({ lastRun: { outcome: 'complete', reason: null }, closed: [] });
    const { closed, lastRun } = await runKnowing(gone, { lacked: accepted.ended!.lacked! });
    expect(closed).toEqual(idsOf(...gone));
    expect(lastRun).not.toHaveProperty('dropRefused');
  });
});

test('each attempt is progress, and each answer, also one that says that a job cannot be had', async () => {
  const address = 'https://careers.smartrecruiters.com/boats';
  let progress = 0;
  const fetch: Fetcher = async (page, { onAttempt } = {}) => {
    onAttempt?.();
    if (page.includes('?')) return answer({ totalFound: 3, content: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    throw appError('unavailable', 'it is busy');
  };
  await runOf({ fetch, of: { ...source, ...boardOf(address), address }, onProgress: () => (progress += 1) });
  expect(progress).toBe(2 * 4);
});

test('a run that was broken off twice before anything was stored ends without a third try, and says why', async () => {
  let fetched = 0;
  const fetch: Fetcher = async () => {
    fetched += 1;
    return answer({ jobs: [job(1)] });
  };
  const brokenOff = { at: NOW, reason: 'the lease is lost', retryAt: NOW };
  const { lastRun, ended } = await runOf({ fetch, attempts: 3, known: { brokenOff } });
  expect(lastRun).toMatchObject({
    ...{ outcome: 'partial', closed: 0 },
    reason: 'it was broken off 2 times in a row before anything was stored: the lease is lost',
  });
  expect(ended).toMatchObject({ lastRun, nextDueAt: expect.any(Date) });
  expect(ended).not.toHaveProperty('listed');
  expect(fetched).toBe(0);
  expect(await runOf({ fetch, attempts: 2 })).toMatchObject({ lastRun: { outcome: 'complete' } });
});

test('jobs that are no posting are remembered with their count, so that a run that goes on counts none twice', async () => {
  const { remembered } = await runWith([job(1), { id: 2, title: 'Mate' }, job(3)]);
  expect(remembered).toEqual(['1', '3', '2']);
});
