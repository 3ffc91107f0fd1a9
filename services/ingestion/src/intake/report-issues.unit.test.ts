import { expect, test } from '@jest/globals';
import { postingInput } from '@skillstream/contracts';
import { createIssueReporter, MOST_OF_ONE, schemaIssues, reportIssues } from './report-issues.ts';

const faults = (count: number) => Array.from({ length: count }, (_, i) => ({ path: `f${i}`, message: 'no' }));

test('the first issues are listed, and the others counted', () => {
  expect(reportIssues(faults(3), 3)).toEqual(faults(3));
  expect(reportIssues(faults(5), 3)).toEqual([...faults(3), { path: '', message: 'and 2 more faults' }]);
});

test('a posting with 5,000 unknown fields gets twenty issues, and that there are 4,983 more', () => {
  const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}`, 1]));
  const reported = schemaIssues(postingInput.safeParse(unknown).error!);
  // The three missing fields are issues as well.
  expect([reported.length, reported.at(-1)]).toEqual([
    MOST_OF_ONE + 1,
    { path: '', message: 'and 4983 more faults' },
  ]);
});

test('the name of an unknown field is echoed only up to a limit', () => {
  const [, , , reported] = schemaIssues(postingInput.safeParse({ ['x'.repeat(100_000)]: 1 }).error!);
  expect(reported).toEqual({ path: `${'x'.repeat(200)}…`, message: 'unknown field' });
});

test('once a response lists enough, each posting still has its first issue and the number of the others', () => {
  const report = createIssueReporter(4);
  expect(report(faults(3))).toEqual(faults(3));
  expect(report(faults(3))).toEqual(faults(3));
  expect(report(faults(3))).toEqual([faults(1)[0], { path: '', message: 'and 2 more faults' }]);
  expect(report(reportIssues(faults(30), 20))).toEqual([
    faults(1)[0],
    { path: '', message: 'and 29 more faults' },
  ]);
  expect(report(faults(1))).toEqual(faults(1));
});
