import type { SpanFate } from './bounded-export.ts';
import type { Resource } from './exporting.ts';
import { createIdleTracer } from './idle-tracer.ts';
import type { TelemetryConfig } from './telemetry-config.ts';
import type { Tracer } from './tracer.ts';

/** Counts what became of spans. */
type SpanCount = { inc: (labels: { fate: SpanFate }, count: number) => void };

export type Telemetry = {
  tracer: Tracer;
  /** Where spans are counted from now on. */
  countSpans: (count: SpanCount) => void;
  /** Sends what has ended, for a bounded time; what is not sent by then is lost, and a line says how much. */
  close: () => Promise<void>;
  /** Gives up what is not sent, at once; the same line says how much. For a process that ends without `close`. */
  abandon: () => void;
};

type TelemetryDeps = Resource & {
  config: TelemetryConfig;
  log: { warn: (facts: object, message: string) => void; info: (facts: object, message: string) => void };
};

const CLOSE_MS = 2000;

/** Telemetry of a process that exports nothing, with its contexts carried on; also for tests of other things. */
export const idleTelemetry = (tracer: Tracer = createIdleTracer()): Telemetry => ({
  ...{ tracer, countSpans: () => undefined, close: async () => undefined, abandon: () => undefined },
});

/**
 * The traces of one process. Without the address of a collector nothing is exported, and OpenTelemetry is not even
 * loaded.
 */
export const createTelemetry = async ({ config, log, ...resource }: TelemetryDeps): Promise<Telemetry> => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = config;
  if (endpoint === undefined) {
    const sampling = { ratio: config.OTEL_TRACES_SAMPLER_ARG, trustsCallers: config.TRACE_TRUST_CALLERS };
    return idleTelemetry(createIdleTracer(sampling, config.TRACE_KAFKA));
  }
  const { createExporting } = await import('./exporting.ts');
  let counter: SpanCount | null = null;
  const { tracer, close, ...exporting } = createExporting({
    resource,
    config: { ...config, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
    onSpans: (fate, count) => counter?.inc({ fate }, count),
    onTrouble: (reason) =>
      reason === null
        ? log.info({}, 'traces are exported again')
        : log.warn({ reason: reason.slice(0, 300) }, 'traces cannot be exported'),
  });
  const abandon = () => {
    const spans = exporting.abandon();
    if (spans > 0) log.warn({ spans }, 'the last spans were not sent');
  };
  return {
    tracer,
    abandon,
    countSpans: (count) => {
      counter = count;
      // Of a series that begins with a burst Prometheus would not see that it has risen.
      for (const fate of ['exported', 'refused', 'dropped'] as const) count.inc({ fate }, 0);
    },
    close: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_MS)));
      await Promise.race([close().catch(() => undefined), late]);
      clearTimeout(timer);
      abandon();
    },
  };
};
