import { expect, test } from '@jest/globals';
import { eventHeaders } from '@skillstream/contracts';
import { encodeEvent } from '@skillstream/messaging';
import fc from 'fast-check';
import { factTrailOf } from './fact-trail.ts';

const event = {
  ...{ id: 'a:1', type: 'posting.tagged', source: 'skillstream/tagging', time: '2025-03-01T00:00:00.000Z' },
  ...{ subject: 'a', postingSource: 's', version: 1, trace: null, data: {} },
};
const acceptedMs = Date.parse(event.time);
const textHeaders = (record: ReturnType<typeof encodeEvent>) => record.headers as Record<string, string>;

test('what tagging writes into the headers is what a fact keeps, with its own time and name', () => {
  const time = '2025-03-01T00:00:01.000Z';
  const received = { partition: 3, offset: 12, time, replica: 'ingestion-1' };
  const headers = textHeaders(encodeEvent({ ...event, replica: 'tagging-1', received }));
  expect(factTrailOf({ headers, timestampMs: 5 }, 7, 'analytics-1')).toEqual({
    acceptedMs,
    received: { partition: 3, offset: 12, ms: Date.parse(time), by: 'ingestion-1' },
    ...{ taggedMs: 5, taggedBy: 'tagging-1', countedMs: 7, countedBy: 'analytics-1' },
  });
});

test('a record of an earlier release has no place of the received one, and that is left out', () => {
  const headers = textHeaders(encodeEvent(event));
  expect(factTrailOf({ headers, timestampMs: 5 }, 7, 'a')).toEqual({
    ...{ acceptedMs, taggedMs: 5, countedMs: 7, countedBy: 'a' },
  });
});

test('headers that nobody of ours wrote make no number that is none, and no long name', () => {
  const names = Object.values(eventHeaders);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 400 })), (headers) => {
      const {
        received,
        acceptedMs: accepted = 0,
        taggedBy = '',
      } = factTrailOf({ headers, timestampMs: 5 }, 7, 'a');
      for (const n of [accepted, received?.offset ?? 0, received?.partition ?? 0, received?.ms ?? 0])
        expect(Number.isSafeInteger(n)).toBe(true);
      for (const name of [taggedBy, received?.by ?? '']) expect(name.length).toBeLessThanOrEqual(300);
    }),
  );
});
