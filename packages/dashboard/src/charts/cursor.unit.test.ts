import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moveCursor, placeOf } from './cursor.ts';

test.each([
  ['ArrowDown', null, { row: 0, column: 0 }],
  ['ArrowRight', null, { row: 0, column: 0 }],
  ['ArrowDown', { row: 0, column: 2 }, { row: 1, column: 2 }],
  ['ArrowUp', { row: 0, column: 2 }, { row: 0, column: 2 }],
  ['ArrowRight', { row: 1, column: 3 }, { row: 1, column: 3 }],
  ['ArrowLeft', { row: 1, column: 3 }, { row: 1, column: 2 }],
  ['Home', { row: 1, column: 3 }, { row: 1, column: 0 }],
  ['End', { row: 1, column: 0 }, { row: 1, column: 3 }],
  ['Tab', { row: 1, column: 0 }, null],
  ['constructor', null, null],
] as const)('%s leads from %j to %j among two series of four values', (key, from, to) => {
  expect(moveCursor(from, key, 2, 4)).toEqual(to);
});

test.each([
  ['stays', ['go', 'java'], ['2025-03'], { row: 1, column: 0 }],
  ['has changed places', ['java', 'c', 'go'], ['2025-02', '2025-03'], { row: 0, column: 1 }],
  ['is gone', ['go', 'c'], ['2025-03'], null],
  ['is of a month that is gone', ['go', 'java'], ['2025-04'], null],
])('a value that is looked at %s', (_, rows, columns, place) =>
  expect(placeOf({ row: 'java', column: '2025-03' }, rows, columns)).toEqual(place),
);

test('where nothing is looked at there is no place', () => expect(placeOf(null, ['go'], [''])).toBeNull());

test('in a list left and right are up and down, Home and End its ends', () => {
  const at = { row: 1, column: 0 };
  expect(['ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => moveCursor(at, key, 5, 1)!.row)).toEqual([
    0, 2, 0, 4,
  ]);
});

test('no key leads out of a chart, and none into an empty one', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
  const size = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(size, size, fc.array(keys), (rows, columns, pressed) => {
      let at: ReturnType<typeof moveCursor> = null;
      for (const key of pressed) {
        at = moveCursor(at, key, rows, columns);
        if (rows === 0 || columns === 0) expect(at).toBeNull();
        else expect(at!.row >= 0 && at!.row < rows && at!.column >= 0 && at!.column < columns).toBe(true);
      }
    }),
  );
});
