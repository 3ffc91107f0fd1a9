import { expect, test } from '@jest/globals';
import type { TableQuery } from '@skillstream/contracts';
import { openOptionsOf } from './open-table.ts';

test.each<[TableQuery, ReturnType<typeof openOptionsOf>['dates']]>([
  [{}, undefined],
  [{ dates: 'mdy' }, 'mdy'],
  [{ dates: 'none' }, null],
])('what comes first in dates of %j', (query, dates) => expect(openOptionsOf(query).dates).toBe(dates));

test('no ids are remembered for repeats that nobody is told of', () =>
  expect(openOptionsOf({}).seen).toBeNull());

test('a map that is none is refused by its name', () =>
  expect(() => openOptionsOf({ map: 'x' })).toThrow(/^map: /));
