import type { Redis } from '@skillstream/runtime';

/** Entries of a stream, each its id and its fields and values, one after the other. */
export type StreamEntries = [id: string, fields: string[]][];

/**
 * The entries of a Redis stream, page by page, so that a long one is never in memory at once. What is added meanwhile
 * is read as well.
 * @param most the most entries of a page
 */
export async function* streamPages(
  redis: Pick<Redis, 'xrange'>,
  key: string,
  most: number,
): AsyncGenerator<StreamEntries> {
  for (let from = '-'; ;) {
    const entries = await redis.xrange(key, from, '+', 'COUNT', most);
    if (entries.length > 0) yield entries;
    if (entries.length < most) return;
    // Behind the last one.
    from = `(${entries.at(-1)![0]}`;
  }
}
