import { createBoardFetchers, createGuardedAgent } from '@skillstream/boards';
import type { Log } from '@skillstream/runtime';
import type { Intake } from '../intake/intake.ts';
import { createBoardStore } from '../store/board-store.ts';
import { createClose } from '../store/close.ts';
import type { Documents } from '../store/documents.ts';
import { createLeaseStore } from '../store/lease-store.ts';
import { createScheduler, type SchedulerDeps } from './scheduler.ts';
import { createSourcesFile } from './sources-file.ts';

type Dispatcher = Parameters<typeof createBoardFetchers>[0];

export type BoardsSettings = {
  /** The YAML file of sources; null: there are none. */
  file: string | null;
  /** The shortest time between two requests to one host, in milliseconds. */
  everyMs: number;
  lookEveryMs: number;
};

export type BoardsDeps = {
  settings: BoardsSettings & { leaseMs: number };
  documents: Documents;
  intake: Intake;
  log: Log;
  now: () => Date;
  /** For tests: how boards are reached. */
  dispatcher?: Dispatcher | undefined;
} & Pick<SchedulerDeps, 'onOutcome' | 'onLook'>;

/** Reads job boards by a schedule, where a file names some. */
export const createBoards = (deps: BoardsDeps) => {
  const { settings, documents, intake, log, now, onOutcome, onLook } = deps;
  const file = createSourcesFile(settings.file, log);
  const store = createBoardStore(documents);
  // With the first source that is read: without sources there is nothing to reach.
  let reach: { dispatcher: Dispatcher; fetcherOf: ReturnType<typeof createBoardFetchers> } | null = null;
  const createReach = () => {
    const dispatcher = deps.dispatcher ?? createGuardedAgent();
    return { dispatcher, fetcherOf: createBoardFetchers(dispatcher, settings.everyMs) };
  };
  const scheduler = createScheduler({
    ...{ file, store, intake, log, now, onOutcome, onLook },
    ...{ leaseMs: settings.leaseMs, lookEveryMs: settings.lookEveryMs },
    close: createClose(documents),
    leaseStoreOf: (id) => createLeaseStore(documents, id),
    fetcherOf: (contact) => (reach ??= createReach()).fetcherOf(contact),
  });
  return {
    file,
    store,
    start: () => {
      if (settings.file !== null) scheduler.start();
    },
    stop: async () => {
      await scheduler.stop();
      await reach?.dispatcher.destroy();
    },
  };
};

export type Boards = ReturnType<typeof createBoards>;
