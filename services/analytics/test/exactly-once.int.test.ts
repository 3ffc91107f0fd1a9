import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTurns } from './schedule.ts';
import { createFactsProjection } from '../src/projections/facts/projection.ts';
import { createViewsProjection } from '../src/projections/views/projection.ts';
import { logOf, type Entry } from './events.ts';
import { createFixture, type Stores, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const entry: fc.Arbitrary<Entry> = fc.record({
  id: fc.integer({ min: 0, max: 5 }),
  skills: fc.option(fc.subarray(['a', 'b', 'c', 'd']), { freq: 4 }),
  // Promotions and demotions: the same posting is the primary of its job, another is, or it is alone.
  primary: fc.constantFrom(undefined, true, false),
});
const faults = ['crash', 'zombie', 'flush', 'copy', 'fail-over', 'back-up', 'restore'] as const;
const run = fc.record({
  logs: fc.array(fc.array(entry, { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 2 }),
  seed: fc.integer(),
  chaos: fc.array(
    fc.record({ after: fc.integer({ min: 1, max: 12 }), fault: fc.constantFrom(...faults), pick: fc.nat() }),
    { maxLength: 10 },
  ),
});

/** Every call of a store waits for the scheduler, which can stop or delay an owner between any two calls. */
const stepwise = <S extends object>(store: S, turn: () => Promise<void>): S =>
  Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        await turn();
        return (call as (...a: unknown[]) => unknown)(...args);
      },
    ]),
  ) as S;

const projectionsOf = (stores: Stores) => {
  const { position, read, write, touch } = stores.views;
  const { facts } = stores;
  return [
    (turn: () => Promise<void>) =>
      createViewsProjection({ store: stepwise({ position, read, write, touch }, turn) }),
    (turn: () => Promise<void>) =>
      createFactsProjection({
        store: stepwise(
          { write: facts.write, position: facts.position, move: facts.move, touch: facts.touch },
          turn,
        ),
      }),
  ];
};

test('whatever crashes, resumes late, is flushed, fails over or is restored: views and facts equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(run, async ({ logs: entries, seed, chaos }) => {
      const stores = fixture.fresh();
      const logs = entries.map((list, partition) => logOf(partition, list));
      const turns = createTurns(seed);
      type Owned = { dead: boolean; zombie: boolean; factsOf: boolean };
      const owners = new Map<string, Owned>();
      const everyone: Owned[] = [];
      let setBack = stores.flush;
      let restore = await stores.backUpMongo();

      const own = (kind: number, partition: number) => {
        const me = { dead: false, zombie: false, factsOf: kind === 1 };
        owners.set(`${kind}/${partition}`, me);
        everyone.push(me);
        const log = logs[partition]!;
        const actor = turns.actor(() => me.dead);
        turns.run(actor, async () => {
          const owner = await projectionsOf(stores)[kind]!(actor.turn).acquire(partition);
          let next = owner.next;
          for (;;) {
            await actor.turn();
            if (next >= log.length) {
              // A zombie has nothing more to do; an owner compares positions, as its tick does.
              if (me.zombie) return;
              actor.quiet = true;
              next = (await owner.check!(next, log.length)) ?? next;
              if (next >= log.length) continue;
            }
            actor.quiet = false;
            const upTo = Math.min(log.length, next + 1 + turns.random(6)) - 1;
            next = await owner.take(log.slice(next, upTo + 1), upTo);
          }
        });
      };
      for (const [partition] of logs.entries()) for (const kind of [0, 1]) own(kind, partition);

      const strike = async (fault: (typeof faults)[number], pick: number) => {
        const [key, victim] = [...owners][pick % owners.size]!;
        const [kind, partition] = key.split('/').map(Number) as [number, number];
        if (fault === 'crash') victim.dead = true;
        if (fault === 'zombie') victim.zombie = true;
        if (fault === 'crash' || fault === 'zombie') own(kind, partition);
        if (fault === 'flush') await stores.flush();
        if (fault === 'copy') setBack = await stores.copyRedis();
        if (fault === 'fail-over') await setBack();
        if (fault === 'back-up') restore = await stores.backUpMongo();
        if (fault !== 'restore') return;
        // MongoDB is restored while all replicas of analytics are stopped, zombies too.
        for (const owner of everyone) if (owner.factsOf) owner.dead = true;
        turns.endDead();
        await restore();
        for (const [p] of logs.entries()) own(1, p);
      };
      for (const { after, fault, pick } of chaos) {
        await turns.steps(after);
        await strike(fault, pick);
      }
      await turns.untilQuiet();
      expect(await stores.differences(logs)).toEqual([]);
    }),
    // The seed and path that a failure prints reproduce it; shrinking over real engines would take minutes.
    { numRuns: 100, endOnFailure: true },
  );
});
