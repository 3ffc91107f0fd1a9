import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import { createBoundedExport, EXPORT_TIMEOUT_MS, type BoundedExportDeps } from './bounded-export.ts';
import { createOtelTracer } from './otel-tracer.ts';
import { createSampler } from './sampler.ts';
import type { TelemetryConfig } from './telemetry-config.ts';

export type Resource = {
  service: string;
  /** The name of this start of this replica. */
  replica: string;
  version: string;
};

type ExportingDeps = Omit<BoundedExportDeps, 'exporter'> & {
  resource: Resource;
  config: TelemetryConfig & { OTEL_EXPORTER_OTLP_ENDPOINT: string };
};

/** The address of traces below a collector's (OpenTelemetry Protocol Exporter, "Endpoint URLs for OTLP/HTTP"). */
const tracesAt = (endpoint: string): string => `${endpoint.replace(/\/+$/, '')}/v1/traces`;

/** A tracer whose spans are sent to a collector by OTLP over HTTP, in JSON. */
export const createExporting = ({ resource, config, ...deps }: ExportingDeps) => {
  const exporter = new OTLPTraceExporter({
    url: tracesAt(config.OTEL_EXPORTER_OTLP_ENDPOINT),
    headers: config.OTEL_EXPORTER_OTLP_HEADERS,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const bounded = createBoundedExport({ ...deps, exporter });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'skillstream',
      'service.name': resource.service,
      'service.instance.id': resource.replica,
      'service.version': resource.version,
    }),
    sampler: createSampler(config.OTEL_TRACES_SAMPLER_ARG),
    spanProcessors: [bounded],
  });
  const sampling = { ratio: config.OTEL_TRACES_SAMPLER_ARG, trustsCallers: config.TRACE_TRUST_CALLERS };
  return {
    tracer: createOtelTracer(provider.getTracer('skillstream'), sampling, config.TRACE_KAFKA),
    close: () => provider.shutdown(),
    abandon: bounded.abandon,
  };
};
