import { expect, test } from '@jest/globals';
import { groups } from '@skillstream/contracts';
import { VIEW_SCHEMA_VERSION } from './view-keys.ts';

// Versions 2 to 4 shared one group.
const groupOf = (version: number) =>
  version === 4 ? 'analytics-views' : `analytics-views-v${version.toString()}`;

test('each schema version of the views has its own consumer group', () => {
  expect(groups.views).toBe(groupOf(VIEW_SCHEMA_VERSION));
});
