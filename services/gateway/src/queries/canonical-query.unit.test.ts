import { expect, test } from '@jest/globals';
import { canonicalQuery } from './canonical-query.ts';

test.each([
  ['/v1/demand', '/v1/demand'],
  ['/v1/demand?', '/v1/demand'],
  ['/v1/demand?role=data&country=DE', '/v1/demand?country=DE&role=data'],
  ['/v1/demand??via=facts', '/v1/demand?%3Fvia=facts'],
  ['/v1/demand?role=b&role=a', '/v1/demand?role=b&role=a'],
  ['/v1/skills/x%2Fy/trend?from=2025-01', '/v1/skills/x%2Fy/trend?from=2025-01'],
  ['/v1/skills/a/trend?x=a?b=c', '/v1/skills/a/trend?x=a%3Fb%3Dc'],
])('%s is the query %s', (url, expected) => {
  expect(canonicalQuery(url)).toBe(expected);
});
