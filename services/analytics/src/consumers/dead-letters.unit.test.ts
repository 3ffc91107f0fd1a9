import { expect, test } from '@jest/globals';
import { toDeadLetter } from './dead-letters.ts';

const letterOf = (headers: Record<string, string>) =>
  toDeadLetter({
    ...{ topic: 't.dlq', partition: 0, offset: 7, key: 'acme.1', value: null, timestamp: '0' },
    headers: { ce_postingsource: 'acme', ce_postingversion: '3', dlq_topic: 't', ...headers },
  } as unknown as Parameters<typeof toDeadLetter>[0]);

test('a record that takes a letter away is none', () => {
  const tombstone = { topic: 't.dlq', key: 't/2/9', value: null, headers: {} };
  expect(toDeadLetter(tombstone as unknown as Parameters<typeof toDeadLetter>[0])).toBeNull();
});

test('the headers of a dead letter name its posting', () => {
  expect(letterOf({ dlq_topic: 't', dlq_partition: '2', dlq_offset: '9' })).toEqual({
    identity: 't/2/9',
    posting: { postingId: 'acme.1', source: 'acme', version: 3, retracted: true },
    death: {},
  });
});

test('when it died and why is taken from its headers, the beginning of a long reason', () => {
  const time = '2025-03-01T00:00:00.000Z';
  const reason = 'x'.repeat(1000);
  expect(letterOf({ dlq_time: time, dlq_code: 'undecodable', dlq_reason: reason })?.death).toEqual({
    ...{ ms: Date.parse(time), code: 'undecodable' },
    reason: reason.slice(0, 300),
  });
  expect(letterOf({ dlq_time: 'yesterday' })?.death).toEqual({});
});

test.each([
  ['a version that no sum can hold', { ce_postingversion: '1e308' }],
  ['a version beyond all that were sent', { ce_postingversion: '9007199254740993' }],
  ['half a version', { ce_postingversion: '1.5' }],
  ['none', { ce_postingversion: '0' }],
  ['no number', { ce_postingversion: 'NaN' }],
  ['a source that no posting can have', { ce_postingsource: '(total)' }],
  ['a source as long as a header may be', { ce_postingsource: 'a'.repeat(100_000) }],
])('with %s its posting is unknown', (_what, headers) => {
  expect(letterOf(headers)?.posting).toBeNull();
});
