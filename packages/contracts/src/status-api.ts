import { z } from 'zod';
import { consumerStatus, readiness } from './readiness-api.ts';

/** Why a service did not respond. */
export const unreachable = z.object({ unreachable: z.string() });
export const serviceStatus = z.union([readiness, unreachable]);
export type ServiceStatus = z.infer<typeof serviceStatus>;

const ageSeconds = z.int().nonnegative();

/**
 * An upstream without a current report: why, and the age of the last report that is shown instead; null where there is
 * none.
 */
export const unavailableService = z.object({
  part: z.string(),
  reason: z.string(),
  ageSeconds: ageSeconds.nullable(),
});
export type UnavailableService = z.infer<typeof unavailableService>;

/**
 * A consumer as its service reported it. With `ageSeconds` the report is that old: since then the service has been
 * unavailable, or could not reach Kafka.
 */
export const reportedConsumer = consumerStatus.extend({ ageSeconds: ageSeconds.optional() });
export type ReportedConsumer = z.infer<typeof reportedConsumer>;

/** `GET /v1/status`: the readiness of each service, what the consumers report, and which reports are missing now. */
export const platformStatus = z.object({
  services: z.record(z.string(), serviceStatus),
  consumers: z.array(reportedConsumer),
  away: z.array(unavailableService).optional(),
});
export type PlatformStatus = z.infer<typeof platformStatus>;
