import { z } from 'zod';
import { wholeNumber } from './whole-number.ts';

/** The most seconds that a CPU profile may take. */
export const MOST_PROFILE_SECONDS = 60;

/** The query of `POST /v1/diagnostics/cpu`. */
export const cpuProfileQuery = z.strictObject({ seconds: wholeNumber(1, MOST_PROFILE_SECONDS).default(10) });

/** The memory of a process, in bytes, and what a heap snapshot of it would take: `GET /v1/diagnostics`. */
export const processState = z.object({
  replica: z.string(),
  node: z.string(),
  uptimeSeconds: z.number(),
  memory: z.object({
    residentBytes: z.number(),
    heapUsedBytes: z.number(),
    /** Where V8 gives up. */
    heapLimitBytes: z.number(),
    externalBytes: z.number(),
    /** What the process may still take, by the machine or its container. */
    availableBytes: z.number(),
  }),
  spaces: z.array(z.object({ name: z.string(), usedBytes: z.number(), sizeBytes: z.number() })),
  snapshot: z.object({
    /** Estimates: how long the process does nothing else, and how much memory it needs meanwhile. */
    pauseMs: z.number(),
    needBytes: z.number(),
    /** Why none is taken; null where one would be. */
    refusal: z.string().nullable(),
  }),
  /** What is being taken now. */
  running: z.enum(['cpu', 'heap']).nullable(),
});
export type ProcessState = z.infer<typeof processState>;
