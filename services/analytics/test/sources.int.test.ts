import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countUnits } from '@skillstream/contracts';
import type { Contribution } from '../src/contribution/contribution.ts';
import { queriesAbout } from './both-models.ts';
import { anyContribution } from './contributions.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { livingIn } from './living.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

type Event = { postingId: string; contribution: Contribution };
const events: fc.Arbitrary<Event[]> = fc.array(
  fc.record({ postingId: fc.nat(30).map((n) => `p${n}`), contribution: anyContribution }),
  { maxLength: 60 },
);
const logs = fc.tuple(events, events);

test('the sources are the same from the views, from the facts and from a recount of the postings', async () => {
  await fc.assert(
    fc.asyncProperty(logs, async (all) => {
      const { sources } = await queriesAbout(fixture, all);
      const [views, facts] = [await sources({ via: 'views' }), await sources({ via: 'facts' })];
      const living = livingIn(all);
      const expected = ['one', 'sample', 'two']
        .map((source) => ({
          source,
          origin: source === 'sample' ? 'sample' : 'own',
          postings: living.filter((one) => one.source === source).length,
          jobs: living.filter((one) => one.source === source && !one.duplicate).length,
        }))
        .filter(({ postings }) => postings > 0)
        .sort((a, b) => b.postings - a.postings || (a.source < b.source ? -1 : 1));
      expect([views.sources, facts.sources]).toEqual([expected, expected]);
      for (const via of ['views', 'facts'] as const) {
        const byJobs = await sources({ via, count: 'jobs' });
        expect(byJobs.sources).toEqual(
          expected.toSorted((a, b) => b.jobs - a.jobs || (a.source < b.source ? -1 : 1)),
        );
        expect([byJobs.counted, views.counted]).toEqual(countUnits.toReversed());
      }
      const byDefault = living.some(({ source }) => source !== 'sample') ? 'own' : 'sample';
      expect([views.origin, facts.origin]).toEqual([byDefault, byDefault]);
      expect([views.answeredFrom.model, facts.answeredFrom.model]).toEqual(['views', 'facts']);
      expect(views.answeredFrom.viewVersion).toBe(facts.answeredFrom.viewVersion);
    }),
    { numRuns: 10 },
  );
});

test('what is asked of one source is a recount of its postings alone, from the facts, and says so', async () => {
  await fc.assert(
    fc.asyncProperty(logs, fc.constantFrom('one', 'sample', 'nowhere'), async (all, source) => {
      const queries = await queriesAbout(fixture, all);
      const living = livingIn(all).filter((one) => one.source === source);
      const naming = (skill: string) => living.filter(({ skills }) => skills.includes(skill));

      const demand = await queries.demand({ source });
      const origin = source === 'sample' ? 'sample' : 'own';
      expect(demand).toMatchObject({ filter: { source, origin }, population: living.length });
      for (const skill of ['go', 'rust', 'sql'])
        expect(demand.skills.find(({ skillId }) => skillId === skill)?.count ?? 0).toBe(naming(skill).length);

      const trend = await queries.trend('go', { source });
      for (const { month, count, population } of trend.months) {
        expect(population).toBe(living.filter((one) => one.month === month).length);
        expect(count).toBe(naming('go').filter((one) => one.month === month).length);
      }
      const roles = await queries.roles({ source });
      for (const { role, count } of roles.roles)
        expect(count).toBe(living.filter((one) => one.role === role).length);

      const compared = await queries.compare({ by: 'role', a: 'backend', b: 'data', source });
      for (const side of [compared.a, compared.b]) {
        expect(side.filter).toEqual({ role: side.name, source, origin });
        expect(side.population).toBe(living.filter((one) => one.role === side.name).length);
      }
      const skills = await queries.compareSkills({ a: 'go', b: 'sql', source });
      expect([skills.a.count, skills.b.count]).toEqual([naming('go').length, naming('sql').length]);

      for (const { answeredFrom } of [demand, trend, roles, compared, skills])
        expect(answeredFrom).toMatchObject({ model: 'facts', caughtUp: true });
    }),
    { numRuns: 10 },
  );
});

test('facts are found by their source through an index, also those of a release that had none', async () => {
  const { facts } = fixture.fresh();
  await facts.facts().createIndexes([{ key: { month: 1 }, name: 'month' }]);
  await facts.position(0);
  const indexes = await facts.facts().indexes();
  expect(indexes).toContainEqual(
    expect.objectContaining({ name: 'source', key: { source: 1, retracted: 1, month: 1 } }),
  );
});
