import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DemandFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { sliceFor } from '../src/projections/views/slices.ts';
import { queriesAbout } from './both-models.ts';
import { anyEvents } from './contributions.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { filtered, livingIn } from './living.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const filter = fc
  .record({
    role: maybe('backend', 'data', 'ml'),
    country: maybe('DE', 'US'),
    seniority: maybe('senior'),
    workplace: maybe('remote'),
    from: maybe('2024-12', '2025-02'),
    to: maybe('2025-01', '2025-02'),
    origin: maybe('own', 'sample', 'all'),
  })
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, v]) => v)) as DemandFilter)
  .filter((values) => sliceFor(values) !== null);

const logs = fc.tuple(anyEvents, anyEvents);

test('views, facts and a recount give the same result for every query with a materialized slice, of each origin', async () => {
  await fc.assert(
    fc.asyncProperty(logs, fc.array(filter, { minLength: 1, maxLength: 4 }), async (events, filters) => {
      const queries = await queriesAbout(fixture, events);
      for (const asked of filters) {
        const [views, facts] = await Promise.all(
          (['views', 'facts'] as const).map((via) => queries.demand({ ...asked, via })),
        );
        expect(views!.population).toBe(filtered(livingIn(events), asked).length);
        expect(views).toEqual({ ...facts, answeredFrom: expect.objectContaining({ model: 'views' }) });
        expect(facts!.answeredFrom).toEqual({
          model: 'facts',
          caughtUp: true,
          viewVersion: views!.answeredFrom.viewVersion,
        });
        const [oneWay, other] = await Promise.all(
          (['views', 'facts'] as const).map((via) => queries.trend('go', { ...asked, via })),
        );
        expect(oneWay!.months).toEqual(other!.months);
      }
    }),
    { numRuns: 40 },
  );
});

test('views and facts list the same roles, whose postings add up to all postings', async () => {
  await fc.assert(
    fc.asyncProperty(logs, maybe('DE'), async (events, country) => {
      const { roles } = await queriesAbout(fixture, events);
      const [views, facts] = [await roles({ country, via: 'views' }), await roles({ country, via: 'facts' })];
      expect(views.roles).toEqual(facts.roles);
      expect(views.roles.reduce((sum, { count }) => sum + count, 0)).toBe(views.population);
    }),
    { numRuns: 10 },
  );
});
