import { expect, test } from '@jest/globals';
import { operandsOf, writeCondition, type Condition } from './condition.ts';

const condition: Condition = {
  any: [
    {
      all: [
        { value: 'a', is: '>', than: 1 },
        { value: 'b or c', is: '==', than: 'd' },
      ],
    },
    { value: 'e', is: '<', than: 2 },
  ],
};

test('a condition is written with the labels of its first part', () => {
  expect(writeCondition(condition)).toBe('((a) > 1 and on () (b or c) == d) or (e) < 2');
});

test('what is compared can be taken out, also what it is compared with', () => {
  expect(operandsOf(condition)).toEqual(['a', 'b or c', 'd', 'e']);
});
