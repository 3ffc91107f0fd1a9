import { expect, test } from '@jest/globals';
import { componentOf } from './component.ts';

/** Numbers are alike that differ by one. */
const of = async (first: number, others: number[], most = Infinity) => {
  let compared = 0;
  const areAlike = async (a: number, b: number) => {
    compared += 1;
    return Math.abs(a - b) === 1;
  };
  return { ...(await componentOf(first, others, areAlike, most)), compared };
};

test.each<[number, number[], number[], number[]]>([
  [1, [], [1], []],
  [1, [2, 3], [1, 2, 3], []],
  [1, [3, 2], [1, 2, 3], []],
  [1, [3, 4], [1], [3, 4]],
  [5, [1, 4, 6, 2, 8], [5, 4, 6], [1, 2, 8]],
])('with %d of %j there hang together %j, and %j are apart', async (first, others, within, apart) => {
  expect(await of(first, others)).toMatchObject({ within, apart });
});

test('what would cost more comparisons than are allowed is taken for one', async () => {
  expect(await of(1, [9, 8, 7, 6], 3)).toEqual({ within: [1, 6, 9, 8, 7], apart: [], compared: 3 });
});
