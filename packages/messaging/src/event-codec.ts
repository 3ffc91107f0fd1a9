import { isUtf8 } from 'node:buffer';
import { eventHeaders } from '@skillstream/contracts';
import { appError, issuesOf, jsonFault } from '@skillstream/errors';
import { extractContext, injectContext, type TraceContext } from '@skillstream/telemetry';
import type { z } from 'zod';
import type { LogRecord, OutgoingRecord } from './record.ts';

/** An event to be written; `postingSource` and `version` are also headers, for readers of tombstones. */
export type EventDraft = {
  id: string;
  type: string;
  /** The service that produces it, like `skillstream/ingestion`. */
  source: string;
  time: string;
  subject: string;
  postingSource: string;
  version: number;
  /** What it stems from; its headers carry it on. */
  trace: TraceContext | null;
  /** The replica that writes it. */
  replica?: string;
  /** When the version was accepted; absent where an old version is published once more. */
  acceptedTime?: string | undefined;
  /** Of a tagged posting: the record that it was made of, and the replica that wrote that one. */
  received?: { partition: number; offset: number; time: string; replica: string | undefined };
  /** null makes a tombstone. */
  data: unknown;
  /** Of a tombstone: when the text expired that it takes away, as ISO 8601. */
  expired?: string | undefined;
};

const placeHeaders = ({ partition, offset, time, replica }: NonNullable<EventDraft['received']>) => ({
  [eventHeaders.receivedPartition]: String(partition),
  [eventHeaders.receivedOffset]: String(offset),
  [eventHeaders.receivedTime]: time,
  ...(replica && { [eventHeaders.receivedReplica]: replica }),
});

/** A CloudEvent in Kafka's binary mode (CloudEvents Kafka binding 1.0, 3.2): attributes in headers, data as JSON. */
export const encodeEvent = (event: EventDraft): OutgoingRecord => ({
  key: event.subject,
  value: event.data === null ? null : JSON.stringify(event.data),
  headers: {
    [eventHeaders.specVersion]: '1.0',
    [eventHeaders.id]: event.id,
    [eventHeaders.type]: event.type,
    [eventHeaders.source]: event.source,
    [eventHeaders.time]: event.time,
    [eventHeaders.subject]: event.subject,
    [eventHeaders.postingSource]: event.postingSource,
    [eventHeaders.postingVersion]: String(event.version),
    ...(event.acceptedTime && { [eventHeaders.acceptedTime]: event.acceptedTime }),
    ...(event.replica && { [eventHeaders.replica]: event.replica }),
    ...(event.received && placeHeaders(event.received)),
    ...(event.expired && { [eventHeaders.expired]: event.expired }),
    ...(event.data === null ? {} : { [eventHeaders.contentType]: 'application/json' }),
    ...(event.trace && injectContext(event.trace)),
  },
});

const valueOf = (value: Buffer): unknown => {
  // Decoding would replace broken bytes by U+FFFD, and continue with words that nobody wrote.
  if (!isUtf8(value)) throw appError('undecodable', 'The value is not UTF-8');
  const text = value.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause, which quotes the posting: the reason goes into dead letters.
    throw appError('undecodable', `The value ${jsonFault(text)}`);
  }
};

const dataOf = (record: LogRecord): unknown => {
  if (record.value !== null) return valueOf(record.value);
  return {
    postingId: record.key,
    source: record.headers[eventHeaders.postingSource],
    version: Number(record.headers[eventHeaders.postingVersion]),
  };
};

// Ordering and compaction go by key: data of another posting under it would be reordered, or retained forever.
const keyOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'postingId' in data ? data.postingId : undefined;

/**
 * Decodes an event by its schema; data that names a posting must be stored under that posting's key.
 * @throws SkillstreamError `undecodable`: never retryable, the bytes will not change
 */
export const decodeEvent = <S extends z.ZodType>(schema: S, record: LogRecord): z.infer<S> => {
  const data = dataOf(record);
  const postingId = keyOf(data);
  if (typeof postingId === 'string' && postingId !== record.key) {
    throw appError('undecodable', `data.postingId: it is ${postingId}, under the key ${record.key}`);
  }
  const parsed = schema.safeParse({ type: record.headers[eventHeaders.type], data });
  if (parsed.success) return parsed.data;
  const faults = issuesOf(parsed.error);
  throw appError('undecodable', faults.map(({ path, message }) => `${path}: ${message}`).join('; '), {
    context: { faults },
  });
};

/** The trace context of a record; null when it carries none. */
export const contextOfRecord = ({ headers }: Pick<LogRecord, 'headers'>): TraceContext | null =>
  extractContext(headers);
