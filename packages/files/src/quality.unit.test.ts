import { expect, test } from '@jest/globals';
import { readFile } from './testing.ts';

test('counts both ends of a pay of which nobody knows what they are paid for', async () => {
  const { quality } = await readFile(
    'id,text,salary from,salary to,currency,pay period\n1,a,4500,5200,EUR,\n2,a,4500,5200,EUR,month\n3,a,45000,52000,EUR,\n',
  );
  expect([...quality().unread]).toEqual([
    ['salary from', 1],
    ['salary to', 1],
  ]);
});
