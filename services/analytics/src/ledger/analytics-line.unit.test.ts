import { expect, test } from '@jest/globals';
import { analyticsLineOf } from './analytics-line.ts';

const dead = (version: number, source = 'test') => ({ postingId: 'a', source, version });
const held = (version: number) => new Map([['a', version]]);
const totals = (counted: number, versions: number) => new Map([['test', { counted, versions }]]);

test.each([
  ['nothing at all', new Map(), [], new Map(), 0, {}],
  ['counted', totals(2, 5), [], new Map(), 0, { test: { counted: 2, deadLettered: 0, versions: 5 } }],
  [
    'dead and never counted',
    totals(2, 5),
    [dead(3)],
    new Map(),
    0,
    { test: { counted: 2, deadLettered: 1, versions: 8 } },
  ],
  [
    'dead, newer than the fact',
    totals(2, 5),
    [dead(3)],
    held(1),
    0,
    { test: { counted: 1, deadLettered: 1, versions: 7 } },
  ],
  [
    'dead and counted since, replayed',
    totals(2, 5),
    [dead(3)],
    held(3),
    0,
    { test: { counted: 2, deadLettered: 0, versions: 5 } },
  ],
  [
    'dead and counted since, newer',
    totals(2, 6),
    [dead(3)],
    held(4),
    0,
    { test: { counted: 2, deadLettered: 0, versions: 6 } },
  ],
  [
    'dead in a source without counts',
    totals(1, 1),
    [dead(2, 'other')],
    new Map(),
    0,
    {
      test: { counted: 1, deadLettered: 0, versions: 1 },
      other: { counted: 0, deadLettered: 1, versions: 2 },
    },
  ],
  [
    'unknown',
    totals(1, 1),
    [],
    new Map(),
    2,
    {
      test: { counted: 1, deadLettered: 0, versions: 1 },
      unknown: { counted: 0, deadLettered: 2, versions: 0 },
    },
  ],
] as const)(
  'every posting stands in the line once, at its latest version: %s',
  (_, counted, letters, versions, unknown, line) => {
    expect(analyticsLineOf(new Map(counted), [...letters], new Map(versions), unknown)).toEqual(line);
  },
);
