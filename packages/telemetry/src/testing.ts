import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { createOtelTracer } from './otel-tracer.ts';
import { createSampler } from './sampler.ts';
import type { Sampling } from './sampling.ts';
import type { Tracer } from './tracer.ts';

/** A tracer that keeps its ended spans, in the order in which they ended. */
export const createTestTracer = (
  { ratio = 1, trustsCallers = true }: Partial<Sampling> = {},
  kafka: Tracer['kafka'] = 'parent',
) => {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({
    sampler: createSampler(ratio),
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  const tracer = createOtelTracer(provider.getTracer('test'), { ratio, trustsCallers }, kafka);
  return {
    tracer,
    /** What is of interest of each span. */
    spans: () =>
      exporter.getFinishedSpans().map((span) => ({
        name: span.name,
        traceId: span.spanContext().traceId,
        spanId: span.spanContext().spanId,
        parentId: span.parentSpanContext?.spanId ?? null,
        links: span.links.map(({ context }) => context.spanId),
        attributes: span.attributes,
        failed: span.status.code === 2,
        startMs: span.startTime[0] * 1000 + span.startTime[1] / 1e6,
        endMs: span.endTime[0] * 1000 + span.endTime[1] / 1e6,
      })),
  };
};
