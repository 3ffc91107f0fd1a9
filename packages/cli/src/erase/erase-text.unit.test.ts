import { expect, test } from '@jest/globals';
import type { Erasure } from '@skillstream/contracts';
import { endText, previewText } from './erase-text.ts';

const preview = { source: 'acme', postings: 2400, complete: true, examples: ['acme.1', 'acme.2'] };

test('what would be erased is counted, chosen and exemplified in one line', () => {
  expect(previewText(preview, undefined)).toBe('2,400 postings of acme, such as acme.1, acme.2');
  const some = { ...preview, postings: 1, complete: false, examples: [] };
  expect(previewText(some, 'Jane\nDoe')).toBe('at least 1 posting of acme with "Jane\\u{a}Doe"');
});

const ended: Erasure = {
  ...{ id: 'run', source: 'acme', state: 'ended', phase: 'letters', matching: false },
  ...{ startedAt: '2026-01-01T00:00:00Z', endedAt: '2026-01-01T00:00:09Z', total: 9, done: 9, erased: 7 },
  ...{ letters: 1, unmigrated: 0, failures: 0, reason: null, again: false },
};

test('the end says what is erased, and what has to be migrated', () => {
  expect(endText(ended)).toContain('7 postings of acme and 1 dead letter erased');
  expect(endText(ended)).not.toContain('migrate');
  expect(endText({ ...ended, unmigrated: 1 })).toContain(
    '1 dead letter stays until: skillstream dlq migrate',
  );
});

test('where nothing was erased nothing is said to be gone', () => {
  expect(endText({ ...ended, erased: 0, letters: 0 })).toBe('0 postings of acme and 0 dead letters erased');
  for (const some of [{ erased: 1 }, { letters: 1 }])
    expect(endText({ ...ended, erased: 0, letters: 0, ...some })).toContain('their text is gone');
});
