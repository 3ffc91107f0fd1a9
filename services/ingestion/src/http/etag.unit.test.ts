import { expect, test } from '@jest/globals';
import { conditionOf, etagOf } from './etag.ts';

test.each([
  [undefined, 'any'],
  ['*', 'any'],
  ['"3"', [3]],
  ['"3", "4"', [3, 4]],
  ['"3-pending"', [3]],
  ['W/"3"', []],
  ['"03", "3-", "3-pending-", "99999999999999999999"', []],
  ['"abc"', []],
])('If-Match %s allows %p', (header, allowed) => expect(conditionOf(header)).toEqual(allowed));

test.each([true, false])('a tag matches the version that it was made from, pending: %p', (pending) =>
  expect(conditionOf(etagOf(7, pending))).toEqual([7]),
);

test('a pending version has another tag than the same one published, since the representations differ', () => {
  expect(etagOf(7, true)).not.toBe(etagOf(7, false));
});

test('a version without quotes is an issue that names the header', () => {
  expect(() => conditionOf('3')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});
