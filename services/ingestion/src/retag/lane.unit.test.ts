import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRetagLane, RETAG_PAGE, type RetagRun, type RetagStore } from './lane.ts';

/** A run over so many postings, in memory; it tells what was marked and published. */
const world = (postings: number) => {
  const all = Array.from({ length: postings }, (_, i) => `p${String(i).padStart(6, '0')}`);
  const marked: string[] = [];
  const published: string[] = [];
  let run: RetagRun | null = { runId: 'r1', after: null, total: postings, done: 0, finishedAt: null };
  let lag = 0;
  let failing = false;
  const store: RetagStore = {
    read: async () => run,
    idsAfter: async (after, most) => all.filter((id) => after === null || id > after).slice(0, most),
    markPending: async (ids) => void marked.push(...ids),
    advance: async (before, changes) => {
      if (run?.runId === before.runId && run.after === before.after) run = { ...run, ...changes };
    },
  };
  const publish = async (ids: string[]) => {
    if (failing) throw new Error('Kafka is away');
    published.push(...ids);
  };
  return {
    ...{ all, marked, published, publish },
    lane: () => createRetagLane({ store, lag: async () => lag, nowMs: () => 0 }),
    run: () => run,
    replace: (next: RetagRun | null) => (run = next),
    setLag: (value: number) => (lag = value),
    setFailing: (value: boolean) => (failing = value),
  };
};

const toTheEnd = async (
  lane: ReturnType<ReturnType<typeof world>['lane']>,
  publish: (ids: string[]) => Promise<void>,
) => {
  while (await lane.active()) await lane.step(publish);
};

test('every posting is marked and published once, in the order of ids, and the run ends', async () => {
  for (const size of [0, 1, RETAG_PAGE, RETAG_PAGE + 1, 10_001]) {
    const { all, marked, published, publish, lane, run } = world(size);
    await toTheEnd(lane(), publish);
    expect(marked).toEqual(all);
    expect(published).toEqual(all);
    expect(run()).toMatchObject({ done: size, finishedAt: expect.any(Date) });
  }
});

test('while tagging lags nothing is marked', async () => {
  const { marked, publish, lane, setLag } = world(10);
  const it = lane();
  setLag(RETAG_PAGE + 1);
  expect(await it.active()).toBe(true);
  expect(await it.step(publish)).toBe(false);
  expect(marked).toEqual([]);
  setLag(RETAG_PAGE);
  expect(await it.step(publish)).toBe(true);
  expect(marked).toHaveLength(10);
});

test('wherever a relay breaks off, the next one leaves no posting out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 8 }), async (breaks) => {
      const { all, published, publish, lane, setFailing } = world(3 * RETAG_PAGE + 7);
      for (const steps of breaks) {
        const it = lane();
        for (let i = 0; i < steps && (await it.active()); i++) await it.step(publish);
        setFailing(true);
        if (await it.active()) await it.step(publish).catch(() => undefined);
        setFailing(false);
      }
      await toTheEnd(lane(), publish);
      expect([...new Set(published)].sort()).toEqual(all);
    }),
  );
});

test('a new run begins at the beginning, also in a lane that had a page of the old one in hand', async () => {
  const { all, marked, publish, lane, replace } = world(2 * RETAG_PAGE);
  const it = lane();
  await it.active();
  await it.step(publish);
  replace({ runId: 'r2', after: null, total: 0, done: 0, finishedAt: null });
  it.forget();
  marked.length = 0;
  await toTheEnd(it, publish);
  expect(marked).toEqual(all);
});

test('without a run there is nothing to do', async () => {
  const { publish, lane, replace } = world(3);
  replace(null);
  const it = lane();
  expect(await it.active()).toBe(false);
  expect(await it.step(publish)).toBe(false);
});
