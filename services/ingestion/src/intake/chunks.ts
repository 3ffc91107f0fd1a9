export type ChunkLimits = {
  maxItems: number;
  /** Of what the items weigh, as whoever gathers them reckons it. */
  maxBytes: number;
  /** A chunk is closed when its source gives nothing for so long: an interactive caller wants answers. */
  pauseMs: number;
};

const PAUSED = Symbol('paused');
const STOPPED = Symbol('stopped');

/**
 * What a source gives next, or what comes before it: a pause, where that is waited for, or a stop. No `Promise.race`
 * with a promise of the stop: that keeps hold of all that was ever raced with it, which is the whole stream.
 */
const firstOf = <N>(next: Promise<N>, pauseMs: number | null, signal: AbortSignal) => {
  const first = Promise.withResolvers<N | typeof PAUSED | typeof STOPPED>();
  const stop = () => first.resolve(STOPPED);
  const timer = pauseMs === null ? undefined : setTimeout(() => first.resolve(PAUSED), pauseMs);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  next.then(first.resolve, first.reject);
  return first.promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  });
};

/**
 * Gathers what a source gives into chunks, in order, reading no further than one block ahead. A chunk ends by its
 * count or by its bytes; one item above the limit is a chunk of its own.
 * @param bytesOf what an item weighs
 * @param signal ends the chunks, also while the source is silent
 */
export async function* chunksOf<T>(
  source: AsyncIterable<T[]>,
  { maxItems, maxBytes, pauseMs }: ChunkLimits,
  bytesOf: (item: T) => number,
  signal: AbortSignal,
): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]();
  let chunk: T[] = [];
  let bytes = 0;
  const cut = () => {
    const full = chunk;
    [chunk, bytes] = [[], 0];
    return full;
  };
  let next = iterator.next();
  for (;;) {
    const first = await firstOf(next, chunk.length > 0 ? pauseMs : null, signal);
    if (first === STOPPED) {
      next.catch(() => undefined);
      return;
    }
    if (first === PAUSED) {
      yield cut();
      continue;
    }
    if (first.done) break;
    next = iterator.next();
    next.catch(() => undefined);
    for (const item of first.value) {
      if (chunk.length > 0 && bytes + bytesOf(item) > maxBytes) yield cut();
      chunk.push(item);
      bytes += bytesOf(item);
      if (chunk.length >= maxItems) yield cut();
    }
  }
  if (chunk.length > 0) yield chunk;
}
