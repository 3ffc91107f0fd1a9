import { extractContext, type TraceContext } from './trace-context.ts';

export type Sampling = {
  /** The share of traces that are sampled, 0 to 1. */
  ratio: number;
  /** Whether the sampled flag of a caller is believed. */
  trustsCallers: boolean;
  /** A number from 0 to 1. */
  random?: () => number;
};

/**
 * Reads the context of a caller. Of one that is not believed no larger share is sampled than of others, whatever it
 * asks for, and by a chance of our own: whoever chooses trace ids could choose them so that a ratio by id takes all.
 * Its `tracestate` is for systems that are not ours, and is dropped. That it asks not to be sampled is always granted.
 */
export const createExtract =
  ({ ratio, trustsCallers, random = Math.random }: Sampling) =>
  (headers: Readonly<Record<string, unknown>>): TraceContext | null => {
    const sent = extractContext(headers);
    if (sent === null || trustsCallers) return sent;
    const { traceId, spanId, sampled } = sent;
    return { traceId, spanId, sampled: sampled && random() < ratio };
  };
