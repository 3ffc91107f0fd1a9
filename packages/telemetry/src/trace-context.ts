/** A span's place in its trace, as W3C Trace Context carries it. */
export type TraceContext = {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** 16 hexadecimal digits. */
  spanId: string;
  /** Whether its spans are recorded, and its postings have lines in the logs. */
  sampled: boolean;
  /** `tracestate` of the systems that it came through, passed on as it is. */
  state?: string;
};

/** The headers of a context, of a request or of a record. */
export type TraceHeaders = { traceparent: string; tracestate?: string };

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;
/** What every system must be able to pass on (https://www.w3.org/TR/trace-context/#tracestate-limits). */
const TRACESTATE = /^[\x20-\x7e]{1,512}$/;

/**
 * Reads a `traceparent` header; null when it is absent or malformed
 * (https://www.w3.org/TR/trace-context/#traceparent-header).
 */
export const parseTraceparent = (header: string | null | undefined): TraceContext | null => {
  const found = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  if (!found) return null;
  return { traceId: found[1]!, spanId: found[2]!, sampled: (Number.parseInt(found[3]!, 16) & 1) === 1 };
};

/** The `traceparent` header of a context. */
export const formatTraceparent = ({ traceId, spanId, sampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;

/**
 * Reads the context out of headers, or out of a document that holds them; null when there is none. A `tracestate`
 * without a `traceparent`, or one that not every system could pass on, is left out.
 */
export const extractContext = (headers: {
  readonly traceparent?: unknown;
  readonly tracestate?: unknown;
}): TraceContext | null => {
  const { traceparent, tracestate } = headers;
  const context = typeof traceparent === 'string' ? parseTraceparent(traceparent) : null;
  if (context === null || typeof tracestate !== 'string' || !TRACESTATE.test(tracestate)) return context;
  return { ...context, state: tracestate };
};

/** The headers that carry a context on. */
export const injectContext = (context: TraceContext): TraceHeaders => ({
  traceparent: formatTraceparent(context),
  ...(context.state !== undefined && { tracestate: context.state }),
});
