import { expect, test } from '@jest/globals';
import { eventHeaders } from '@skillstream/contracts';
import { sightDeath, sightRecord } from './sight-record.ts';
import type { LogRecord } from './record.ts';

const traceparent = (flags: string) => `00-${'a'.repeat(32)}-${'b'.repeat(16)}-${flags}`;
const seenOf = (key: string | null, headers: Record<string, string>, see = sightRecord) => {
  const seen: unknown[] = [];
  const record = { topic: 't', partition: 1, offset: 7, key, headers } as LogRecord;
  see((...words) => void seen.push(words), 'tagged', record);
  return seen;
};

test.each([
  ['sent alone', '01', true],
  ['one of many', '00', false],
])('a posting that was %s is seen with its place', (_, flags, alone) => {
  const headers = { [eventHeaders.postingVersion]: '3', [eventHeaders.traceparent]: traceparent(flags) };
  const seen = { stage: 'tagged', postingId: 'p', version: 3, topic: 't', partition: 1, offset: 7 };
  expect(seenOf('p', headers)).toEqual([[seen, alone]]);
});

test('a record that is no posting’s is not seen', () => {
  expect(seenOf(null, { [eventHeaders.postingVersion]: '3' })).toEqual([]);
  for (const version of ['0', '1.5', 'x', ''])
    expect(seenOf('p', { [eventHeaders.postingVersion]: version })).toEqual([]);
});

test('one whose record became a dead letter is seen to die, by the same rule', () => {
  const headers = { [eventHeaders.postingVersion]: '3' };
  const seen = {
    stage: 'tagged',
    dead: true,
    postingId: 'p',
    version: 3,
    topic: 't',
    partition: 1,
    offset: 7,
  };
  expect(seenOf('p', headers, sightDeath)).toEqual([[seen, false]]);
  expect(seenOf('p', {}, sightDeath)).toEqual([]);
});
