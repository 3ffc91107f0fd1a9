export type ChunkLimits = {
  maxItems: number;
  /** A chunk is closed when its source gives nothing for so long: an interactive caller wants answers. */
  pauseMs: number;
};

const PAUSED = Symbol('paused');
const STOPPED = Symbol('stopped');

/**
 * Gathers what a source gives into chunks, in order, reading no further than one block ahead.
 * @param signal ends the chunks, also while the source is silent
 */
export async function* chunksOf<T>(
  source: AsyncIterable<T[]>,
  { maxItems, pauseMs }: ChunkLimits,
  signal: AbortSignal,
): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]();
  const stopped = new Promise<typeof STOPPED>((resolve) => {
    if (signal.aborted) resolve(STOPPED);
    signal.addEventListener('abort', () => resolve(STOPPED), { once: true });
  });
  let timer: NodeJS.Timeout | undefined;
  const paused = () =>
    new Promise<typeof PAUSED>((resolve) => {
      timer = setTimeout(() => resolve(PAUSED), pauseMs);
    });

  let chunk: T[] = [];
  let next = iterator.next();
  for (;;) {
    const race = chunk.length > 0 ? [next, stopped, paused()] : [next, stopped];
    const first = await Promise.race(race);
    clearTimeout(timer);
    if (first === STOPPED) {
      next.catch(() => undefined);
      return;
    }
    if (first === PAUSED) {
      yield chunk;
      chunk = [];
      continue;
    }
    if (first.done) break;
    chunk = chunk.concat(first.value);
    next = iterator.next();
    next.catch(() => undefined);
    for (; chunk.length >= maxItems; chunk = chunk.slice(maxItems)) yield chunk.slice(0, maxItems);
  }
  if (chunk.length > 0) yield chunk;
}
