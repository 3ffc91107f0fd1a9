import { expect, test } from '@jest/globals';
import { createReasons } from './create-reasons.ts';

test('the five commonest reasons are kept, of 200 kinds at most', () => {
  const reasons = createReasons();
  for (let line = 1; line <= 300; line += 1) reasons.add(line, { path: `p${line}`, message: 'is none' });
  reasons.add(301, { path: 'p200', message: 'is none' });
  reasons.add(302, { path: 'p201', message: 'is none' });
  reasons.add(303, { path: 'p201', message: 'is none' });
  const found = reasons.commonest();
  expect(found).toHaveLength(5);
  expect(found.slice(0, 2)).toEqual([
    { path: 'p200', message: 'is none', rows: 2, line: 200 },
    { path: 'p1', message: 'is none', rows: 1, line: 1 },
  ]);
});
