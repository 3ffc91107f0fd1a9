import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { DemandResult, SourcesResult } from '@skillstream/contracts';
import { viewKeys, viewVersionName } from '../src/stores/redis/view-keys.ts';
import { createAppFixture, taggedEvent, type AppFixture } from './app-fixture.ts';
import { tagOf, taggedPostingOf } from './tagged-posting.ts';

let fixture: AppFixture;
beforeAll(async () => {
  fixture = await createAppFixture();
});
afterAll(() => fixture.close());

const posting = (n: number, version = 1, primary?: boolean) =>
  taggedEvent(
    taggedPostingOf({
      ...{ postingId: `test.${n}`, version, tags: [tagOf('go')] },
      ...(primary !== undefined && { job: 'job-1', primary }),
    }),
  );
const models = ['views', 'facts'] as const;
/** Postings and jobs of demand and of the source, from both read models. */
const totals = () =>
  Promise.all(
    models.map(async (via) => {
      const demand = await fixture.get<DemandResult>(`/v1/demand?count=jobs&via=${via}`);
      const { sources } = await fixture.get<SourcesResult>(`/v1/sources?count=jobs&via=${via}`);
      expect(demand).toMatchObject({ counted: 'jobs', population: demand.jobs });
      return [demand.postings, demand.jobs, demand.skills[0]!.count, sources[0]!.postings, sources[0]!.jobs];
    }),
  );
const are = (postings: number, jobs: number) => models.map(() => [postings, jobs, jobs, postings, jobs]);

test('a posting that is linked after it was counted stays one posting and is no job any more, until it is promoted', async () => {
  await fixture.publish(
    fixture.topic,
    [1, 2, 3, 4].map((n) => posting(n)),
  );
  await fixture.caughtUp();
  expect(await totals()).toEqual(are(4, 4));
  await fixture.publish(fixture.topic, [posting(1, 2, true), posting(2, 2, false), posting(3, 2, false)]);
  await fixture.caughtUp();
  expect(await totals()).toEqual(are(4, 2));
  await fixture.publish(fixture.topic, [posting(1, 3, false), posting(2, 3, true)]);
  await fixture.caughtUp();
  expect(await totals()).toEqual(are(4, 2));
  expect(await fixture.get<DemandResult>('/v1/demand')).toMatchObject({
    ...{ counted: 'postings', population: 4, postings: 4, jobs: 2, filter: { origin: 'own' } },
    skills: [{ skillId: 'go', count: 4, postings: 4, jobs: 2 }],
  });
  expect(await fixture.verify()).toMatchObject({ state: 'done', differenceCount: 0 });
});

test('views that are lost are built with the same jobs', async () => {
  await fixture.redis.del(...(await fixture.redis.keys(`${fixture.namespace}{*`)));
  await until('the views are built again', async () => {
    const { answeredFrom } = await fixture.get<DemandResult>('/v1/demand?via=views');
    return answeredFrom.model === 'views';
  });
  expect(await totals()).toEqual(are(4, 2));
});

test('verification finds a wrong number of duplicates, and a fact that takes a duplicate for a job', async () => {
  const [generation] = await fixture.mongo.collection('log_generations').find().toArray();
  const now = generation!['generation'] as number;
  const facts = fixture.mongo.collection<{ _id: string; partition: number }>(`facts_${now}`);
  const { partition } = (await facts.findOne({ _id: 'test.3' }))!;
  const [key, field] = ['demand:2025-01:own:all', 'dup:s:go'];
  const view = viewKeys(fixture.namespace, viewVersionName(now)).view(partition, key);
  const right = await fixture.redis.hget(view, field);
  await fixture.redis.hincrby(view, field, 1);
  await facts.updateOne({ _id: 'test.3' }, { $unset: { primary: '' } });
  expect((await fixture.verify()).differences).toEqual([
    {
      ...{ model: 'views', partition, key, field },
      ...{ expected: right, found: String(Number(right) + 1) },
    },
    {
      ...{ model: 'facts', partition, key: 'test.3', field: 'primary' },
      ...{ expected: 'false', found: 'true' },
    },
  ]);
});

test('anything else than postings or jobs is refused, naming the parameter', async () => {
  const { body } = await fixture.ask('/v1/demand?count=titles');
  expect(JSON.parse(body)).toMatchObject({ status: 400, faults: [{ path: 'count' }] });
});
