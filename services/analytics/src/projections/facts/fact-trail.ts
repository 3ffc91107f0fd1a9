import { eventHeaders } from '@skillstream/contracts';
import { contextOfRecord, type LogRecord } from '@skillstream/messaging';

/**
 * How a posting came to be counted, stored beside its fact: times in milliseconds since 1970, names of replicas. What
 * a record's headers do not say, as those of an earlier release do not, is left out.
 */
export type StoredFactTrail = {
  acceptedMs?: number;
  received?: { partition: number; offset: number; ms?: number; by?: string };
  taggedMs: number;
  taggedBy?: string;
  countedMs: number;
  countedBy: string;
  /** Of a record that was sampled. */
  traceId?: string;
};

// Longer than any name that a replica gives itself.
const MOST_NAME_CHARS = 300;

const msOf = (text: string | undefined): number | undefined => {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : ms;
};
const offsetOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
const nameOf = (text: string | undefined): string | undefined => text?.slice(0, MOST_NAME_CHARS) || undefined;

const receivedOf = (headers: LogRecord['headers']): StoredFactTrail['received'] => {
  const partition = offsetOf(headers[eventHeaders.receivedPartition]);
  const offset = offsetOf(headers[eventHeaders.receivedOffset]);
  if (partition === undefined || offset === undefined) return undefined;
  const [ms, by] = [msOf(headers[eventHeaders.receivedTime]), nameOf(headers[eventHeaders.receivedReplica])];
  return { partition, offset, ...(ms !== undefined && { ms }), ...(by && { by }) };
};

/** The trail of a record of `postings.tagged.v1` that is counted now, by this replica. Headers are not trusted. */
export const factTrailOf = (
  { headers, timestampMs }: Pick<LogRecord, 'headers' | 'timestampMs'>,
  countedMs: number,
  countedBy: string,
): StoredFactTrail => {
  const acceptedMs = msOf(headers[eventHeaders.time]);
  const received = receivedOf(headers);
  const context = contextOfRecord({ headers });
  const taggedBy = nameOf(headers[eventHeaders.replica]);
  return {
    ...(acceptedMs !== undefined && { acceptedMs }),
    ...(received && { received }),
    ...{ taggedMs: timestampMs, ...(taggedBy && { taggedBy }) },
    ...{ countedMs, countedBy },
    ...(context?.sampled && { traceId: context.traceId }),
  };
};
