import { expect, test } from '@jest/globals';
import type { AnsweredFrom, Origin } from '@skillstream/contracts';
import { createAboutOneOrigin } from './about-one-origin.ts';

const from = (model: 'views' | 'facts', viewVersion: string): AnsweredFrom => ({
  ...{ model, caughtUp: true, viewVersion },
});

/** What is known of own postings, by each read model, and a query that gives back what it is about. */
const setUp = (views: { own: boolean; at: string } | null, facts = { own: false, at: 'f' }) => {
  const about = createAboutOneOrigin({
    views: async () => views && { found: views.own, answeredFrom: from('views', views.at) },
    facts: async () => ({ found: facts.own, answeredFrom: from('facts', facts.at) }),
  });
  return (query: { source?: string; origin?: Origin; via?: 'views' | 'facts' }, readAt = 'v') =>
    about(async (filter: typeof query) => ({ filter, answeredFrom: from('views', readAt) }))(query);
};

test('by default a query is about own postings where there are any, else about the sample', async () => {
  expect((await setUp({ own: true, at: 'v' })({})).filter.origin).toBe('own');
  expect((await setUp({ own: false, at: 'v' })({})).filter.origin).toBe('sample');
});

test('the facts say what there is while the views are being built, and where they are asked', async () => {
  expect((await setUp(null, { own: true, at: 'v' })({})).filter.origin).toBe('own');
  expect((await setUp({ own: false, at: 'v' }, { own: true, at: 'v' })({ via: 'facts' })).filter.origin).toBe(
    'own',
  );
});

test.each<[{ source?: string; origin?: Origin }, Origin]>([
  [{ origin: 'own' }, 'own'],
  [{ origin: 'sample' }, 'sample'],
  [{ origin: 'all' }, 'all'],
  [{ source: 'hn' }, 'own'],
  [{ source: 'sample' }, 'sample'],
  [{ source: 'hn', origin: 'all' }, 'own'],
  [{ source: 'hn', origin: 'own' }, 'own'],
  [{ source: 'sample', origin: 'sample' }, 'sample'],
])('%j is about %s, whatever there is, and keeps its version', async (query, origin) => {
  for (const own of [true, false]) {
    const result = await setUp({ own, at: 'other' })(query);
    expect(result.filter).toEqual({ ...query, origin });
    expect(result.answeredFrom.viewVersion).toBe('v');
  }
});

test.each<[{ source: string; origin: Origin }, string]>([
  [{ source: 'hn', origin: 'sample' }, 'hn is own'],
  [{ source: 'sample', origin: 'own' }, 'sample is sample'],
])('%j, of which there can be no posting, is refused, naming the field', async (query, message) => {
  await expect(setUp(null)(query)).rejects.toMatchObject({
    code: 'unprocessable',
    context: { faults: [{ path: 'origin', message }] },
  });
});

test('a result by a default of another version has no version, so that no cache serves it after the default has changed', async () => {
  const ask = setUp({ own: false, at: 'before' });
  expect((await ask({}, 'before')).answeredFrom.viewVersion).toBe('before');
  expect((await ask({}, 'with-the-first-own-posting')).answeredFrom.viewVersion).toBeNull();
});

test('a default from the facts in place of the views gives no version either', async () => {
  expect((await setUp(null, { own: true, at: 'v' })({}, 'v')).answeredFrom.viewVersion).toBeNull();
});
