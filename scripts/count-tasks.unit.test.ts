import { expect, test } from '@jest/globals';
import { countTasks } from './count-tasks.js';

const task = {
  taskId: '@skillstream/a#test:unit',
  command: 'node a.js',
  directory: 'packages/a',
  outputs: ['.turbo/unit.json'],
  cache: { status: 'MISS' },
  execution: { exitCode: 0 as number | null },
};
const check = { ...task, taskId: '//#lint', outputs: [] };
const hit = { status: 'HIT' };
const failed = { exitCode: 1 };
const left = (counts: { passed: number; failed: number } | null) => () => counts;

test.each([
  ['tests that ran', task, { passed: 7, failed: 0 }, { passed: 7, failed: 0, cached: 0 }],
  ['cached tests', { ...task, cache: hit }, { passed: 7, failed: 0 }, { passed: 7, failed: 0, cached: 7 }],
  [
    'a failed test',
    { ...task, execution: failed },
    { passed: 6, failed: 1 },
    { passed: 6, failed: 1, cached: 0 },
  ],
  [
    'a failure outside of tests',
    { ...task, execution: failed },
    { passed: 7, failed: 0 },
    { passed: 7, failed: 1, cached: 0 },
  ],
  ['no counts', task, null, { passed: 0, failed: 1, cached: 0 }],
  ['a signal', { ...task, execution: { exitCode: null } }, null, { passed: 0, failed: 1, cached: 0 }],
  ['a task not come to', { ...task, execution: undefined }, null, { passed: 0, failed: 1, cached: 0 }],
  ['a check', check, null, { passed: 1, failed: 0, cached: 0 }],
  ['a cached check', { ...check, cache: hit }, null, { passed: 1, failed: 0, cached: 1 }],
  ['a failed check', { ...check, execution: failed }, null, { passed: 0, failed: 1, cached: 0 }],
  [
    'a task without a command',
    { ...check, command: '<NONEXISTENT>' },
    null,
    { passed: 0, failed: 0, cached: 0 },
  ],
])('%s: counted for what it is', (_, one, counts, expected) => {
  expect(countTasks([one], left(counts))).toEqual(expected);
});

test('counts of several tasks are added up', () => {
  const tasks = [task, { ...task, cache: hit }, { ...check, execution: failed }];
  expect(countTasks(tasks, left({ passed: 2, failed: 0 }))).toEqual({ passed: 4, failed: 1, cached: 2 });
});
