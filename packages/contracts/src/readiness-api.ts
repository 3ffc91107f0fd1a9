import { z } from 'zod';

/** What `/healthz` answers; no answer is the other one. */
export const liveness = z.object({ alive: z.literal(true) });
export type Liveness = z.infer<typeof liveness>;

/** What `/readyz` answers: each thing the service waits for, and what is wrong with it. */
export const readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string().optional() })),
});
export type Readiness = z.infer<typeof readiness>;

/** What a consumer tells of itself: for each partition the next offset, the end of the log, and the distance. */
export const consumerStatus = z.object({
  group: z.string(),
  topic: z.string(),
  partitions: z.array(z.object({ partition: z.int(), next: z.int(), end: z.int(), lag: z.int() })),
  lag: z.int(),
  caughtUp: z.boolean(),
});
export type ConsumerStatus = z.infer<typeof consumerStatus>;
