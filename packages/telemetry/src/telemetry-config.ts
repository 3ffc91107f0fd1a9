import { z } from 'zod';

const header = /^[!#$%&'*+.^_`|~\w-]+$/;

/** `name=value,name=value`, values percent-encoded, as OpenTelemetry writes them. */
const parseHeaders = (text: string): Record<string, string> | null => {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]);
  try {
    if (!pairs.every(([name]) => header.test(name!))) return null;
    return Object.fromEntries(pairs.map(([name, value]) => [name!, decodeURIComponent(value!)]));
  } catch {
    return null;
  }
};

const share = z
  .string()
  .regex(/^(0(\.\d{1,9})?|1(\.0{1,9})?)$/, 'a number from 0 to 1')
  .transform(Number);

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Variables of every service that say what becomes of its traces; the names are OpenTelemetry's where it has one. */
export const telemetryConfig = z.object({
  // Empty is no address, as OpenTelemetry has it.
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .literal('')
    .transform(() => undefined)
    .or(z.url({ protocol: /^https?$/ }))
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .max(10_000)
    .default('')
    .transform(parseHeaders)
    .refine((headers) => headers !== null, 'name=value, separated by commas, values percent-encoded')
    .transform((headers) => headers ?? {}),
  OTEL_TRACES_SAMPLER_ARG: share.default(1),
  TRACE_TRUST_CALLERS: flag.default(true),
  TRACE_KAFKA: z.enum(['parent', 'link']).default('parent'),
});

export type TelemetryConfig = z.infer<typeof telemetryConfig>;
