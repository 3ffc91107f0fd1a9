import { expect, test } from '@jest/globals';
import { MOST_SKILLS_COUNTED } from '@skillstream/contracts';
import { tagOf, taggedPostingOf } from '../../test/tagged-posting.ts';
import { contributionOf } from './contribution.ts';

test('a tagged posting adds each skill and category once, sorted, in the month it was posted', () => {
  const data = taggedPostingOf({
    version: 3,
    organization: 'Acme',
    salary: { min: 50_000, max: 70_000, currency: 'USD', period: 'year' },
    tags: [tagOf('sql', 'data'), tagOf('go'), tagOf('sql', 'data'), tagOf('c')],
  });
  expect(contributionOf({ type: 'posting.tagged', data })).toEqual({
    retracted: false,
    source: 'test',
    version: 3,
    duplicate: false,
    month: '2025-01',
    role: 'backend',
    country: 'DE',
    seniority: 'senior',
    workplace: 'remote',
    salaryUsd: 60_000,
    organization: 'Acme',
    skills: ['c', 'go', 'sql'],
    skillCategories: ['languages', 'languages', 'data'],
    categories: ['data', 'languages'],
  });
});

test.each([
  [undefined, false],
  [true, false],
  [false, true],
])('where primary is %s it is a duplicate: %s', (primary, duplicate) => {
  const data = taggedPostingOf({ ...(primary !== undefined && { job: 'j1', primary }) });
  expect(contributionOf({ type: 'posting.tagged', data })).toMatchObject({ duplicate });
});

test('a posting without tags, country or salary still counts', () => {
  const data = taggedPostingOf({ country: null, tags: [] });
  expect(contributionOf({ type: 'posting.tagged', data })).toMatchObject({
    retracted: false,
    country: null,
    salaryUsd: null,
    skills: [],
    categories: [],
  });
});

test('of 4,000 skills only the first 200 in the text count, each once, with their categories', () => {
  const names = Array.from({ length: 4000 }, (_, i) => `s${(i * 7919) % 4000}`);
  const tags = names.flatMap((name, i) => {
    const tag = tagOf(name, i < MOST_SKILLS_COUNTED ? 'first' : 'beyond');
    return [tag, tag];
  });
  const found = contributionOf({ type: 'posting.tagged', data: taggedPostingOf({ tags }) });
  expect(found).toMatchObject({
    skills: names.slice(0, MOST_SKILLS_COUNTED).sort(),
    categories: ['first'],
  });
});

test('a retraction adds only to the ledger', () => {
  const data = { postingId: 'test.1', source: 'test', version: 4 };
  expect(contributionOf({ type: 'posting.retracted', data })).toEqual({
    retracted: true,
    source: 'test',
    version: 4,
  });
});
