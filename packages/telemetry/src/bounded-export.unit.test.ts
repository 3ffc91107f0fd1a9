import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import { TracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { createBoundedExport, type SpanFate } from './bounded-export.ts';

type Sending = { spans: ReadableSpan[]; report: (result: ExportResult) => void };

const setUp = (mostWaiting: number) => {
  const sending: Sending[] = [];
  const counts: Record<SpanFate, number> = { exported: 0, refused: 0, dropped: 0 };
  const troubles: (string | null)[] = [];
  const processor = createBoundedExport({
    exporter: {
      export: (spans, report) => void sending.push({ spans, report }),
      shutdown: async () => undefined,
    },
    onSpans: (fate, count) => (counts[fate] += count),
    onTrouble: (reason) => troubles.push(reason),
    ...{ mostWaiting, everyMs: 1 },
  });
  const tracer = new TracerProvider({ spanProcessors: [processor] }).getTracer('test');
  const end = (count: number) => Array.from({ length: count }, () => tracer.startSpan('x').end());
  const next = () => until('spans are sent', () => sending.shift());
  return { end, next, counts, troubles };
};
const failed = { code: ExportResultCode.FAILED, error: new Error('connect ECONNREFUSED') };
const succeeded = { code: ExportResultCode.SUCCESS };

test('while the collector is silent so many spans wait, those under way among them, and the others are dropped', async () => {
  const { end, next, counts } = setUp(10);
  end(4);
  const first = await next();
  end(100);
  expect(counts).toEqual({ exported: 0, refused: 0, dropped: 94 });
  first.report(succeeded);
  const second = await next();
  expect([first.spans.length, second.spans.length]).toEqual([4, 6]);
  second.report(succeeded);
  end(10);
  (await next()).report(succeeded);
  await until('they are counted', () => counts.exported === 20);
  expect(counts).toEqual({ exported: 20, refused: 0, dropped: 94 });
});

test('what the collector refuses is counted, and said once until it succeeds again', async () => {
  const { end, next, counts, troubles } = setUp(10);
  for (const result of [failed, failed, succeeded, succeeded, failed]) {
    end(1);
    (await next()).report(result);
  }
  expect(counts).toEqual({ exported: 2, refused: 3, dropped: 0 });
  expect(troubles).toEqual(['connect ECONNREFUSED', null, 'connect ECONNREFUSED']);
});
