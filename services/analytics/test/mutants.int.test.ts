import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LogRecord, Owner } from '@skillstream/messaging';
import { createFactsProjection } from '../src/projections/facts/projection.ts';
import type { FactStore } from '../src/projections/facts/fact-store.ts';
import { createViewsProjection } from '../src/projections/views/projection.ts';
import type { ViewStore } from '../src/projections/views/view-store.ts';
import { logOf } from './events.ts';
import { createFixture, type Stores, type Fixture } from './fixture.ts';

// Each mutant of the design's model removes one guard from the stores. A fixed schedule, by hooks between the steps,
// leaves the real code exact and makes the mutant miscount, every time.
let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const log = logOf(0, [
  { id: 1, skills: ['a', 'b'] },
  { id: 2, skills: ['b'] },
  { id: 1, skills: ['c'] },
  { id: 3, skills: ['a'] },
  { id: 2, skills: null },
  { id: 4, skills: ['a', 'd'] },
]);
const END = log.length;
const batch = (from: number, to: number): [LogRecord[], number] => [log.slice(from, to), to - 1];

/** Reads to the end of the log, as the runner does, from the position that the owner returns. */
const finish = async (owner: Owner, next = owner.next) => {
  for (let at = next; at < END;) at = await owner.take(...batch(at, END));
};
const views = (store: ViewStore, hooks = {}) => createViewsProjection({ store, hooks }).acquire(0);
const facts = (store: FactStore, hooks = {}) => createFactsProjection({ store, hooks }).acquire(0);
/** The projection that a schedule does not test. */
const finishOther = async (stores: Stores, other: 'views' | 'facts') =>
  finish(other === 'views' ? await views(stores.views) : await facts(stores.facts));

type Schedule<S> = (stores: Stores, store: S, again: S) => Promise<void>;
const viewGuards: {
  guard: string;
  mutate: (store: ViewStore, stores: Stores) => ViewStore;
  schedule: Schedule<ViewStore>;
}[] = [
  {
    guard: 'no_compare: the script writes only at the expected position',
    mutate: (store) => ({
      ...store,
      write: async (p, _expected, change) => store.write(p, await store.position(p), change),
    }),
    schedule: async (_stores, store) => {
      const successor = await views(store);
      const zombie = await views(store, { afterRead: () => finish(successor) });
      await finish(zombie);
    },
  },
  {
    guard: 'two_writes: counts and position change in one script',
    mutate: (store) => {
      let crash = true;
      return {
        ...store,
        write: async (p, expected, change) => {
          if (!crash) return store.write(p, expected, change);
          crash = false;
          await store.write(p, expected, { ...change, contributions: new Map(), position: expected });
          throw new Error('crashed between the two writes');
        },
      };
    },
    schedule: async (_stores, store) => {
      const owner = await views(store, {
        afterWrite: () => {
          throw new Error('crashed after the script');
        },
      });
      await owner.take(...batch(0, 3)).catch(() => undefined);
      await finish(await views(store));
    },
  },
  {
    guard: 'two_reads: position and contributions are read at one moment',
    mutate: (store, stores) => ({
      ...store,
      read: async (p, ids) => {
        const position = await store.position(p);
        await finish(await views(stores.views));
        return { position, present: (await store.read(p, ids)).present };
      },
    }),
    schedule: async (stores, store, plain) => {
      const owner = await views(store, {
        afterRead: async () => {
          if (store === plain) await finish(await views(stores.views));
          await stores.flush();
        },
      });
      await owner.take(...batch(0, 3));
      await finish(await views(stores.views));
    },
  },
  {
    guard: 'first_batch_only: every batch begins where the state stands',
    mutate: (store) => {
      let expected = -1;
      let real = -1;
      return {
        ...store,
        read: async (p, ids) => {
          const found = await store.read(p, ids);
          real = found.position;
          return { ...found, position: expected };
        },
        write: async (p, _expected, change) => {
          const written = await store.write(p, real, change);
          expected = written.position;
          return written;
        },
      };
    },
    schedule: async (stores, store) => {
      const owner = await views(store);
      const next = await owner.take(...batch(0, 3));
      await stores.flush();
      await finish(owner, next);
    },
  },
  {
    guard: 'no_tick: a quiet log is compared, too',
    mutate: (store) => ({ ...store, touch: async (_p, expected) => expected }),
    schedule: async (stores, store) => {
      const owner = await views(store);
      await finish(owner);
      await stores.flush();
      const next = await owner.check!(END, END);
      if (next !== null) await finish(owner, next);
    },
  },
];

const factGuards: {
  guard: string;
  mutate: (store: FactStore, stores: Stores) => FactStore;
  schedule: Schedule<FactStore>;
}[] = [
  {
    guard: 'no_fact_guard: an older event never replaces a newer fact',
    mutate: (store, stores) => ({
      ...store,
      write: async (list) => {
        const ids = list.map(({ postingId }) => postingId);
        await stores.facts.facts().deleteMany({ _id: { $in: ids } });
        await store.write(list);
      },
    }),
    schedule: async (stores, store) => {
      const zombie = await facts(store);
      await finish(await facts(stores.facts));
      await zombie.take(...batch(0, 2));
    },
  },
  {
    guard: 'delete_retracted: a retraction leaves a marker',
    mutate: (store, stores) => ({
      ...store,
      write: async (list) => {
        await store.write(list);
        await stores.facts.facts().deleteMany({ retracted: true });
      },
    }),
    schedule: async (_stores, store) => {
      const zombie = await facts(store);
      await finish(await facts(store));
      await zombie.take(...batch(0, 2));
    },
  },
  {
    guard: 'facts_kafka_commit: the position stands beside the facts',
    mutate: (store) => {
      let committed = -1;
      return {
        ...store,
        position: async () => committed,
        move: async (_p, _expected, position) => (committed = position),
      };
    },
    schedule: async (stores, store) => {
      const restore = await stores.backUpMongo();
      await finish(await facts(store));
      await restore();
      await finish(await facts(store));
    },
  },
];

describe.each(viewGuards)('views, $guard', ({ mutate, schedule }) => {
  test('with the guard the views equal a recount', async () => {
    const stores = fixture.fresh();
    await schedule(stores, stores.views, stores.views);
    await finishOther(stores, 'facts');
    expect(await stores.differences([log])).toEqual([]);
  });
  test('without it the same schedule miscounts', async () => {
    const stores = fixture.fresh();
    await schedule(stores, mutate(stores.views, stores), stores.views);
    await finishOther(stores, 'facts');
    expect(await stores.differences([log])).not.toEqual([]);
  });
});

describe.each(factGuards)('facts, $guard', ({ mutate, schedule }) => {
  test('with the guard the facts equal a recount', async () => {
    const stores = fixture.fresh();
    await schedule(stores, stores.facts, stores.facts);
    await finishOther(stores, 'views');
    expect(await stores.differences([log])).toEqual([]);
  });
  test('without it the same schedule leaves them wrong', async () => {
    const stores = fixture.fresh();
    await schedule(stores, mutate(stores.facts, stores), stores.facts);
    await finishOther(stores, 'views');
    expect(await stores.differences([log])).not.toEqual([]);
  });
});
