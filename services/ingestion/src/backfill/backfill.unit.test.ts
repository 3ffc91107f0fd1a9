import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBackfill, BACKFILL_PAGE, type BackfillRun, type BackfillStore } from './backfill.ts';

/** A run over so many postings, in memory, and a relay that publishes what is marked; it may crash in between. */
const fixture = (postings: number, hasExpired: (id: string) => boolean = () => false) => {
  const all = Array.from({ length: postings }, (_, i) => `p${String(i).padStart(6, '0')}`);
  const marked: string[] = [];
  const published: string[] = [];
  let pending = new Set<string>();
  let run: BackfillRun | null = { runId: 'r1', after: null, total: postings, done: 0, finishedAt: null };
  let lag = 0;
  const store: BackfillStore = {
    read: async () => run,
    idsAfter: async (after, most) => all.filter((id) => after === null || id > after).slice(0, most),
    markPending: async (ids) => {
      marked.push(...ids);
      const live = ids.filter((id) => !hasExpired(id));
      for (const id of live) pending.add(id);
      return ids.length - live.length;
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
    backfill: () => createBackfill({ store, lag: async () => lag, nowMs: () => 0 }),
    run: () => run,
    replace: (next: BackfillRun | null) => (run = next),
    setLag: (value: number) => (lag = value),
  };
};

const toTheEnd = async (
  { publish, run }: Pick<ReturnType<typeof fixture>, 'publish' | 'run'>,
  backfill: ReturnType<ReturnType<typeof fixture>['backfill']>,
) => {
  do publish();
  while ((await backfill.step()) || run()?.finishedAt === null);
};

test('every posting is marked once, in the order of ids, a page at a time once the one before is published, and the run ends', async () => {
  for (const size of [0, 1, BACKFILL_PAGE, BACKFILL_PAGE + 1, 10_001]) {
    const it = fixture(size);
    await toTheEnd(it, it.backfill());
    expect(it.marked).toEqual(it.all);
    expect(it.published).toEqual(it.all);
    expect(it.run()).toMatchObject({ done: size, finishedAt: expect.any(Date) });
  }
});

test('postings whose text has expired are skipped, and counted', async () => {
  const size = 2 * BACKFILL_PAGE + 1;
  const it = fixture(size, (id) => id < 'p000700');
  await toTheEnd(it, it.backfill());
  expect(it.published).toEqual(it.all.slice(700));
  expect(it.run()).toMatchObject({ done: size, expired: 700, finishedAt: expect.any(Date) });
});

test('while tagging lags nothing is marked', async () => {
  const { marked, backfill, setLag } = fixture(10);
  const it = backfill();
  setLag(BACKFILL_PAGE + 1);
  expect(await it.step()).toBe(false);
  expect(marked).toEqual([]);
  setLag(BACKFILL_PAGE);
  expect(await it.step()).toBe(true);
  expect(marked).toHaveLength(10);
});

test('the position of the run covers what is in the log, also while tagging lags, and never what is only marked', async () => {
  const { published, publish, backfill, run, setLag } = fixture(2 * BACKFILL_PAGE);
  const it = backfill();
  await it.step();
  expect(run()).toMatchObject({ done: 0, after: null });
  publish();
  setLag(BACKFILL_PAGE + 1);
  await it.step();
  expect(run()).toMatchObject({ done: published.length, after: published.at(-1) });
});

test('wherever a relay crashes, the next one leaves no posting out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 8 }), async (breaks) => {
      const it = fixture(3 * BACKFILL_PAGE + 7);
      for (const steps of breaks) {
        const backfill = it.backfill();
        for (let i = 0; i < steps; i++) {
          it.publish();
          await backfill.step();
          expect(it.run()!.done).toBeLessThanOrEqual(new Set(it.published).size);
        }
      }
      await toTheEnd(it, it.backfill());
      expect([...new Set(it.published)].sort()).toEqual(it.all);
    }),
  );
});

test('a new run starts at the beginning, also in a backfill that had a page of the old one', async () => {
  const it = fixture(2 * BACKFILL_PAGE);
  const backfill = it.backfill();
  await backfill.step();
  it.replace({ runId: 'r2', after: null, total: 0, done: 0, finishedAt: null });
  backfill.forget();
  it.marked.length = 0;
  await toTheEnd(it, backfill);
  expect(it.marked).toEqual(it.all);
  expect(it.run()).toMatchObject({ runId: 'r2', done: 2 * BACKFILL_PAGE });
});

test('without a run there is nothing to do', async () => {
  const { backfill, replace } = fixture(3);
  replace(null);
  expect(await backfill().step()).toBe(false);
});
