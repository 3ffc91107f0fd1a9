import { z } from 'zod';
import { consumerStatus, readiness } from './readiness-api.ts';

/** A service that did not answer: why. */
export const unreachable = z.object({ unreachable: z.string() });
export const partStatus = z.union([readiness, unreachable]);
export type PartStatus = z.infer<typeof partStatus>;

/** `GET /v1/status`: the readiness of each service, and what the consumers of those that answer tell of themselves. */
export const platformStatus = z.object({
  services: z.record(z.string(), partStatus),
  consumers: z.array(consumerStatus),
});
export type PlatformStatus = z.infer<typeof platformStatus>;
