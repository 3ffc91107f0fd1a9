import { expect, test } from '@jest/globals';
import { targetOf } from './target.ts';

const part = 'http://analytics:8080';
test.each([
  ['/v1/demand?role=backend', `${part}/v1/demand?role=backend`],
  ['/v1/postings/x%2Fy', `${part}/v1/postings/x%2Fy`],
  ['http://elsewhere:9/v1/demand?top=3', `${part}/v1/demand?top=3`],
  ['//elsewhere/v1/demand', `${part}/v1/demand`],
])('%s goes to the part, whatever host it names', (url, expected) => {
  expect(targetOf(url, part).href).toBe(expected);
});
