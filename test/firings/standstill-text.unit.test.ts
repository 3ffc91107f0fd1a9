import { expect, test } from '@jest/globals';
import type { StandstillSample } from './standstill-sample.ts';
import { lagPerSecond, sampleHeads, sampleLine } from './standstill-text.ts';

const nothing: StandstillSample = {
  ...{ atMs: 0, lagSeconds: null, lagRecords: null, countedPerSecond: null },
  ...{ burn5m: null, burn1h: null, budgetLeft: null, firing: [] },
};
const behind = (atMs: number, lagSeconds: number) => ({ ...nothing, atMs, lagSeconds });

test('a line has what is known below its head, and says what is not', () => {
  const sample: StandstillSample = {
    ...{ atMs: 61_000, lagSeconds: 59.6, lagRecords: 48_123, countedPerSecond: 0 },
    ...{ burn5m: 100, burn1h: 14.44, budgetLeft: -0.5, firing: ['SkillstreamServiceDown (page)'] },
  };
  expect([sampleHeads, sampleLine(sample, 1000), sampleLine(nothing, 0)]).toEqual([
    '  clock   behind     records  counted/s   burn 5m   burn 1h     left  fires',
    '   60 s     60 s      48,123          0    100.0×     14.4×    -50 %  ServiceDown (page)',
    '    0 s        –           –          –         –         –        –  nothing',
  ]);
});

test.each([
  ['as the clock does', [behind(0, 0), behind(5000, 4), behind(65_000, 64)], 1],
  ['half as fast', [behind(0, 10), behind(60_000, 40)], 0.5],
  ['once only', [behind(0, 10)], null],
  ['never', [nothing, nothing], null],
])('a lag that is seen %s', (_, samples, expected) => {
  expect(lagPerSecond(samples)).toBe(expected);
});
