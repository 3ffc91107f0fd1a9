import { expect, test } from '@jest/globals';
import { trailOf } from './trail.ts';

const published = { partition: 3, offset: 7, at: new Date(0), by: 'a' };

test.each([
  [
    'of the version',
    2,
    { version: 2, acceptedBy: 'a', published },
    { version: 2, acceptedBy: 'a', published },
  ],
  ['of an older version, which the previous release left', 3, { version: 2, published }, { version: 3 }],
  ['without a version', 1, { published } as never, { version: 1 }],
  ['none', 1, undefined, { version: 1 }],
])('a trail says nothing of another version than its own: %s', (_, version, trail, expected) => {
  expect(trailOf({ version, trail })).toEqual(expected);
});
