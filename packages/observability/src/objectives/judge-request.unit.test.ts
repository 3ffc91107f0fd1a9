import { expect, test } from '@jest/globals';
import { judgeRequest, type EndedRequest } from './judge-request.ts';

const query: EndedRequest = {
  ...{ method: 'GET', route: '/v1/demand', rateClass: 'reads', status: 200, seconds: 0.1, complete: true },
};
const left = { status: null };

test.each<[string, Partial<EndedRequest>, ReturnType<typeof judgeRequest>]>([
  ['a query that is answered in time', {}, { fast: 'good', served: 'good' }],
  ['one that takes just as long as it may', { seconds: 0.25 }, { fast: 'good', served: 'good' }],
  ['one that takes longer', { seconds: 0.26 }, { fast: 'bad', served: 'good' }],
  ['one that the client got wrong', { status: 400 }, { fast: 'good', served: 'good' }],
  ['one that fails, however fast', { status: 503 }, { fast: null, served: 'bad' }],
  ['one with a parameter in its path', { route: '/v1/skills/:id/trend' }, { fast: 'good', served: 'good' }],
  [
    'one that its filter makes expensive',
    { rateClass: 'expensive', seconds: 9 },
    { fast: null, served: 'good' },
  ],
  ['one that is always expensive', { route: '/v1/salaries', seconds: 9 }, { fast: null, served: 'good' }],
  ['one that waits for the next read', { route: '/v1/ledger', seconds: 1 }, { fast: null, served: 'good' }],
  ['one whose caller left after a long wait', { ...left, seconds: 5.1 }, { fast: null, served: 'bad' }],
  ['one whose caller left soon', { ...left, seconds: 5 }, { fast: null, served: null }],
  [
    'a posting that is sent',
    { method: 'POST', route: '/v1/postings', rateClass: 'writes', seconds: 9 },
    { fast: null, served: 'good' },
  ],
  [
    'one that is never sent to its end',
    { ...left, method: 'POST', route: '/v1/postings', rateClass: 'writes', seconds: 60, complete: false },
    { fast: null, served: null },
  ],
  [
    'a probe that says not ready',
    { route: '/readyz', rateClass: null, status: 503 },
    { fast: null, served: null },
  ],
  [
    'a stream that ends',
    { route: '/v1/live', rateClass: 'streams', seconds: 900 },
    { fast: null, served: null },
  ],
  ['a path that is none', { route: 'other', status: 404 }, { fast: null, served: null }],
])('%s', (_, change, expected) => {
  expect(judgeRequest({ ...query, ...change })).toEqual(expected);
});
