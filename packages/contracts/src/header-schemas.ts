import { z } from 'zod';
import { deadLetterHeaders, eventHeaders } from './headers.ts';

/** Who wrote a record, for people: the name of a pod, or of a machine and a process. */
const replicaName = z.string().min(1).max(300);
const wholeNumber = z.string().regex(/^\d+$/, 'a whole number');

/** Headers of every event, tombstones included; `traceparent` is present when the event stems from a request. */
export const eventHeaderValues = z.object({
  [eventHeaders.specVersion]: z.literal('1.0'),
  [eventHeaders.id]: z.string().min(1),
  [eventHeaders.type]: z.enum(['posting.received', 'posting.tagged', 'posting.retracted']),
  [eventHeaders.source]: z.string().min(1),
  [eventHeaders.time]: z.iso.datetime(),
  [eventHeaders.subject]: z.string().min(1),
  [eventHeaders.postingSource]: z.string().min(1),
  [eventHeaders.postingVersion]: wholeNumber,
  [eventHeaders.acceptedTime]: z.iso
    .datetime()
    .optional()
    .describe('When the version was accepted; absent where an old version is published once more'),
  [eventHeaders.replica]: replicaName.optional().describe('The replica that wrote the record'),
  [eventHeaders.receivedPartition]: wholeNumber
    .optional()
    .describe('Of a tagged posting: the partition of postings.received.v1 that it was read from'),
  [eventHeaders.receivedOffset]: wholeNumber.optional().describe('The offset of that record'),
  [eventHeaders.receivedTime]: z.iso.datetime().optional().describe('When that record was written'),
  [eventHeaders.receivedReplica]: replicaName.optional().describe('The replica that wrote that record'),
  [eventHeaders.expired]: z.iso
    .datetime()
    .optional()
    .describe(
      'Of a tombstone in postings.received.v1: when the text of the posting expired. It is no retraction: the posting ' +
        'goes on counting, and tagging forwards nothing',
    ),
  [eventHeaders.contentType]: z.literal('application/json').optional(),
  [eventHeaders.traceparent]: z.string().optional(),
  [eventHeaders.tracestate]: z.string().max(512).optional().describe('Present with `traceparent` alone'),
});

/** Headers of a dead letter beside those of the original record, whatever these were. */
export const deadLetterHeaderValues = z.object({
  [deadLetterHeaders.reason]: z.string(),
  [deadLetterHeaders.code]: z.string().min(1),
  [deadLetterHeaders.topic]: z.string().min(1),
  [deadLetterHeaders.partition]: wholeNumber,
  [deadLetterHeaders.offset]: wholeNumber,
  [deadLetterHeaders.attempts]: wholeNumber,
  [deadLetterHeaders.time]: z.iso.datetime(),
  [deadLetterHeaders.cut]: wholeNumber
    .optional()
    .describe(
      'The size of the original in bytes, if it did not fit into a record with the reason and is truncated',
    ),
  [deadLetterHeaders.key]: z
    .string()
    .optional()
    .describe('The key of the original; absent where it had none, and in letters of earlier releases'),
  [deadLetterHeaders.noValue]: z
    .literal('true')
    .optional()
    .describe('The original is a tombstone: the value of the letter is empty, since null would delete it'),
});
