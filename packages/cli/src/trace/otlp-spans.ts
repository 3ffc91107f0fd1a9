import { z } from 'zod';

// As OTLP/JSON has it, or protobuf's own JSON, which has ids as base64 and kinds as words: stores differ.
const id = z
  .string()
  .max(64)
  .transform((text) =>
    /^[\da-f]+$/i.test(text) ? text.toLowerCase() : Buffer.from(text, 'base64').toString('hex'),
  );
const nanos = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform((text) => Number(BigInt(text) / 1000n) / 1000);
const attribute = z.object({
  key: z.string().max(1000),
  value: z.object({ stringValue: z.string().max(10_000).optional() }).optional(),
});
const span = z.object({
  spanId: id,
  parentSpanId: id.optional(),
  name: z.string().max(1000),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  status: z.object({ code: z.union([z.number(), z.string().max(100)]).optional() }).optional(),
});
const resourceSpans = z.array(
  z.object({
    resource: z.object({ attributes: z.array(attribute).max(200).default([]) }).optional(),
    scopeSpans: z.array(z.object({ spans: z.array(span).default([]) })).default([]),
  }),
);
// Jaeger wraps them in `result`, Tempo in `trace`.
const wrapped = z.union([
  z.object({ result: z.object({ resourceSpans }) }).transform(({ result }) => result.resourceSpans),
  z.object({ trace: z.object({ resourceSpans }) }).transform(({ trace }) => trace.resourceSpans),
]);

/** A span of a trace; times in milliseconds since 1970. */
export type TraceSpan = {
  spanId: string;
  parentId: string | null;
  service: string;
  name: string;
  startMs: number;
  endMs: number;
  failed: boolean;
};

const ERROR_CODES: readonly unknown[] = [2, 'STATUS_CODE_ERROR'];

/**
 * The spans in a response of Jaeger's or Tempo's API, in the order in which they began.
 * @throws ZodError where it is no such response
 */
export const spansOf = (response: unknown): TraceSpan[] =>
  wrapped
    .parse(response)
    .flatMap(({ resource, scopeSpans }) => {
      const service = resource?.attributes.find(({ key }) => key === 'service.name')?.value?.stringValue;
      return scopeSpans.flatMap(({ spans }) =>
        spans.map((one) => ({
          ...{ spanId: one.spanId, parentId: one.parentSpanId || null, service: service ?? 'a service' },
          ...{ name: one.name, startMs: one.startTimeUnixNano, endMs: one.endTimeUnixNano },
          failed: ERROR_CODES.includes(one.status?.code),
        })),
      );
    })
    .toSorted((a, b) => a.startMs - b.startMs);
