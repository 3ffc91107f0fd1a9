import { randomUUID } from 'node:crypto';
import { MOST_JOBS } from '@skillstream/boards';
import { appError, isDuplicateKey } from '@skillstream/errors';
import { replicaName } from '@skillstream/runtime';
import { noneFilled } from '../boards/filled.ts';
import type { BoardDocument, Documents, OpenBoardRun } from './documents.ts';
import { engineCall } from './engine-call.ts';

/** What is shown of a source; not the ids, which may be many. */
export type BoardSummary = Omit<BoardDocument, 'listed' | 'lacked' | 'run'> & {
  run: Omit<OpenBoardRun, 'jobs'> | null;
};
/** How a run changes what is known, see `BoardDocument`. */
export type EndedRun = Pick<BoardDocument, 'lastRun' | 'nextDueAt'> &
  Partial<Pick<BoardDocument, 'validators' | 'listed' | 'lacked' | 'lastReadAt'>>;

/** A run is not gone on with after so long: by then its list has changed. */
const RESUME_WITHIN_MS = 10 * 60_000;
const summary = { projection: { listed: 0, lacked: 0, 'run.jobs': 0 } } as const;

/** No run is open: whoever has one is fenced. */
const noRun = { run: null, brokenOff: null } as const;
const notAsked = { requestedAt: null, dropAcceptedAt: null } as const;
const ended = { ...noRun, ...notAsked };

const newRun = (by: string, requestedAt: Date | null, now: Date): OpenBoardRun => ({
  ...{ id: randomUUID(), by, requestedAt, startedAt: now, at: now, page: null, jobs: [] },
  counts: { stored: 0, unchanged: 0, rejected: 0, filled: noneFilled(), faults: [] },
});

const newBoard = (name: string, now: Date): BoardDocument => ({
  ...{ _id: name, of: '', createdAt: now, paused: null, requestedAt: null, nextDueAt: null },
  ...{ validators: {}, listed: [], lacked: null, run: null, lastRun: null, lastReadAt: null },
});

const canResume = (run: OpenBoardRun | null, now: Date): run is OpenBoardRun =>
  run !== null && now.getTime() - run.at.getTime() <= RESUME_WITHIN_MS;

/** What lists lacked, as the run noted that ended last, where no other one has read a part of the list since. */
const lackedUntilNow = ({ run, lacked, lastRun }: BoardDocument): BoardDocument['lacked'] =>
  run === null && lacked?.endedAt.getTime() === lastRun?.endedAt.getTime() ? (lacked ?? null) : null;

const isDropAccepted = ({
  requestedAt,
  dropAcceptedAt,
}: Pick<BoardDocument, 'requestedAt' | 'dropAcceptedAt'>): boolean =>
  requestedAt !== null && dropAcceptedAt?.getTime() === requestedAt.getTime();

/** The state of each source that is read from a job board. All calls throw `unavailable`. */
export const createBoardStore = (documents: Documents, by = replicaName()) => {
  const find = (names: readonly string[]): Promise<Map<string, BoardSummary>> =>
    engineCall('Cannot read the boards', async () => {
      const found = await documents
        .boards()
        .find<BoardSummary>({ _id: { $in: [...names] } }, summary)
        .toArray();
      return new Map(found.map((board) => [board._id, board]));
    });

  const create = (name: string, now: Date): Promise<void> =>
    engineCall('Cannot add a board', async () => {
      try {
        await documents.boards().insertOne(newBoard(name, now));
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    });

  const fenced = (name: string) =>
    appError('fenced', `The run of ${name} was ended: another replica reads it, or nobody is to`);

  /** Changes what the run has that has the lease. @throws SkillstreamError `fenced` where it was ended */
  const change = (name: string, run: string, update: object): Promise<void> =>
    engineCall('Cannot store the state of a board', async () => {
      const { matchedCount } = await documents.boards().updateOne({ _id: name, 'run.id': run }, update);
      if (matchedCount === 0) throw fenced(name);
    });

  return {
    find,
    /** What is known of all of them; those that are new are added. */
    ensure: async (names: readonly string[], now: Date): Promise<Map<string, BoardSummary>> => {
      const found = await find(names);
      const missing = names.filter((name) => !found.has(name));
      if (missing.length === 0) return found;
      await Promise.all(missing.map((name) => create(name, now)));
      return find(names);
    },
    /**
     * Begins a run, or goes on with one that was broken off a short time ago.
     * @param of the address of the list: of another one nothing is known
     * @param isDue by what is known now; another replica may have run it meanwhile
     * @returns null where it is not due
     */
    begin: (
      name: string,
      of: string,
      isDue: (board: BoardDocument) => boolean,
      now: Date,
    ): Promise<{ board: BoardDocument; run: OpenBoardRun; isResumed: boolean } | null> =>
      engineCall('Cannot begin to read a board', async () => {
        const found = await documents.boards().findOne({ _id: name });
        if (!found || !isDue(found)) return null;
        const isSame = found.of === of;
        const known = isSame ? {} : { of, validators: {}, listed: [] };
        const lacked = isSame ? lackedUntilNow(found) : null;
        // One that is resumed closes nothing, so what is to be accepted is read from the beginning.
        const isResumed = isSame && !isDropAccepted(found) && canResume(found.run, now);
        // An id of its own fences whoever had the run until now.
        const begun = isResumed
          ? { ...found.run!, id: randomUUID(), by }
          : newRun(by, found.requestedAt, now);
        const attempts = isSame && found.run !== null ? (found.run.attempts ?? 0) + 1 : 1;
        const run = { ...begun, attempts };
        const { paused, requestedAt } = found;
        const isAsFound = found.run === null ? { run: null } : { 'run.id': found.run.id };
        // By what made it due, too: it may be paused in this moment.
        const filter = { _id: name, paused, requestedAt, ...isAsFound };
        const begins = { ...known, lacked: null, run, ...(!isResumed && { brokenOff: null }) };
        const { matchedCount } = await documents.boards().updateOne(filter, { $set: begins });
        return matchedCount === 0 ? null : { board: { ...found, ...known, lacked, run }, run, isResumed };
      }),
    /** @throws SkillstreamError `fenced` where the run was ended: by another one, or since its source is paused */
    assertOpen: (name: string, run: string): Promise<void> =>
      engineCall('Cannot read the state of a board', async () => {
        const filter = { _id: name, 'run.id': run };
        const found = await documents.boards().findOne(filter, { projection: { _id: 1 } });
        if (found === null) throw fenced(name);
      }),
    /** When it was accepted that most of the list is gone, by asking for a run; null where nobody does. */
    dropAcceptedAt: (name: string, run: string): Promise<Date | null> =>
      engineCall('Cannot read the state of a board', async () => {
        const found = await documents.boards().findOne({ _id: name, 'run.id': run }, summary);
        return found !== null && isDropAccepted(found) ? found.requestedAt : null;
      }),
    /** Remembers what a run has stored. @param fresh ids that the board was not known to list */
    progress: (
      name: string,
      run: OpenBoardRun,
      { fresh, jobs, now }: { fresh: string[]; jobs: string[]; now: Date },
    ): Promise<void> =>
      change(name, run.id, {
        // The newest: a list that is never whole would grow until the document is too large.
        $push: {
          listed: { $each: fresh, $slice: -MOST_JOBS },
          'run.jobs': { $each: jobs, $slice: -MOST_JOBS },
        },
        $set: { 'run.page': run.page, 'run.counts': run.counts, 'run.at': now, 'run.attempts': 0 },
      }),
    /** Remembers why a run was broken off, which stays open. @throws SkillstreamError `fenced` where it was ended */
    breakOff: (
      name: string,
      run: string,
      brokenOff: NonNullable<BoardDocument['brokenOff']>,
    ): Promise<void> => change(name, run, { $set: { brokenOff } }),
    /**
     * Leaves a run to whoever begins it next: that its replica is stopped says nothing of it, so the attempt does not
     * count. After progress there is none to take back.
     */
    handOver: (name: string, run: string): Promise<unknown> =>
      engineCall('Cannot store the state of a board', () =>
        documents
          .boards()
          .updateOne(
            { _id: name, 'run.id': run, 'run.attempts': { $gt: 0 } },
            { $inc: { 'run.attempts': -1 } },
          ),
      ),
    /**
     * Ends a run.
     * @param answered when that was asked for which it has done; what was asked for since is done by another run
     */
    end: async (name: string, run: string, how: EndedRun, answered: Date | null): Promise<void> => {
      const isAnswered = { _id: name, 'run.id': run, requestedAt: answered };
      const all = { $set: { ...how, ...ended } };
      const { matchedCount } = await engineCall('Cannot store the state of a board', () =>
        documents.boards().updateOne(isAnswered, all),
      );
      if (matchedCount === 0) await change(name, run, { $set: { ...how, ...noRun } });
    },
    /** Asks for a run. @param acceptsDrop whether it may close most of its list at once */
    request: (name: string, now: Date, acceptsDrop = false): Promise<unknown> =>
      engineCall('Cannot ask for a run', () =>
        documents
          .boards()
          .updateOne({ _id: name }, { $set: { requestedAt: now, dropAcceptedAt: acceptsDrop ? now : null } }),
      ),
    /** Pauses a source, which ends its run wherever that is, or resumes it. */
    pause: (name: string, paused: boolean): Promise<unknown> =>
      engineCall('Cannot pause a board', () =>
        documents.boards().updateOne({ _id: name }, { $set: { paused, ...(paused && ended) } }),
      ),
    /**
     * Ends the run of a source that its file pauses, or no longer has.
     * @param unlessAsked whether one that was asked for goes on
     */
    stop: (name: string, unlessAsked: boolean): Promise<unknown> =>
      engineCall('Cannot end the run of a board', () =>
        documents
          .boards()
          .updateOne({ _id: name, ...(unlessAsked && { requestedAt: null }) }, { $set: { ...ended } }),
      ),
  };
};

export type BoardStore = ReturnType<typeof createBoardStore>;
