import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { appError } from './app-error.ts';
import { loggedError, loggedStack } from './logged-error.ts';

const MARK = 'hunter2';
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const named = (name: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name, ...more });

test.each<[string, unknown, string]>([
  ['a parser of JSON', thrownBy(() => JSON.parse(`${MARK}, ASK`)), 'SyntaxError'],
  ['one that tells the place', thrownBy(() => JSON.parse(`{"${MARK}": 1 2}`)), 'SyntaxError at position 14'],
  ['a schema', thrownBy(() => z.strictObject({}).parse({ [MARK]: 1 })), 'ZodError'],
  [
    'MongoDB, of a key that is there',
    named('MongoServerError', `E11000 dup key: { source: "${MARK}" }`, { code: 11000 }),
    'MongoServerError 11000',
  ],
  [
    'MongoDB, of a batch, without a code',
    named('MongoBulkWriteError', MARK, { code: undefined }),
    'MongoBulkWriteError',
  ],
  ['Redis, of a command', named('ReplyError', `LOADING with args beginning with: '${MARK}'`), 'ReplyError'],
  ['an address', thrownBy(() => new URL(MARK)), 'TypeError ERR_INVALID_URL'],
  ['us, of a request', appError('invalid-input', `${MARK} is no country`), 'invalid-input'],
  ['a code that is a text', named('Error', 'x', { code: `${MARK} and more` }), 'Error'],
  ['a text that was thrown', MARK, 'thrown: string'],
])('what %s quotes is not logged', (_what, error, logged) => {
  expect(loggedError(error)).toBe(logged);
});

test('what is wrong with an engine is logged as it is said', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  expect(loggedError(refused)).toBe('connect ECONNREFUSED 127.0.0.1:1');
  expect(loggedError(appError('unavailable', 'tagging is not available'))).toBe('tagging is not available');
  const noRedis = new Error("Stream isn't writeable and enableOfflineQueue options is false");
  expect(loggedError(noRedis)).toBe('Redis is not connected');
});

test('a stack says where, and nothing of the message, also where it looks like a stack', () => {
  const error = new Error(`first\n    at ${MARK} (x.ts:1)\nlast ${MARK}`);
  expect(loggedStack(error)).not.toContain(MARK);
  expect(loggedStack(error)).toContain('logged-error.unit.test.ts');
});
