import { describe, expect, test } from '@jest/globals';
import { currentContext, runIn, traceFields } from './current-context.ts';
import { createIdleTracer } from './idle-tracer.ts';
import { createTestTracer } from './testing.ts';
import { errorTypeOf, withinSpan } from './tracer.ts';

const sampled = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true, state: 'vendor=1' };
const unsampled = { ...sampled, sampled: false };
const tracers = (ratio: number) => [
  ['idle', createIdleTracer({ ratio })] as const,
  ['OpenTelemetry', createTestTracer({ ratio }).tracer] as const,
];

describe.each(tracers(1))('%s', (_, tracer) => {
  test('a child keeps the trace, its sampling and its state, and only a sampled one is a new span', () => {
    const { context } = tracer.start('x', sampled);
    expect(context).toEqual({ ...sampled, spanId: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(context.spanId).not.toBe(sampled.spanId);
    expect(tracer.start('x', unsampled).context).toEqual(unsampled);
  });

  test('each root is a trace of its own, sampled at a ratio of 1', () => {
    const roots = [tracer.root('x'), tracer.root('x')].map(({ context }) => context);
    expect(roots.map((one) => one.sampled)).toEqual([true, true]);
    expect(roots[0]!.traceId).not.toBe(roots[1]!.traceId);
  });
});

describe.each(tracers(0))('%s, at a ratio of 0', (_, tracer) => {
  test('no root is sampled, except one that links to a sampled span', () => {
    expect(tracer.root('x').context.sampled).toBe(false);
    expect(tracer.root('x', { links: [unsampled] }).context.sampled).toBe(false);
    expect(tracer.root('x', { links: [unsampled, sampled] }).context.sampled).toBe(true);
  });
});

test('at a ratio between, about as many traces are sampled', () => {
  for (const [, tracer] of tracers(0.25)) {
    const count = Array.from({ length: 4000 }, () => tracer.root('x').context.sampled).filter(Boolean).length;
    // Eight standard deviations on either side.
    expect(Math.abs(count - 1000)).toBeLessThan(220);
  }
});

test('work within a span is done in its context, and fails it', async () => {
  const { tracer, spans } = createTestTracer();
  const fail = () => Promise.reject(Object.assign(new Error('of a posting’s text'), { code: 'timeout' }));
  const seen = await withinSpan(tracer, 'good', { parent: sampled }, async (span) => {
    expect(currentContext()).toBe(span!.context);
    return traceFields();
  });
  await expect(withinSpan(tracer, 'bad', { parent: sampled }, fail)).rejects.toThrow();
  const [good, bad] = spans();
  expect(seen).toEqual({ trace_id: sampled.traceId, span_id: good!.spanId });
  expect(good).toMatchObject({ name: 'good', parentId: sampled.spanId, failed: false });
  expect(bad).toMatchObject({ name: 'bad', failed: true, attributes: { 'error.type': 'timeout' } });
  expect(JSON.stringify(bad)).not.toContain('text');
});

test('work without a sampled context is done without a span, and has the lines of whoever does it', async () => {
  const { tracer, spans } = createTestTracer();
  for (const parent of [null, undefined, unsampled])
    expect(await withinSpan(tracer, 'x', { parent }, async (span) => span)).toBeNull();
  expect(spans()).toEqual([]);
  expect(traceFields()).toEqual({});
  expect(runIn(unsampled, traceFields)).toEqual({ trace_id: unsampled.traceId, span_id: unsampled.spanId });
});

test.each([
  [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [new TypeError('x'), 'TypeError'],
  [Object.assign(new Error('x'), { code: 11000 }), 'Error'],
  ['text', 'string'],
  [undefined, 'undefined'],
])('the type of an error is a code or a name, never its message: %p', (error, type) => {
  expect(errorTypeOf(error)).toBe(type);
});
