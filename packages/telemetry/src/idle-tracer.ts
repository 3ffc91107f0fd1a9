import { randomBytes } from 'node:crypto';
import { createExtract, type Sampling } from './sampling.ts';
import type { TraceContext } from './trace-context.ts';
import { nonRecordingSpan, type Tracer } from './tracer.ts';

const newSpanId = (): string => randomBytes(8).toString('hex');

/**
 * The tracer of a process that exports nothing: contexts are carried on all the same, so that the logs of all services
 * have one trace id, and a service that does export finds its parent.
 */
export const createIdleTracer = (
  { ratio = 1, trustsCallers = true, random = Math.random }: Partial<Sampling> = {},
  kafka: Tracer['kafka'] = 'parent',
): Tracer => ({
  ...{ kafka, trustsCallers },
  extract: createExtract({ ratio, trustsCallers, random }),
  root: (_name, { links = [] } = {}) =>
    nonRecordingSpan({
      ...{ traceId: randomBytes(16).toString('hex'), spanId: newSpanId() },
      sampled: links.some(({ sampled }) => sampled) || random() < ratio,
    }),
  // A bulk load, which is not sampled, would need thousands of random ids a second.
  start: (_name, parent: TraceContext) =>
    nonRecordingSpan(parent.sampled ? { ...parent, spanId: newSpanId() } : parent),
});
