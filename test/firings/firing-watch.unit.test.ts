import { expect, test } from '@jest/globals';
import { createFiringWatch } from './firing-watch.ts';

test('an alert has fired since it was first seen to, and cleared when it was last seen', () => {
  const watch = createFiringWatch();
  watch.look([], 0);
  watch.look(['a'], 10);
  watch.look(['a', 'b'], 20);
  expect([watch.firstMs('a'), watch.firstMs('b'), watch.firstMs('c')]).toEqual([10, 20, null]);
  expect([watch.clearedMs('a'), watch.clearedMs('c')]).toEqual([null, null]);
  watch.look(['b'], 30);
  expect([watch.clearedMs('a'), watch.clearedMs('b')]).toEqual([20, null]);
  expect([watch.firing(), watch.fired()]).toEqual([['b'], ['a', 'b']]);
});

test('one that fires a second time has fired since the first, and not cleared', () => {
  const watch = createFiringWatch();
  for (const [at, firing] of [['a'], [], ['a']].entries()) watch.look(firing, at);
  expect([watch.firstMs('a'), watch.clearedMs('a')]).toEqual([0, null]);
});

test('what is forgotten has not fired', () => {
  const watch = createFiringWatch();
  watch.look(['a'], 0);
  watch.forget();
  watch.look([], 10);
  expect([watch.fired(), watch.firstMs('a'), watch.clearedMs('a')]).toEqual([[], null, null]);
});
