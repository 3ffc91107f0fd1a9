import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  createTraceState,
  type Context,
  type Link,
  type Span as OtelSpan,
  type SpanContext,
  type Tracer as OtelTracer,
} from '@opentelemetry/api';
import { ERROR_TYPE } from './attributes.ts';
import { createExtract, type Sampling } from './sampling.ts';
import type { TraceContext } from './trace-context.ts';
import { nonRecordingSpan, type Kind, type Span, type SpanOptions, type Tracer } from './tracer.ts';

const kinds: Record<Kind, SpanKind> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

const toSpanContext = ({ traceId, spanId, sampled, state }: TraceContext): SpanContext => ({
  ...{ traceId, spanId, traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE, isRemote: true },
  ...(state !== undefined && { traceState: createTraceState(state) }),
});

const contextOf = (span: OtelSpan, state?: string): TraceContext => {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const sampled = (traceFlags & TraceFlags.SAMPLED) !== 0;
  return { traceId, spanId, sampled, ...(state !== undefined && { state }) };
};

const recording = (span: OtelSpan, context: TraceContext): Span => ({
  ...{ context, isRecording: true },
  rename: (name) => void span.updateName(name),
  set: (attributes) => void span.setAttributes(attributes),
  fail: (errorType) => {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute(ERROR_TYPE, errorType);
  },
  end: (endMs) => span.end(endMs),
});

/**
 * Starts the spans of OpenTelemetry. Whether a trace is sampled is the sampler's decision where it begins; below an
 * unsampled parent OpenTelemetry is not even asked.
 */
export const createOtelTracer = (
  tracer: OtelTracer,
  sampling: Sampling,
  kafka: Tracer['kafka'] = 'parent',
): Tracer => {
  const begin = (name: string, options: SpanOptions, parent: Context): OtelSpan => {
    const { kind = 'internal', links = [], attributes = {}, startMs } = options;
    const linked = links.map((context): Link => ({ context: toSpanContext(context) }));
    const startTime = startMs === undefined ? {} : { startTime: startMs };
    return tracer.startSpan(name, { kind: kinds[kind], links: linked, attributes, ...startTime }, parent);
  };
  return {
    ...{ kafka, trustsCallers: sampling.trustsCallers },
    extract: createExtract(sampling),
    root: (name, options = {}) => {
      const span = begin(name, options, ROOT_CONTEXT);
      return span.isRecording() ? recording(span, contextOf(span)) : nonRecordingSpan(contextOf(span));
    },
    start: (name, parent, options = {}) => {
      if (!parent.sampled) return nonRecordingSpan(parent);
      const span = begin(name, options, trace.setSpanContext(ROOT_CONTEXT, toSpanContext(parent)));
      return recording(span, contextOf(span, parent.state));
    },
  };
};
