import { describe, expect, test } from '@jest/globals';
import { postingInput } from './posting.ts';

const least = { source: 'board', sourceId: '1', description: 'We use Go' };
const issuesOf = (more: object) =>
  postingInput.safeParse({ ...least, ...more }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the address of a posting is one that people open in a browser:', () => {
  test.each([
    'https://board.example/jobs/1?a=b#c',
    'HTTP://board.example',
    'https://b\u00fccher.example/\u00e9',
  ])('%s is taken', (url) => expect(issuesOf({ url })).toEqual([]));
  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'ftp://board.example/1',
    'http:board.example',
    'https://board.example/a b',
    'board.example',
    `https://board.example/${'x'.repeat(2000)}`,
  ])('%j is refused, once', (url) => expect(issuesOf({ url })).toEqual(['url']));
});

test('an id that has no form in UTF-8 is refused, for it would become the id of another posting', () => {
  expect(issuesOf({ sourceId: 'a\ud800' })).toEqual(['sourceId']);
  expect(issuesOf({ sourceId: '\u{1f600}' })).toEqual([]);
});

describe('every text of a posting has a bound, and the field over it is named:', () => {
  test.each([
    ['source', { source: 'a'.repeat(65) }],
    ['sourceId', { sourceId: 'a'.repeat(201) }],
    ['title', { title: 'a'.repeat(501) }],
    ['organization', { organization: 'a'.repeat(301) }],
    ['description', { description: 'a'.repeat(200_001) }],
    ['location', { location: 'a'.repeat(501) }],
    ['location.city', { location: { city: 'a'.repeat(201) } }],
    ['country', { country: 'a'.repeat(101) }],
    ['employmentType', { employmentType: 'a'.repeat(101) }],
    ['seniority', { seniority: 'a'.repeat(101) }],
    ['salary.currency', { salary: { currency: 'EURO', period: 'year' } }],
    ['datePosted', { datePosted: '2025-01-01'.padEnd(41) }],
    ['language', { language: 'a'.repeat(36) }],
  ])('%s', (path, more) => expect(issuesOf(more)).toEqual([path]));
});

describe('the name of the sample is refused as the source of other postings:', () => {
  test.each(['1', 'a-1', '20260101-7-1', '-7', '7-', 'job-7', `${'7'.repeat(21)}-1`])('%s', (sourceId) => {
    expect(issuesOf({ source: 'sample', sourceId })).toEqual(['source']);
    expect(issuesOf({ source: 'samples', sourceId })).toEqual([]);
  });
  test('those of the sample have it', () => {
    expect(issuesOf({ source: 'sample', sourceId: '20260101-7' })).toEqual([]);
  });
});
