import { z } from 'zod';
import { consumerStatus, readiness } from './readiness-api.ts';

/** A service that did not answer: why. */
export const unreachable = z.object({ unreachable: z.string() });
export const partStatus = z.union([readiness, unreachable]);
export type PartStatus = z.infer<typeof partStatus>;

const ageSeconds = z.int().nonnegative();

/**
 * A part that does not say now what it was asked for: why, and how old what is told of it all the same is; null where
 * nothing is known of it.
 */
export const awayPart = z.object({ part: z.string(), reason: z.string(), ageSeconds: ageSeconds.nullable() });
export type AwayPart = z.infer<typeof awayPart>;

/**
 * A consumer as its service told of it; with `ageSeconds` that was so long ago, and since then the service is away, or
 * Kafka does not answer it.
 */
export const reportedConsumer = consumerStatus.extend({ ageSeconds: ageSeconds.optional() });
export type ReportedConsumer = z.infer<typeof reportedConsumer>;

/**
 * `GET /v1/status`: the readiness of each service, what the consumers tell of themselves, and what nobody tells now.
 */
export const platformStatus = z.object({
  services: z.record(z.string(), partStatus),
  consumers: z.array(reportedConsumer),
  away: z.array(awayPart).optional(),
});
export type PlatformStatus = z.infer<typeof platformStatus>;
