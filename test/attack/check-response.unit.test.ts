import { describe, expect, test } from '@jest/globals';
import { checkOutcome } from './check-response.ts';
import { draft, type AttackRequest, type Manner } from './request.ts';
import type { Outcome } from './send.ts';

const request = (more: Partial<AttackRequest> = {}): AttackRequest => ({
  ...draft('GET', '/v1/demand'),
  ...{ number: 5, operation: 'GET /v1/demand', attack: 'strange values' },
  ...more,
});
const problemOf = (status: number) => JSON.stringify({ type: 'urn:x', title: 'x', status, code: 'x' });
const answered = (status: number, body: string, headers: Record<string, string>): Outcome => ({
  end: 'answered',
  response: { status, headers, body, complete: true },
  tookMs: 1,
});
const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8' };
const kinds = (asked: AttackRequest, outcome: Outcome) =>
  checkOutcome(asked, outcome).map(({ kind }) => kind);
const graphql = request({ ...draft('POST', '/graphql') });
const none: Outcome = { end: 'cut', response: null, tookMs: 1 };

describe('it says no to', () => {
  test.each<[string, AttackRequest, Outcome, string]>([
    ['a 500, though it is a problem', request(), answered(500, problemOf(500), PROBLEM), 'status 500'],
    ['a 504', request(), answered(504, problemOf(504), PROBLEM), 'status 504'],
    [
      'a 502 of GraphQL',
      graphql,
      answered(502, '{"errors":[]}', { 'content-type': 'application/json' }),
      'status 502',
    ],
    ['a 503 that names no time', request(), answered(503, problemOf(503), PROBLEM), 'no Retry-After'],
    [
      'a 503 that is no problem',
      request(),
      answered(503, 'x', { 'content-type': 'text/html', 'retry-after': '1' }),
      'wrong words',
    ],
    ['a refusal in HTML', request(), answered(400, '<p>no', { 'content-type': 'text/html' }), 'wrong words'],
    ['a refusal that is no JSON', request(), answered(400, 'no', PROBLEM), 'wrong words'],
    [
      'a refusal of another status than it says',
      request(),
      answered(400, problemOf(404), PROBLEM),
      'wrong words',
    ],
    [
      'a refusal of GraphQL without errors',
      graphql,
      answered(400, '{}', { 'content-type': 'application/json' }),
      'wrong words',
    ],
    [
      'JSON that is no problem, where nobody asked GraphQL',
      request(),
      answered(400, '{"errors":[]}', { 'content-type': 'application/json' }),
      'wrong words',
    ],
    ['a connection that is cut', request(), none, 'no answer'],
    [
      'an answer that is cut short',
      request(),
      {
        ...answered(200, 'x', {}),
        end: 'cut',
        response: { status: 200, headers: {}, body: 'x', complete: false },
      },
      'answer cut short',
    ],
    ['no answer at all', request(), { end: 'hung', response: null, tookMs: 90_000 }, 'hangs'],
    ['what is no HTTP', request(), answered(0, '', {}), 'no HTTP'],
  ])('%s', (_what, asked, outcome, kind) => expect(kinds(asked, outcome)).toEqual([kind]));
});

describe('it has nothing against', () => {
  const slow: Manner = { how: 'slow', bytes: 1, pauseMs: 1, leaveAfterMs: 1 };
  test.each<[string, AttackRequest, Outcome]>([
    ['an answer', request(), answered(200, '{}', {})],
    ['a refusal as a problem', request(), answered(400, problemOf(400), PROBLEM)],
    [
      'a 503 as a problem, with a time',
      request(),
      answered(503, problemOf(503), { ...PROBLEM, 'retry-after': '1' }),
    ],
    ['a refusal of HEAD', request({ method: 'HEAD' }), answered(404, '', PROBLEM)],
    [
      'errors of GraphQL',
      graphql,
      answered(400, '{"errors":[{}]}', { 'content-type': 'application/graphql-response+json' }),
    ],
    ['a problem at GraphQL', graphql, answered(415, problemOf(415), PROBLEM)],
    ['a client that left', request({ manner: slow }), { ...none, end: 'left' }],
    ['a slow one that is sent away', request({ manner: slow }), none],
  ])('%s', (_what, asked, outcome) => expect(kinds(asked, outcome)).toEqual([]));
});

test('a finding names the request and what it was', () => {
  expect(checkOutcome(request(), none)).toEqual([
    {
      kind: 'no answer',
      about: 'GET /v1/demand',
      detail: '#5 strange values: its connection was cut',
      numbers: [5],
    },
  ]);
});
