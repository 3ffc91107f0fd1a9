import { expect, test } from '@jest/globals';
import { groups } from '@skillstream/contracts';
import { readText } from './docs/project.ts';

const scaledObject = (chart: string) => readText(`charts/${chart}/templates/scaledobject.yaml`);

test('the chart scales analytics by the lag of the group that counts the views', () => {
  expect(scaledObject('analytics')).toContain(`"group" "${groups.views}"`);
});

test('and by that of the facts, and tagging by that of its own', () => {
  expect(scaledObject('analytics')).toContain(`"group" "${groups.facts}"`);
  expect(scaledObject('tagging')).toContain(`"group" "${groups.tagging}"`);
});
