import { expect, test } from '@jest/globals';
import { targetOf } from './request.ts';

test.each([
  ['/v1/postings/a%2Fb?x=1', '/v1/postings/a%2Fb?x=1'],
  ['/v1/postings/..', '/v1/postings/..'],
  ['//elsewhere/v1/demand', '//elsewhere/v1/demand'],
  ['http://elsewhere:1/v1/demand?role=qa', '/v1/demand?role=qa'],
  ['http://elsewhere?role=qa', '/?role=qa'],
])('of %s the path stays as it was sent, without a host: %s', (url, target) => {
  expect(targetOf(url)).toBe(target);
});
