import type { Source } from '@skillstream/boards';
import { runBoardQuery, type BoardState } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Log } from '@skillstream/runtime';
import type { Boards } from '../boards/boards.ts';
import { dueAtOf, isPaused } from '../boards/due.ts';
import type { BoardSummary } from '../store/board-store.ts';

const timeOf = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A source as it is shown; it runs as long as a run of it is open. */
export const stateOf = (source: Source, found: BoardSummary): BoardState => {
  const { name, board, account, address, everyMinutes } = source;
  const { run, requestedAt, lastReadAt, lastRun, brokenOff } = found;
  const paused = isPaused(found, source);
  return {
    ...{ name, board: board.name, account, address, everyMinutes },
    state: run !== null ? 'running' : paused ? 'paused' : 'waiting',
    nextRunAt: timeOf(paused || requestedAt !== null ? null : dueAtOf(found, source)),
    lastReadAt: timeOf(lastReadAt),
    lastRun: lastRun && {
      ...lastRun,
      startedAt: lastRun.startedAt.toISOString(),
      endedAt: lastRun.endedAt.toISOString(),
    },
    // A release before this one ends a run and leaves it.
    ...(run !== null &&
      brokenOff && { brokenOff: { at: brokenOff.at.toISOString(), reason: brokenOff.reason } }),
  };
};

export type BoardHandlerDeps = { boards: Pick<Boards, 'file' | 'store'>; now: () => Date; log: Log };

/** What is read from job boards: any replica can be asked, whichever one reads them. */
export const boardHandlers = ({ boards: { file, store }, now, log }: BoardHandlerDeps) => {
  const sourceOf = async (name: string): Promise<Source> => {
    const source = (await file.read()).sources.find((one) => one.name === name);
    if (!source) throw appError('not-found', `There is no source ${name} that is read from a board`);
    return source;
  };
  /** Changes a source, which may have been added a moment ago. @returns it as it is then */
  const change = async (name: string, how: () => Promise<unknown>): Promise<BoardState> => {
    const source = await sourceOf(name);
    await store.ensure([name], now());
    await how();
    return stateOf(source, (await store.find([name])).get(name)!);
  };

  return {
    listBoards: async (_req, res) => {
      const { sources, fault } = await file.read();
      const found = await store.ensure(
        sources.map(({ name }) => name),
        now(),
      );
      res.json({ fault, boards: sources.map((source) => stateOf(source, found.get(source.name)!)) });
    },
    runBoard: async (req, res) => {
      const { name } = req.params;
      const acceptsDrop = runBoardQuery.parse(req.query).acceptDrop === 'true';
      const state = await change(name, () => store.request(name, now(), acceptsDrop));
      log.info({ source: name, acceptsDrop }, 'a board is to be read now');
      res.json(state);
    },
    pauseBoard: async (req, res) => {
      const { name } = req.params;
      const state = await change(name, () => store.pause(name, true));
      log.info({ source: name }, 'a board is paused');
      res.json(state);
    },
    resumeBoard: async (req, res) => {
      const { name } = req.params;
      const state = await change(name, () => store.pause(name, false));
      log.info({ source: name }, 'a board is resumed');
      res.json(state);
    },
  } satisfies Partial<Handlers<'ingestion'>>;
};
