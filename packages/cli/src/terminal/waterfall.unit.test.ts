import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { waterfall } from './waterfall.ts';

test('spans lie on one axis, in proportion', () => {
  const spans = [{ fromMs: 100, toMs: 100 }, { fromMs: 100, toMs: 150 }, null, { fromMs: 150, toMs: 200 }];
  expect(waterfall(spans, 10)).toEqual(['█', '█████', '', '     ████']);
});

test('without any known time, and where all happens at once, nothing is out of bounds', () => {
  expect(waterfall([null, null], 10)).toEqual(['', '']);
  expect(waterfall([{ fromMs: 5, toMs: 5 }], 10)).toEqual(['█']);
});

test('whatever the times, a line has one filled cell at least and is no wider than the axis', () => {
  const span = fc.tuple(fc.integer(), fc.nat()).map(([fromMs, ms]) => ({ fromMs, toMs: fromMs + ms }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (spans, width) => {
      for (const line of waterfall(spans, width)) {
        expect(line.length).toBeLessThanOrEqual(width);
        expect(line).toMatch(/^ *█+$/);
      }
    }),
  );
});
