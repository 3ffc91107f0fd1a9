import { expect, test } from '@jest/globals';
import { retractionText } from './retraction-text.ts';

test('a retraction names the version, and the command that shows when it is out of the counts', () =>
  expect(
    retractionText({
      ...{ postingId: 'hn.a\u001b[2J', source: 'hn', version: 3 },
      ...{ retracted: true, pending: true, posting: null },
    }),
  ).toBe(
    'hn.a\\u{1b}[2J is retracted, as version 3. Out of the counts once this says so: skillstream journey hn.a\\u{1b}[2J',
  ));
