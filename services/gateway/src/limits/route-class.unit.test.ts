import { expect, test } from '@jest/globals';
import { routeClassOf } from './route-class.ts';

test.each([
  ['GET', '/v1/demand', 'reads'],
  ['GET', '/v1/nothing', 'reads'],
  ['GET', '/v1/verify/1', 'reads'],
  ['GET', '/v1/retag', 'reads'],
  ['GET', '/v1/reports', 'reads'],
  ['GET', '/v1/report/backend-2025', 'expensive'],
  ['HEAD', '/V1/Report/backend-2025/', 'expensive'],
  ['GET', '/v1/skills/go/pairs', 'expensive'],
  ['GET', '/v1/skills/go/salary', 'expensive'],
  ['GET', '/v1/skills/go/trend', 'reads'],
  ['GET', '/v1/salaries', 'expensive'],
  ['GET', '/v1/compare', 'reads'],
  ['GET', '/v1/compare/skills', 'expensive'],
  ['POST', '/graphql', 'expensive'],
  ['GET', '/graphql', 'expensive'],
  ['GET', '/GraphQL/', 'expensive'],
  ['POST', '/v1/verify', 'expensive'],
  ['POST', '/v1/RETAG/', 'expensive'],
  ['GET', '/v1/reconciliation', 'expensive'],
  ['POST', '/v1/republish', 'expensive'],
  ['GET', '/v1/live', 'streams'],
  ['POST', '/v1/postings', 'writes'],
  ['GET', '/v1/postings', 'reads'],
  ['POST', '/v1/tags', 'expensive'],
  ['POST', '/V1/Tags/', 'expensive'],
  ['DELETE', '/v1/postings/1', 'writes'],
  ['PUT', '/v1/postings/1', 'writes'],
  ['GET', '/healthz', null],
  ['GET', '/readyz', null],
])('%s %s is of the class %s', (method, path, expected) => {
  expect(routeClassOf({ method, path })).toBe(expected);
});

test.each([
  'application/x-ndjson',
  'Application/NDJSON; charset=utf-8',
  'text/csv; charset=utf-8',
  'text/tab-separated-values',
])('a body of the type %s is a stream', (contentType) => {
  expect(routeClassOf({ method: 'POST', path: '/v1/postings', contentType })).toBe('streams');
});

test('a query of the facts is expensive, whatever its other parameters', () => {
  expect(routeClassOf({ method: 'GET', path: '/v1/demand', query: { via: 'facts' } })).toBe('expensive');
});

test.each([
  ['/v1/demand', {}, 'reads'],
  ['/v1/demand', { role: 'qa', country: 'DE', from: '2025-01', top: '3' }, 'reads'],
  ['/v1/demand', { workplace: 'remote' }, 'expensive'],
  ['/V1/Demand/', { seniority: 'senior', from: '2025-01' }, 'expensive'],
  ['/v1/skills/go/trend', { role: 'qa' }, 'reads'],
  ['/v1/skills/go/trend', { role: 'qa', country: 'DE', workplace: 'remote' }, 'expensive'],
  ['/v1/compare', { by: 'role', a: 'qa', b: 'data' }, 'reads'],
  ['/v1/compare', { by: 'role', a: 'qa', b: 'data', country: 'DE' }, 'reads'],
  ['/v1/compare', { by: 'workplace', a: 'remote', b: 'hybrid' }, 'expensive'],
  ['/v1/demand', { source: 'hn' }, 'expensive'],
  ['/v1/roles', { source: 'hn' }, 'expensive'],
  ['/v1/compare', { by: 'role', a: 'qa', b: 'data', source: 'hn' }, 'expensive'],
  ['/v1/postings/1', { workplace: 'remote' }, 'reads'],
])('%s with %j, without a view for the filter, reads the facts: %s', (path, query, expected) => {
  expect(routeClassOf({ method: 'GET', path, query })).toBe(expected);
});
