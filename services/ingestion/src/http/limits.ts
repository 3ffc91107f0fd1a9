import type { ChunkLimits } from '../intake/chunks.ts';
import { OVERHEAD_BYTES } from '../intake/validate.ts';

/** Postings of one array; a stream has no limit. */
export const MOST_ELEMENTS = 10_000;

/** As many bytes as a body of ids may have. */
const MOST_ID_BYTES = 2 * 1024 * 1024;

/** What a body of `postingIds` may hold: so many, and some room for what the schema refuses by name. */
export const idBounds = (most: number) => ({ bytes: MOST_ID_BYTES, levels: 4, values: most + 100 });

/** Postings that are stored together. */
export const CHUNK_SIZE = 500;
const CHUNK_BYTES = 4_000_000;
const CHUNK_PAUSE_MS = 20;
/** What the chunks of all streams weigh together, so that many streams take little more memory than a few. */
const CHUNKS_BYTES = 8_000_000;

/** What a chunk of a stream may hold where so many streams are under way. */
export const chunkLimits = (streams: number): ChunkLimits => ({
  maxItems: CHUNK_SIZE,
  maxBytes: Math.min(CHUNK_BYTES, CHUNKS_BYTES / streams),
  pauseMs: CHUNK_PAUSE_MS,
});

/** Fewer than the gateway has places for ingestion, so that streams which last never keep others out. */
export const STREAMS = { most: 64, mostOfOne: 32 };
/** How many of the largest whole bodies fit in memory, and how many of one caller. */
const BODIES = { most: 4, mostOfOne: 2 };

/** What whole bodies may weigh, in bytes: the largest, with as many elements as it may have, a few times. */
export const bodiesLimits = (maxBodyBytes: number) => {
  const largest = Math.max(maxBodyBytes + MOST_ELEMENTS * OVERHEAD_BYTES, MOST_ID_BYTES);
  return { most: BODIES.most * largest, mostOfOne: BODIES.mostOfOne * largest };
};
