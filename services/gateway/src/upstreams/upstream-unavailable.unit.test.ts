import { expect, test } from '@jest/globals';
import { upstreamUnavailable } from './upstream-unavailable.ts';

test.each<[unknown, string]>([
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'nobody listens there (ECONNREFUSED)'],
  [Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'the connection broke (ECONNRESET)'],
  [Object.assign(new Error('x'), { code: 'EPROTO' }), 'EPROTO'],
  // The code of this one is 23, a number from before there were names.
  [new DOMException('The operation was aborted due to timeout', 'TimeoutError'), 'no answer in time'],
  [new Error('it answered 503'), 'it answered 503'],
  [null, 'null'],
])('the reason why an upstream is unavailable is in words: %p', (cause, reason) => {
  expect(upstreamUnavailable('tagging', cause)).toMatchObject({ context: { upstream: 'tagging', reason } });
});
