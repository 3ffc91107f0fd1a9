import { expect, test } from '@jest/globals';
import { telemetryConfig } from './telemetry-config.ts';

test('by default nothing is exported, every single request is sampled, and callers are believed', () => {
  expect(telemetryConfig.parse({})).toEqual({
    ...{ OTEL_EXPORTER_OTLP_HEADERS: {}, OTEL_TRACES_SAMPLER_ARG: 1 },
    ...{ TRACE_TRUST_CALLERS: true, TRACE_KAFKA: 'parent' },
  });
  expect(
    telemetryConfig.parse({ OTEL_EXPORTER_OTLP_ENDPOINT: '' }).OTEL_EXPORTER_OTLP_ENDPOINT,
  ).toBeUndefined();
});

test('headers are written as OpenTelemetry writes them', () => {
  const { OTEL_EXPORTER_OTLP_HEADERS: headers } = telemetryConfig.parse({
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20YTpi, x-scope=a=b,',
  });
  expect(headers).toEqual({ authorization: 'Basic YTpi', 'x-scope': 'a=b' });
});

test.each([
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'grpc://collector:4317'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'no value'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%zz'],
  ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
  ['OTEL_TRACES_SAMPLER_ARG', '-1'],
  ['OTEL_TRACES_SAMPLER_ARG', '10%'],
  ['TRACE_TRUST_CALLERS', 'yes'],
  ['TRACE_KAFKA', 'both'],
])('%s may not be %s', (name, value) => {
  expect(telemetryConfig.safeParse({ [name]: value }).success).toBe(false);
});
