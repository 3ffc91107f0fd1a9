import { expect, test } from '@jest/globals';
import { ruleGroups } from '@skillstream/observability';
import { alertIds, usualClocks } from './clocks.ts';
import { faults } from './faults/index.ts';
import { pages, tickets, type Fault } from './fault.ts';
import { bothClocks, findingsOf, tableRows, uncovered, type FaultResult } from './results.ts';

const ids = alertIds(ruleGroups());

test('every alert of the rules has a fault that has to fire it, and no fault is for another', () => {
  expect(uncovered(ids, faults)).toEqual({ lacking: [], unknown: [] });
  expect(ids.length).toBeGreaterThan(15);
});

test('an alert without a fault is named, and a fault for an alert that there is not', () => {
  const [first, ...rest] = faults;
  expect(uncovered(ids, rest).lacking).toEqual(expect.arrayContaining([...first!.fires]));
  expect(uncovered([], [first!]).unknown).toEqual(expect.arrayContaining([...first!.fires]));
});

test('faults have names of their own', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

const fault: Fault = {
  ...{ name: 'some', what: 'something stands still', fires: pages('ServiceDown') },
  ...{ afterwards: tickets('CountedLate'), make: async () => () => undefined },
};
const result: FaultResult = {
  fault,
  rows: [
    { alert: 'SkillstreamServiceDown (page)', isAfterwards: false, toFireMs: 13_400, toClearMs: 600 },
    { alert: 'SkillstreamCountedLate (ticket)', isAfterwards: true, toFireMs: 6000, toClearMs: 216_000 },
  ],
  also: ['SkillstreamRequestsFail (page)'],
  left: [],
};

test('a row has both clocks: the one of the wall, and what that is in production', () => {
  expect(tableRows(result, usualClocks)).toEqual([
    '| `ServiceDown` (page) | something stands still | 13 s (2 min 14 s) | 1 s (6 s) |',
    '| `CountedLate` (ticket) | something stands still | 6 s (10 min 00 s) after its end | 216 s (6 h 00 min) |',
  ]);
  expect(bothClocks(null, 'SkillstreamServiceDown (page)', usualClocks)).toBe('never');
});

test('what fired and cleared is no finding; what did not fire, and what did not clear, is', () => {
  expect(findingsOf(result)).toEqual([]);
  const [first, second] = result.rows;
  const silent = { ...first!, toFireMs: null, toClearMs: null };
  expect(findingsOf({ ...result, rows: [silent, second!], left: ['SkillstreamOther (page)'] })).toEqual([
    'some: SkillstreamServiceDown (page) did not fire',
    'some: SkillstreamOther (page) did not clear',
  ]);
});
