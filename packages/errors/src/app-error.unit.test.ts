import { describe, expect, test } from '@jest/globals';
import { isRetryable } from './driver-errors.ts';
import { appError, messageOf, SkillstreamError, type ErrorCode } from './app-error.ts';

const named = (name: string, message = 'x') => Object.assign(new Error(message), { name });
const coded = (code: unknown, message = 'x') => Object.assign(new Error(message), { code });

describe('an error of the family', () => {
  test.each([
    ['overloaded', true],
    ['unavailable', true],
    ['timeout', true],
    ['rate-limited', true],
    ['too-slow', false],
    ['fenced', false],
    ['conflict', false],
    ['undecodable', false],
    ['internal', false],
  ] as [ErrorCode, boolean][])('%s is retryable by itself: %s', (code, retryable) => {
    expect(appError(code, 'x').retryable).toBe(retryable);
  });

  test('may say otherwise, and keeps its cause and context', () => {
    const cause = new Error('below');
    const error = appError('fenced', 'taken over', { retryable: true, cause, context: { id: 7 } });
    expect(error).toBeInstanceOf(SkillstreamError);
    expect(error).toMatchObject({ code: 'fenced', retryable: true, cause, context: { id: 7 } });
  });

  test.each([
    [new Error('said'), 'said'],
    ['a word', 'a word'],
    [undefined, 'undefined'],
    [7, '7'],
  ])('the message of %p thrown is %s', (thrown, message) => expect(messageOf(thrown)).toBe(message));
});

describe('the same call may succeed later', () => {
  test.each([
    ['ours, retryable', appError('unavailable', 'x'), true],
    ['ours, for good', appError('invalid-input', 'ECONNREFUSED in the words of a caller'), false],
    ['kafkajs says retriable', Object.assign(new Error('x'), { retriable: true }), true],
    ['kafkajs says not', Object.assign(new Error('x'), { retriable: false }), false],
    ['no MongoDB server found', named('MongooseServerSelectionError'), true],
    ['MongoDB connection lost', named('MongoNetworkError'), true],
    ['MongoDB steps down', Object.assign(coded(10107, 'not primary'), { name: 'MongoServerError' }), true],
    ['MongoDB duplicate key', Object.assign(coded(11000, 'E11000'), { name: 'MongoServerError' }), false],
    ['Redis gives up a request', named('MaxRetriesPerRequestError'), true],
    ['Redis is loading', new Error('LOADING Redis is loading the dataset in memory'), true],
    ['Redis is a replica now', new Error("READONLY You can't write against a read only replica."), true],
    [
      'a script meets a replica',
      new Error(
        "ERR Error running script (call to f_1): @user_script:3: @user_script: 3: -READONLY You can't write",
      ),
      true,
    ],
    ['a blocked call meets a fail-over', new Error('UNBLOCKED force unblock from blocking operation'), true],
    ['a replica without its master', new Error('MASTERDOWN Link with MASTER is down'), true],
    [
      'half of the keys have moved',
      new Error('TRYAGAIN Multiple keys request during rehashing of slot'),
      true,
    ],
    ['a slot without a master', new Error('CLUSTERDOWN Hash slot not served'), true],
    ['a slot goes to and fro', new Error('Too many Cluster redirections. Last error: MOVED 1 h:1'), true],
    ['no node of a cluster is there', new Error('Failed to refresh slots cache.'), true],
    [
      'no Sentinel is there',
      new Error('All sentinels are unreachable. Retrying from scratch after 50ms.'),
      true,
    ],
    ['two slots in one call', new Error("CROSSSLOT Keys in request don't hash to the same slot"), false],
    ['a word in lower case', new Error('ERR the ask was readonly'), false],
    ['Redis refuses the script', new Error('ERR wrong number of arguments'), false],
    ['a refused connection with no words', coded('ECONNREFUSED', ''), true],
    ['a missing file', coded('ENOENT'), false],
    ['a bug', new TypeError('x is not a function'), false],
    ['not an error', 'ECONNREFUSED', false],
  ])('%s: %#', (_, error, retryable) => expect(isRetryable(error)).toBe(retryable));
});
