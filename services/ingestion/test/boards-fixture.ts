import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import {
  startReplayServer,
  type Replay,
  type ReplayServer,
} from '../../../packages/boards/test/replay-server.ts';
import { createFixture, eventually, type Harness } from './fixture.ts';

export const GREENHOUSE = 'https://boards.greenhouse.io/boats';
export const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
export const jobOf = (id: number) => ({ id, title: 'Mate', content: `&lt;p&gt;We use Go ${id}&lt;/p&gt;` });
export const listOf = (jobs: object[], total = jobs.length): Replay => ({
  body: JSON.stringify({ jobs, meta: { total } }),
});
export const list = (ids: number[], total = ids.length, headers: Record<string, string> = {}): Replay => ({
  headers,
  ...listOf(ids.map(jobOf), total),
});
export const nameless = { title: 'Mate', content: 'We use Go' };

/** For one test file: a board that is played, and stores whose replicas read it. */
export const playBoats = () => {
  let fixture: Awaited<ReturnType<typeof createFixture>>;
  let folder: string;
  let server: ReplayServer;
  let answer: Replay;
  beforeAll(async () => {
    fixture = await createFixture();
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'skillstream-boards-'));
    server = await startReplayServer((_, { headers }) =>
      answer.headers?.['etag'] !== undefined && headers['if-none-match'] === answer.headers['etag']
        ? { status: 304 }
        : answer,
    );
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** One store with a file of one source, whose replicas read the played board. */
  const readingBoats = (more = '') => {
    const harness: Harness = fixture.harness();
    const file = join(folder, 'sources.yaml');
    writeFileSync(file, `sources:\n  - { name: boats, address: "${GREENHOUSE}"${more} }\n`);
    const boards = { file, everyMs: 0, lookEveryMs: 20 };
    const state = () => harness.boards().findOne({ _id: 'boats' });
    return {
      harness,
      file,
      state,
      replica: (options: Parameters<Harness['replica']>[0] = {}) =>
        harness.replica({
          ...{ settings: { boards }, boardsDispatcher: server.dispatcher },
          ...options,
        }),
      /** Asks for a run, as the operation does, and waits for its end. */
      rerun: () =>
        nextRun(() => harness.boards().updateOne({ _id: 'boats' }, { $set: { requestedAt: new Date() } })),
      nextRun,
      firstRun: () => ended(null),
      /** The ids that are open, and those that are closed. */
      openAndClosed: async () => {
        const found = await harness.stored();
        const idsOf = (closed: boolean) =>
          found
            .filter(({ closedAt }) => (closedAt !== undefined) === closed)
            .map(({ posting }) => Number((JSON.parse(posting!.toString()) as { sourceId: string }).sourceId))
            .toSorted((a, b) => a - b);
        return { open: idsOf(false), closed: idsOf(true) };
      },
    };
    /** Waits for the end of a run that is begun by `ask`. */
    async function nextRun(ask: () => Promise<unknown>) {
      const before = await state();
      await ask();
      return ended(before!.lastRun);
    }
    async function ended(before: { endedAt: Date } | null) {
      return eventually(async () => {
        const found = (await state())?.lastRun ?? null;
        return found !== null && found.endedAt.getTime() !== before?.endedAt.getTime() ? found : null;
      });
    }
  };

  return {
    readingBoats,
    /** What the board responds with from now on. */
    play: (replay: Replay) => {
      answer = replay;
    },
    /** What it was asked for. */
    asked: () => server.asked,
  };
};
