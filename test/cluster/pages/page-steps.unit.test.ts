import { expect, test } from '@jest/globals';
import { fenceAt, fencesOf, pages } from './page-fences.ts';
import { notRun, pageSteps } from './page-steps.ts';
import { shellOf } from './shell-of.ts';

const steps = pageSteps('postings.ndjson');
const keyOf = ({ page, lines }: { page: string; lines: readonly string[] }) => `${page}: ${lines[0]}`;

test('each command of a page about charts and clusters is run, or it is said why not', () => {
  const known = [...steps, ...notRun].map(({ page, begins }) => keyOf(fenceAt(page, begins)));
  expect(
    pages
      .flatMap(fencesOf)
      .map(keyOf)
      .filter((key) => !known.includes(key)),
  ).toEqual([]);
});

test('nothing is both run and not', () => {
  const run = new Set(steps.map(({ page, begins }) => `${page} ${begins}`));
  expect(notRun.filter(({ page, begins }) => run.has(`${page} ${begins}`))).toEqual([]);
});

test.each(steps)('$page: $begins… has all that is changed for the test', ({ page, begins, change }) => {
  expect(shellOf(fenceAt(page, begins).lines, change)).toContain('set -euo pipefail');
});
