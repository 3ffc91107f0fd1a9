import { z } from 'zod';

/** The response of `/healthz`; a process that is not alive does not respond at all. */
export const liveness = z.object({ alive: z.literal(true) });
export type Liveness = z.infer<typeof liveness>;

/** The response of `/readyz`: each dependency that the service waits for, and what is wrong with it. */
export const readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string().optional() })),
});
export type Readiness = z.infer<typeof readiness>;

/** What a consumer reports: for each partition the next offset, the end of the log, and the lag. */
export const consumerStatus = z.object({
  group: z.string(),
  topic: z.string(),
  partitions: z.array(z.object({ partition: z.int(), next: z.int(), end: z.int(), lag: z.int() })),
  lag: z.int(),
  caughtUp: z.boolean(),
});
export type ConsumerStatus = z.infer<typeof consumerStatus>;
