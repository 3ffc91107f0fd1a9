import { expect, test } from '@jest/globals';
import { isMisread } from './misread-letter.ts';

const topic = 'postings.received.v1.tagging.dlq';
const posting = (postingId: string) => ({
  ...{ identity: 'postings.received.v1/3/17' },
  posting: { postingId, source: 'acme', version: 2, retracted: false },
});

test.each([
  ['a posting', posting('acme.Kq0dGx3mJ0mJc0G9V1sT'), false],
  ['a posting of any key', posting('a/b/3/17'), false],
  ['the key of a letter', posting('postings.received.v1/3/17'), true],
  ['the key of a letter of analytics', posting('postings.tagged.v1/0/0'), true],
  ['a letter without a posting', { identity: 'postings.received.v1/3/17', posting: null }, false],
  ['what lies in the topic of letters itself', { identity: `${topic}/3/17`, posting: null }, true],
])('%s', (_, letter, misread) => {
  expect(isMisread(letter, topic)).toBe(misread);
});
