import { expect, test } from '@jest/globals';
import { createEventCounts, type EndedRequest } from './count-events.ts';

const query: EndedRequest = { method: 'GET', route: '/v1/demand', status: 200, seconds: 0.1 };
const none = { events: 0, errors: 0 };
const [good, bad] = [
  { events: 1, errors: 0 },
  { events: 1, errors: 1 },
];

test.each([
  ['a query that is answered in time', {}, good, good],
  ['one that takes just as long as it may', { seconds: 0.25 }, good, good],
  ['one that takes longer', { seconds: 0.26 }, bad, good],
  ['one that the client got wrong', { status: 400 }, good, good],
  ['one that fails, however fast', { status: 503 }, none, bad],
  ['one with a parameter in its path', { route: '/v1/skills/:id/trend' }, good, good],
  ['an expensive one', { route: '/v1/salaries', seconds: 9 }, none, good],
  ['a posting that is sent', { method: 'POST', route: '/v1/postings', seconds: 9 }, none, good],
  ['a probe that says not ready', { route: '/readyz', status: 503 }, none, none],
  ['a stream that ends', { route: '/v1/live', seconds: 900 }, none, none],
  ['a path that is none', { route: 'other', status: 404 }, none, none],
])('%s', (_, change, fast, served) => {
  const counts = createEventCounts();
  counts.add({ ...query, ...change });
  expect(counts.since()).toEqual({ fast, served });
});
