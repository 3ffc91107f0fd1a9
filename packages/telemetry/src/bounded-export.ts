import { ExportResultCode } from '@opentelemetry/core';
import {
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';

/** What became of spans: the collector has them, it refused them or did not answer, or there was no room. */
export type SpanFate = 'exported' | 'refused' | 'dropped';

export type BoundedExportDeps = {
  exporter: SpanExporter;
  onSpans: (fate: SpanFate, count: number) => void;
  /** Called when exporting begins to fail, with the reason, and with null when it succeeds again. */
  onTrouble: (reason: string | null) => void;
  /** Spans that wait, those under way among them; the next is dropped. */
  mostWaiting?: number;
  /** Time after which what has ended is sent, in milliseconds. */
  everyMs?: number;
};

export type BoundedExport = SpanProcessor & {
  /** Counts what is not sent, and whatever ends from now on, as dropped. @returns how many spans were not sent */
  abandon: () => number;
};

/** Some four megabytes. */
const MOST_WAITING = 4096;
const BATCH = 512;
const EVERY_MS = 1000;
/** A collector that does not answer is given up on; meanwhile spans wait, up to the bound. */
export const EXPORT_TIMEOUT_MS = 5000;

/**
 * Sends ended spans in batches, in the background. A collector that is away, slow or refusing holds up nothing: so
 * many spans wait, the others are dropped and counted. OpenTelemetry's own processor bounds its queue too, and drops
 * without a word.
 */
export const createBoundedExport = (deps: BoundedExportDeps): BoundedExport => {
  const { exporter, onSpans, onTrouble, mostWaiting = MOST_WAITING, everyMs = EVERY_MS } = deps;
  let waiting = 0;
  let isFailing = false;
  let isOver = false;
  const settled = (count: number, error: Error | null) => {
    if (!isOver) {
      waiting -= count;
      onSpans(error === null ? 'exported' : 'refused', count);
    }
    if (isFailing === (error !== null)) return;
    isFailing = error !== null;
    onTrouble(error && error.message);
  };
  const counted: SpanExporter = {
    export: (spans, report) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS;
        settled(spans.length, failed ? (result.error ?? new Error('the export failed')) : null);
        report(result);
      }),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
  const batches = new BatchSpanProcessor({
    ...{ exporter: counted, maxQueueSize: mostWaiting, maxExportBatchSize: Math.min(BATCH, mostWaiting) },
    ...{ scheduledDelayMillis: everyMs, exportTimeoutMillis: 2 * EXPORT_TIMEOUT_MS },
  });
  return {
    onStart: () => undefined,
    onEnd: (span: ReadableSpan) => {
      if (isOver || waiting >= mostWaiting) return onSpans('dropped', 1);
      waiting += 1;
      batches.onEnd(span);
    },
    forceFlush: () => batches.forceFlush(),
    shutdown: () => batches.shutdown(),
    abandon: () => {
      const lost = waiting;
      isOver = true;
      waiting = 0;
      if (lost > 0) onSpans('dropped', lost);
      return lost;
    },
  };
};
