import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRetagLane, RETAG_PAGE, type RetagRun, type RetagStore } from './backfill.ts';

/** A run over so many postings, in memory, and a relay that publishes what is marked; it may break off in between. */
const world = (postings: number) => {
  const all = Array.from({ length: postings }, (_, i) => `p${String(i).padStart(6, '0')}`);
  const marked: string[] = [];
  const published: string[] = [];
  let pending = new Set<string>();
  let run: RetagRun | null = { runId: 'r1', after: null, total: postings, done: 0, finishedAt: null };
  let lag = 0;
  const store: RetagStore = {
    read: async () => run,
    idsAfter: async (after, most) => all.filter((id) => after === null || id > after).slice(0, most),
    markPending: async (ids) => {
      marked.push(...ids);
      for (const id of ids) pending.add(id);
    },
    advance: async (before, changes) => {
      if (run?.runId === before.runId && run.after === before.after) run = { ...run, ...changes };
    },
  };
  const publish = () => {
    published.push(...pending);
    pending = new Set();
  };
  return {
    ...{ all, marked, published, publish },
    lane: () => createRetagLane({ store, lag: async () => lag, nowMs: () => 0 }),
    run: () => run,
    replace: (next: RetagRun | null) => (run = next),
    setLag: (value: number) => (lag = value),
  };
};

const toTheEnd = async (
  { publish, run }: Pick<ReturnType<typeof world>, 'publish' | 'run'>,
  lane: ReturnType<ReturnType<typeof world>['lane']>,
) => {
  do publish();
  while ((await lane.step()) || run()?.finishedAt === null);
};

test('every posting is marked once, in the order of ids, a page when the one before is published, and the run ends', async () => {
  for (const size of [0, 1, RETAG_PAGE, RETAG_PAGE + 1, 10_001]) {
    const it = world(size);
    await toTheEnd(it, it.lane());
    expect(it.marked).toEqual(it.all);
    expect(it.published).toEqual(it.all);
    expect(it.run()).toMatchObject({ done: size, finishedAt: expect.any(Date) });
  }
});

test('while tagging lags nothing is marked', async () => {
  const { marked, lane, setLag } = world(10);
  const it = lane();
  setLag(RETAG_PAGE + 1);
  expect(await it.step()).toBe(false);
  expect(marked).toEqual([]);
  setLag(RETAG_PAGE);
  expect(await it.step()).toBe(true);
  expect(marked).toHaveLength(10);
});

test('what is done is in the log, also while tagging lags, and never what is only marked', async () => {
  const { published, publish, lane, run, setLag } = world(2 * RETAG_PAGE);
  const it = lane();
  await it.step();
  expect(run()).toMatchObject({ done: 0, after: null });
  publish();
  setLag(RETAG_PAGE + 1);
  await it.step();
  expect(run()).toMatchObject({ done: published.length, after: published.at(-1) });
});

test('wherever a relay breaks off, the next one leaves no posting out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 8 }), async (breaks) => {
      const it = world(3 * RETAG_PAGE + 7);
      for (const steps of breaks) {
        const lane = it.lane();
        for (let i = 0; i < steps; i++) {
          it.publish();
          await lane.step();
          expect(it.run()!.done).toBeLessThanOrEqual(new Set(it.published).size);
        }
      }
      await toTheEnd(it, it.lane());
      expect([...new Set(it.published)].sort()).toEqual(it.all);
    }),
  );
});

test('a new run begins at the beginning, also in a lane that had a page of the old one in hand', async () => {
  const it = world(2 * RETAG_PAGE);
  const lane = it.lane();
  await lane.step();
  it.replace({ runId: 'r2', after: null, total: 0, done: 0, finishedAt: null });
  lane.forget();
  it.marked.length = 0;
  await toTheEnd(it, lane);
  expect(it.marked).toEqual(it.all);
  expect(it.run()).toMatchObject({ runId: 'r2', done: 2 * RETAG_PAGE });
});

test('without a run there is nothing to do', async () => {
  const { lane, replace } = world(3);
  replace(null);
  expect(await lane().step()).toBe(false);
});
