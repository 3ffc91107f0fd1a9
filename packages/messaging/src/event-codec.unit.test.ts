import { describe, expect, test } from '@jest/globals';
import { postingAttributes, receivedTopicEvent, taggedTopicEvent } from '@skillstream/contracts';
import fc from 'fast-check';
import { z } from 'zod';
import { decodeEvent, encodeEvent, contextOfRecord, type EventDraft } from './event-codec.ts';
import { isExpired } from './is-expired.ts';
import { toRecord, type OutgoingRecord } from './record.ts';

/** What a consumer receives of what a producer wrote. */
const overTheWire = ({ key, value, headers }: OutgoingRecord) => {
  const bytes = (part: string | Buffer | null) => (part === null ? null : Buffer.from(part));
  const inBytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(String(text))]);
  const message = { key: bytes(key), value: bytes(value), headers: Object.fromEntries(inBytes) };
  return toRecord('t', 3, { ...message, offset: '7', timestamp: '1700000000000', attributes: 0 });
};

const context = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true };
const draft = (change: Partial<EventDraft>): EventDraft => ({
  id: 'e1',
  type: 'thing.happened',
  source: 'skillstream/ingestion',
  time: '2025-03-04T05:06:07.000Z',
  subject: 'p1',
  postingSource: 'hn',
  version: 4,
  trace: null,
  data: { n: 1 },
  ...change,
});

const anything = z.object({ type: z.string(), data: z.unknown() });
const retraction = z.object({ type: z.literal('posting.retracted'), data: postingAttributes });

test('an event is read as it was written, whatever its data and subject', () => {
  const data = fc
    .jsonValue()
    .filter((value) => value !== null)
    .map((v) => JSON.parse(JSON.stringify(v)) as unknown);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), data, (subject, value) => {
      const record = overTheWire(encodeEvent(draft({ subject, data: value })));
      expect(record.key).toBe(subject);
      expect(decodeEvent(anything, record)).toEqual({ type: 'thing.happened', data: value });
    }),
  );
});

test('its attributes are in the headers, as the CloudEvents Kafka binding says', () => {
  const trace = { ...context, state: 'vendor=1' };
  const record = overTheWire(encodeEvent(draft({ trace })));
  expect(record.headers).toEqual({
    ce_specversion: '1.0',
    ce_id: 'e1',
    ce_type: 'thing.happened',
    ce_source: 'skillstream/ingestion',
    ce_time: '2025-03-04T05:06:07.000Z',
    ce_subject: 'p1',
    ce_postingsource: 'hn',
    ce_postingversion: '4',
    'content-type': 'application/json',
    traceparent: `00-${trace.traceId}-${trace.spanId}-01`,
    tracestate: 'vendor=1',
  });
  expect(contextOfRecord(record)).toEqual(trace);
});

test('an event without a trace has no trace header', () => {
  const record = overTheWire(encodeEvent(draft({})));
  expect(record.headers).not.toHaveProperty('traceparent');
  expect(contextOfRecord(record)).toBeNull();
});

test('a retraction is a tombstone whose attributes are read from key and headers', () => {
  const written = encodeEvent(draft({ type: 'posting.retracted', data: null }));
  expect(written.value).toBeNull();
  expect(written.headers).not.toHaveProperty('content-type');
  expect(decodeEvent(retraction, overTheWire(written))).toEqual({
    type: 'posting.retracted',
    data: { postingId: 'p1', source: 'hn', version: 4 },
  });
});

test('what takes the text of an expired posting away is told by its header, and is no event to who does not know it', () => {
  const expired = '2026-11-30T00:00:00.000Z';
  const tombstone = overTheWire(encodeEvent(draft({ type: 'posting.received', data: null, expired })));
  expect(isExpired(tombstone)).toBe(true);
  // As an earlier release reads it: a dead letter, and no retraction.
  expect(() => decodeEvent(receivedTopicEvent, tombstone)).toThrow();
  const others = [draft({ type: 'posting.retracted', data: null }), draft({}), draft({ expired })];
  expect(others.map((one) => isExpired(overTheWire(encodeEvent(one))))).toEqual([false, false, false]);
});

describe('what cannot be decoded', () => {
  const base = encodeEvent(draft({ type: 'posting.retracted', data: null }));
  const without = (header: string) => {
    const { [header]: _, ...headers } = base.headers;
    return { ...base, headers };
  };
  const tagged = encodeEvent(
    draft({ type: 'posting.tagged', data: { postingId: 'p1', tags: [{ skillId: 7 }] } }),
  );

  test.each([
    [
      'bytes that are not UTF-8',
      { ...tagged, value: Buffer.from('{"postingId":"\xff"}', 'latin1') },
      /UTF-8/,
    ],
    [
      'data of another posting than the key names',
      { ...tagged, key: 'p2' },
      /^data\.postingId: it is p1, under the key p2/,
    ],
    ['data of a posting without a key', { ...tagged, key: null }, /^data\.postingId: /],
    ['no JSON', { ...base, value: '{"a":' }, /^The value is not JSON/],
    [
      'JSON that breaks off in a name',
      { ...base, value: '{"title": "Jane Doe, "x"}' },
      /^The value is not JSON from character 23 on$/,
    ],
    ['an empty value', { ...base, value: '' }, /^The value is not JSON/],
    ['no type', without('ce_type'), /^type: /],
    [
      'a type that does not belong to this topic',
      { ...tagged, headers: { ...tagged.headers, ce_type: 'x' } },
      /^type: /,
    ],
    ['wrong data, each fault by its path', tagged, /data\.version: .*; .*data\.tags\.0\.skillId: /],
    ['a tombstone without a version', without('ce_postingversion'), /^data\.version: /],
    ['a tombstone without a source', without('ce_postingsource'), /^data\.source: /],
    ['a tombstone without a key', { ...base, key: null }, /^data\.postingId: /],
    [
      'a tombstone with version 0',
      { ...base, headers: { ...base.headers, ce_postingversion: '0' } },
      /^data\.version/,
    ],
    ['a tombstone that says it has a value', { ...base, headers: tagged.headers }, /^data\./],
  ])('%s is reported by path, and never retried', (_, record, message) => {
    expect(() => decodeEvent(taggedTopicEvent, overTheWire(record))).toThrow(
      expect.objectContaining({
        code: 'undecodable',
        retryable: false,
        message: expect.stringMatching(message),
      }),
    );
  });
});
