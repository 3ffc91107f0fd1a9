import { expect, test } from '@jest/globals';
import { groups } from '@skillstream/contracts';
import { VIEW_SCHEMA_VERSION } from './view-keys.ts';

// Versions 2 to 4 were counted in one group.
const groupOf = (version: number) =>
  version === 4 ? 'analytics-views' : `analytics-views-v${version.toString()}`;

test('each version of the views is counted in a consumer group of its own', () => {
  expect(groups.views).toBe(groupOf(VIEW_SCHEMA_VERSION));
});
