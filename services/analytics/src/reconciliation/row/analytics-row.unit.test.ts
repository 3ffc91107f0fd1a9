import { expect, test } from '@jest/globals';
import { sourceName, UNDECODABLE_SOURCE, type AnalyticsRow } from '@skillstream/contracts';
import { analyticsRowOf, type CurrentVersion } from './analytics-row.ts';

const dead = (version: number, change = {}) => ({
  ...{ postingId: 'a', source: 'test', version, retracted: false },
  ...change,
});
const current = (version: number, retracted = false) => new Map([['a', { version, retracted }]]);
const none = new Map<string, CurrentVersion>();
const totals = (counted: number, versions: number) => new Map([['test', { counted, versions }]]);
const line = (counted: number, deadLettered: number, versions: number, deadRetractions = 0) => ({
  ...{ counted, deadLettered, versions, deadRetractions },
});
const retraction = { retracted: true };

test.each<
  [
    string,
    ReturnType<typeof totals>,
    ReturnType<typeof dead>[],
    Map<string, CurrentVersion>,
    number,
    AnalyticsRow['sources'],
  ]
>([
  ['nothing at all', new Map(), [], none, 0, {}],
  ['counted', totals(2, 5), [], none, 0, { test: line(2, 0, 5) }],
  ['dead and never counted', totals(2, 5), [dead(3)], none, 0, { test: line(2, 1, 8) }],
  ['dead, newer than the fact', totals(2, 5), [dead(3)], current(1), 0, { test: line(1, 1, 7) }],
  ['dead, newer than a retraction', totals(2, 5), [dead(3)], current(1, true), 0, { test: line(2, 1, 8) }],
  ['dead and counted since, replayed', totals(2, 5), [dead(3)], current(3), 0, { test: line(2, 0, 5) }],
  ['dead and counted since, newer', totals(2, 6), [dead(3)], current(4), 0, { test: line(2, 0, 6) }],
  ['dead and retracted since', totals(2, 6), [dead(3)], current(4, true), 0, { test: line(2, 0, 6) }],
  ['a dead retraction', totals(2, 5), [dead(3, retraction)], current(2), 0, { test: line(1, 1, 3, 1) }],
  ['one of nothing', totals(2, 5), [dead(3, retraction)], none, 0, { test: line(2, 1, 5, 1) }],
  ['one replayed', totals(2, 5), [dead(3, retraction)], current(3, true), 0, { test: line(2, 0, 5) }],
  [
    'dead in a source without counts',
    totals(1, 1),
    [dead(2, { source: 'other' })],
    none,
    0,
    { test: line(1, 0, 1), other: line(0, 1, 2) },
  ],
  [
    'undecodable records, beside a source that is named "unknown"',
    new Map([['unknown', { counted: 1, versions: 1 }]]),
    [],
    none,
    2,
    { unknown: line(1, 0, 1), [UNDECODABLE_SOURCE]: line(0, 2, 0) },
  ],
])(
  'every live posting is in the row once, at its latest version: %s',
  (_, counted, letters, versions, unknown, expected) => {
    expect(analyticsRowOf(counted, letters, versions, unknown)).toEqual(expected);
  },
);

test('a source named like a property of every object gets a row like any other', () => {
  const found = analyticsRowOf(new Map([['constructor', { counted: 3, versions: 4 }]]), [], new Map(), 0);
  expect(Object.entries(found)).toEqual([
    ['constructor', { counted: 3, deadLettered: 0, versions: 4, deadRetractions: 0 }],
  ]);
});

test('no source can have the name of the row of undecodable records', () => {
  expect(sourceName.safeParse(UNDECODABLE_SOURCE).success).toBe(false);
});
