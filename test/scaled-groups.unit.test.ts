import { expect, test } from '@jest/globals';
import { groups } from '@skillstream/contracts';
import { readText } from './docs/project.ts';

test('the chart scales analytics by the lag of the group that counts the views', () => {
  const scaledObject = readText('charts/analytics/templates/scaledobject.yaml');
  expect(scaledObject).toContain(`consumerGroup: ${groups.views}\n`);
});
