import { randomBytes } from 'node:crypto';

/** A span of a trace, as in W3C Trace Context. */
export type Trace = { traceId: string; spanId: string; sampled: boolean };

const pattern = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Reads a `traceparent` header; null when it is absent or malformed
 * (https://www.w3.org/TR/trace-context/#traceparent-header).
 */
export const parseTraceparent = (header: string | undefined): Trace | null => {
  const found = header === undefined ? null : pattern.exec(header);
  if (!found) return null;
  return { traceId: found[1]!, spanId: found[2]!, sampled: (Number.parseInt(found[3]!, 16) & 1) === 1 };
};

/** The `traceparent` header of a span. */
export const formatTraceparent = (trace: Trace): string =>
  `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;

/**
 * A new trace, or the next span of the given one. An unsampled trace keeps its span: its spans are not recorded, and
 * a bulk load would need thousands of random ids a second.
 */
export const nextSpan = (parent: Trace | null, sampled = true): Trace =>
  parent && !parent.sampled
    ? parent
    : {
        traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
        spanId: randomBytes(8).toString('hex'),
        sampled: parent?.sampled ?? sampled,
      };
