import type { ChunkLimits } from '../intake/chunks.ts';
import { OVERHEAD_BYTES } from '../intake/validate.ts';

/** Postings of one array; a stream has no limit. */
export const MOST_ELEMENTS = 10_000;

/** The largest body of ids, in bytes. */
const MOST_ID_BYTES = 2 * 1024 * 1024;

/** Ids in a body of `postingIds`, with some room for what the schema rejects by name. */
export const idBounds = (most: number) => ({ bytes: MOST_ID_BYTES, levels: 4, values: most + 100 });

/** A body that chooses postings by a text. */
export const CHOICE_BOUNDS = { bytes: 4096, levels: 2, values: 10 };

/** Postings that are stored together. */
export const CHUNK_SIZE = 500;
const CHUNK_BYTES = 2_000_000;
const CHUNK_PAUSE_MS = 20;
/** Size of the chunks of all streams together, so that many streams take little more memory than a few. */
const CHUNKS_BYTES = 8_000_000;

/** The limits of a stream's chunks, by the number of concurrent streams. */
export const chunkLimits = (streams: number): ChunkLimits => ({
  maxItems: CHUNK_SIZE,
  maxBytes: Math.min(CHUNK_BYTES, CHUNKS_BYTES / streams),
  pauseMs: CHUNK_PAUSE_MS,
});

/** Fewer than the gateway's bulkhead for ingestion, so that long streams never keep other requests out. */
export const STREAMS = { most: 64, mostOfOne: 32 };
/** How many of the largest whole bodies fit in memory, and how many of one caller. */
const BODIES = { most: 4, mostOfOne: 2 };

/** The memory budget of whole bodies, in bytes: the largest one, with as many elements as allowed, a few times. */
export const bodiesLimits = (maxBodyBytes: number) => {
  const largest = Math.max(maxBodyBytes + MOST_ELEMENTS * OVERHEAD_BYTES, MOST_ID_BYTES);
  return { most: BODIES.most * largest, mostOfOne: BODIES.mostOfOne * largest };
};
