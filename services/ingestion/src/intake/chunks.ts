export type ChunkLimits = {
  maxItems: number;
  /** The sum of the items' sizes, as the caller computes them. */
  maxBytes: number;
  /** A chunk is closed when its source is silent for so long: an interactive caller wants results. */
  pauseMs: number;
};

const PAUSED = Symbol('paused');
const STOPPED = Symbol('stopped');

/**
 * The next item of a source, or what comes first: a pause, where one is waited for, or a stop. It does not use
 * `Promise.race` with a promise of the stop: that would retain everything that was ever raced with it, which is the
 * whole stream.
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
 * Groups the items of a source into chunks, in order, reading no more than one block ahead. A chunk ends by its count
 * or by its bytes; an item above the limit is a chunk of its own.
 * @param bytesOf the size of an item
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
