import { expect, test } from '@jest/globals';
import { problemOf } from '@skillstream/http';
import { serverError } from './server-error.ts';

const said = (code: string, detail?: string) =>
  JSON.stringify({ type: 'urn:x', title: 'No', status: 503, code, ...(detail && { detail }) });

test('a query that is too expensive fails with the message of the upstream', () => {
  const error = serverError('analytics', 503, said('overloaded', 'narrow the filter'));
  expect(problemOf(error)).toMatchObject({ status: 503, code: 'overloaded', detail: 'narrow the filter' });
  expect(error.context.retryAfterSeconds).toBe(5);
});

test.each([
  [503, said('unavailable', 'MongoDB cannot be reached'), 'it answered 503: MongoDB cannot be reached'],
  [500, '<html>', 'it answered 500'],
  [502, '', 'it answered 502'],
  [503, said('overloaded'), 'it answered 503: No'],
])('any other %s means an unavailable upstream, which is named', (status, body, reason) => {
  const error = serverError('analytics', status, body);
  expect(error).toMatchObject({ code: 'unavailable', message: 'analytics is not available' });
  expect(error.context).toMatchObject({ upstream: 'analytics', reason });
});
