import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { groups } from '@skillstream/contracts';
import { VIEW_SCHEMA_VERSION } from './view-keys.ts';

// Versions 2 to 4 were counted in one group.
const groupOf = (version: number) =>
  version === 4 ? 'analytics-views' : `analytics-views-v${version.toString()}`;

test('each version of the views is counted in a consumer group of its own, which the chart scales by', () => {
  expect(groups.views).toBe(groupOf(VIEW_SCHEMA_VERSION));
  const scaledObject = new URL(
    '../../../../../charts/analytics/templates/scaledobject.yaml',
    import.meta.url,
  );
  expect(readFileSync(scaledObject, 'utf8')).toContain(`consumerGroup: ${groups.views}\n`);
});
