import { expect, test } from '@jest/globals';
import { conditionOf, etagOf } from './etag.ts';

test.each([
  [undefined, 'any'],
  ['*', 'any'],
  ['"3"', [3]],
  ['"3", "4"', [3, 4]],
  ['W/"3"', []],
  ['"abc"', []],
])('If-Match %s allows %p', (header, allowed) => expect(conditionOf(header)).toEqual(allowed));

test('a tag matches the version it was made of', () => expect(conditionOf(etagOf(7))).toEqual([7]));

test('a version without quotes is a fault that names the header', () => {
  expect(() => conditionOf('3')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});
