import { expect, test } from '@jest/globals';
import kafkajs from 'kafkajs';
import { isFenced, isMissingTopic, kafkaError } from './kafka-errors.ts';

const { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } = kafkajs;
const protocol = (type: string) =>
  new KafkaJSProtocolError(Object.assign(new Error(`said ${type}`), { type, code: 0, name: 'x' }));
const afterRetries = (error: Error) =>
  new KafkaJSNumberOfRetriesExceeded(error, { retryCount: 5, retryTime: 100 });

test.each([
  ['an old epoch', protocol('INVALID_PRODUCER_EPOCH'), true],
  ['fenced', protocol('PRODUCER_FENCED'), true],
  ['an id that nobody knows any more', protocol('INVALID_PRODUCER_ID_MAPPING'), true],
  ['a transaction that somebody else ended', protocol('INVALID_TXN_STATE'), true],
  ['fenced, below the retries', afterRetries(protocol('INVALID_PRODUCER_EPOCH')), true],
  ['fenced, as a cause', new Error('x', { cause: protocol('PRODUCER_FENCED') }), true],
  ['another transaction still ends', protocol('CONCURRENT_TRANSACTIONS'), false],
  ['a leader that moved', afterRetries(protocol('NOT_LEADER_FOR_PARTITION')), false],
  ['no connection', new KafkaJSConnectionError('refused'), false],
  ['a word', 'INVALID_PRODUCER_EPOCH', false],
  ['nothing', undefined, false],
])('detects whether a newer producer took over: %s', (_, error, fenced) => {
  expect(isFenced(error)).toBe(fenced);
  expect(kafkaError('Cannot publish', error).code).toBe(fenced ? 'fenced' : 'unavailable');
});

test('an error names the operation, keeps its cause and is retryable', () => {
  const cause = new KafkaJSConnectionError('refused');
  expect(kafkaError('Cannot publish to t', cause)).toMatchObject({
    message: 'Cannot publish to t: refused',
    cause,
    retryable: true,
  });
});

test('a record that no broker accepts is not retried', () => {
  const issue = kafkaError('Cannot publish', protocol('MESSAGE_TOO_LARGE'));
  expect(issue).toMatchObject({ code: 'too-large', retryable: false });
});

test('a missing topic is told apart from one whose leader moved', () => {
  const missing = afterRetries(protocol('UNKNOWN_TOPIC_OR_PARTITION'));
  expect(isMissingTopic(kafkaError('Cannot publish', missing))).toBe(true);
  expect(isMissingTopic(afterRetries(protocol('NOT_LEADER_FOR_PARTITION')))).toBe(false);
});
