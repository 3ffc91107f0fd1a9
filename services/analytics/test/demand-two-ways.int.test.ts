import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DemandFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { createQuestions } from '../src/demand/question.ts';
import { createFactReader } from '../src/store/fact-reader.ts';
import { createViewReader } from '../src/store/view-reader.ts';
import { incrementsOf } from '../src/views/increments.ts';
import { sliceFor } from '../src/views/slices.ts';
import { anyEvents } from './contributions.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const filter = fc
  .record({
    role: maybe('backend', 'data', 'ml'),
    country: maybe('DE', 'US'),
    seniority: maybe('senior'),
    workplace: maybe('remote'),
    from: maybe('2024-12', '2025-02'),
    to: maybe('2025-01', '2025-02'),
  })
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, v]) => v)) as DemandFilter)
  .filter((values) => sliceFor(values) !== null);

type Events = (typeof anyEvents extends fc.Arbitrary<infer E> ? E : never)[];

/** Both read models of the same events, a partition a list, as both projections leave them. */
const questionsAbout = async (logs: Events) => {
  const stores = world.fresh();
  for (const [partition, log] of logs.entries()) {
    const events = log.map((event) => ({ ...event, postingId: `${partition}-${event.postingId}` }));
    const end = events.length;
    await stores.views.write(partition, -1, { position: end - 1, ...incrementsOf(events, new Map()) });
    await stores.views.touch(partition, end - 1, end, true);
    await stores.facts.position(partition);
    await stores.facts.write(events.map((event, offset) => ({ ...event, partition, offset })));
    await stores.facts.move(partition, -1, end - 1);
    await stores.facts.touch(partition, end - 1, end, true);
  }
  const partitions = async () => logs.length;
  return createQuestions({
    views: createViewReader({ store: () => stores, partitions, now: Date.now }).read,
    facts: createFactReader({ stores: async () => stores, partitions }).read,
  });
};

const logs = fc.tuple(anyEvents, anyEvents);

test('views and facts give the same answer to every question that a slice is kept for', async () => {
  await fc.assert(
    fc.asyncProperty(logs, fc.array(filter, { minLength: 1, maxLength: 4 }), async (events, filters) => {
      const questions = await questionsAbout(events);
      for (const asked of filters) {
        const [views, facts] = await Promise.all(
          (['views', 'facts'] as const).map((via) => questions.demand({ ...asked, via })),
        );
        expect(views).toEqual({ ...facts, answeredFrom: expect.objectContaining({ model: 'views' }) });
        expect(facts!.answeredFrom).toEqual({
          model: 'facts',
          caughtUp: true,
          viewVersion: views!.answeredFrom.viewVersion,
        });
        const [oneWay, other] = await Promise.all(
          (['views', 'facts'] as const).map((via) => questions.trend('go', { ...asked, via })),
        );
        expect(oneWay!.months).toEqual(other!.months);
      }
    }),
    { numRuns: 40 },
  );
});
