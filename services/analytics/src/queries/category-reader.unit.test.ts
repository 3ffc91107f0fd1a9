import { expect, test } from '@jest/globals';
import { CATEGORIES_KEY } from '../projections/views/names.ts';
import { createCategoryReader } from './category-reader.ts';
import type { MergedViews } from './merge-views.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/** Snapshots whose views a test sets; null while they are being built. */
const setUp = (counts: Record<string, number> | null) => {
  const held = { counts };
  const read: ViewSnapshots['read'] = async (_, shape) => {
    if (!held.counts) return null;
    const views: MergedViews = new Map([[CATEGORIES_KEY, new Map(Object.entries(held.counts))]]);
    return { found: shape(views), answeredFrom: { model: 'views', caughtUp: true, viewVersion: 'x' } };
  };
  return { held, skillsOf: createCategoryReader({ read }) };
};

test("a skill's category is the one that most postings have it under, the first by name on a tie", async () => {
  const { skillsOf } = setUp({
    'data:sql': 2,
    'languages:sql': 3,
    'languages:go': 1,
    'cloud:go': 1,
    'data:r': 4,
  });
  expect([...(await skillsOf('languages'))]).toEqual(['sql']);
  expect([...(await skillsOf('cloud'))]).toEqual(['go']);
  expect([...(await skillsOf('data'))]).toEqual(['r']);
  expect([...(await skillsOf('nothing'))]).toEqual([]);
});

test('while the views are rebuilt the categories that were read last are used; before the first read none are known', async () => {
  const { held, skillsOf } = setUp(null);
  await expect(skillsOf('cloud')).rejects.toMatchObject({ code: 'unavailable' });
  held.counts = { 'cloud:aws': 1 };
  await skillsOf('cloud');
  held.counts = null;
  expect([...(await skillsOf('cloud'))]).toEqual(['aws']);
});
