import { expect, test } from '@jest/globals';
import { chosenIn, without } from './chosen-in.ts';
import { searchOf } from './search.ts';

test('“Clear all” clears every filter, the trends and the skill, and keeps what is looked at', () => {
  const choices = {
    role: 'data',
    country: 'DE',
    from: '2025-01',
    category: 'cloud',
    trends: 'go',
    skill: 'go',
  };
  const state = searchOf({ ...choices, source: 'hn', count: 'jobs', top: '50' });
  expect(searchOf({ ...state, ...without(chosenIn(state)) })).toEqual({
    source: 'hn',
    count: 'jobs',
    top: 50,
  });
});

test.each([
  [{}],
  [{ origin: 'sample' }],
  [{ source: 'hn' }],
  [{ count: 'jobs' }],
  [{ top: '50', by: 'country' }],
])('there is nothing to clear in %j', (raw) =>
  expect(chosenIn(searchOf(raw as Record<string, string>))).toEqual([]),
);
