import { beforeAll, expect, test } from '@jest/globals';
import { figuresOf, readFigures, type Figures } from './figures.ts';
import { measureAll, type Measured } from './measure.ts';

// One pair more or less.
const LEEWAY = 0.005;
const known = readFigures();
let measured: Measured;
let now: Figures;
beforeAll(async () => {
  measured = await measureAll();
  now = figuresOf(measured);
  process.stdout.write(`figure: ${JSON.stringify(now)}\n`);
});

test.each(Object.keys(known))('%s of linked duplicates is no lower than the committed figure', (name) => {
  expect(now[name]).toBeGreaterThanOrEqual(known[name]! - LEEWAY);
});

test('twice the postings make about twice the comparisons', () => {
  const { groups, half } = measured;
  const perPosting = (one: Measured['groups']) => one.comparisons / one.postings;
  expect(groups.postings).toBeGreaterThan(half.postings * 1.5);
  expect(perPosting(groups)).toBeLessThan(perPosting(half) * 1.5);
});
