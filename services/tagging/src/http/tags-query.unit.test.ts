import { expect, test } from '@jest/globals';
import { postingText } from '@skillstream/tagger';
import { MOST_CHARACTERS, MOST_EXPLAINED_CHARACTERS, MOST_TITLE_CHARACTERS, queryOf } from './tags-query.ts';

const posting = (title: number, description: number) => ({
  title: 't'.repeat(title),
  description: 'd'.repeat(description),
});

test.each([
  ['a text', { text: 'x'.repeat(MOST_CHARACTERS) }, false],
  ['a text that is explained', { text: 'x'.repeat(MOST_EXPLAINED_CHARACTERS) }, true],
  ['a text of pairs of units, each one character', { text: '😀'.repeat(MOST_CHARACTERS) }, false],
  ['a posting', posting(MOST_TITLE_CHARACTERS, MOST_CHARACTERS), false],
  ['a posting that is explained', posting(MOST_TITLE_CHARACTERS, MOST_EXPLAINED_CHARACTERS), true],
])('%s of the maximum length is accepted', (_, request, explain) => {
  const text = 'text' in request ? request.text : postingText(request);
  expect(queryOf(request, explain)).toEqual({ text, organization: null, explain });
});

test.each([
  ['text', { text: 'x'.repeat(MOST_CHARACTERS + 1) }, false, MOST_CHARACTERS],
  ['text', { text: 'x'.repeat(MOST_EXPLAINED_CHARACTERS + 1) }, true, MOST_EXPLAINED_CHARACTERS],
  ['text', { text: '😀'.repeat(MOST_CHARACTERS + 1) }, false, MOST_CHARACTERS],
  ['title', posting(MOST_TITLE_CHARACTERS + 1, 1), false, MOST_TITLE_CHARACTERS],
  ['description', posting(1, MOST_CHARACTERS + 1), false, MOST_CHARACTERS],
  ['description', posting(1, MOST_EXPLAINED_CHARACTERS + 1), true, MOST_EXPLAINED_CHARACTERS],
])('a %s that is longer is refused, naming the field and its maximum', (path, request, explain, most) => {
  const faults = [{ path, message: expect.stringContaining(`more than ${most} characters`) }];
  expect(() => queryOf(request, explain)).toThrow(
    expect.objectContaining({ code: 'too-large', retryable: false, context: { faults } }),
  );
});
