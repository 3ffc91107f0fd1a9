export type PageLimits = { maxItems: number; maxBytes: number };

/**
 * Groups items that arrive in batches into pages, in order. A page ends by its count or by its bytes, whichever comes
 * first; an item above the limit is a page of its own.
 * @param bytesOf the size of an item
 */
export async function* pagesOf<T>(
  batches: AsyncIterable<readonly T[]>,
  { maxItems, maxBytes }: PageLimits,
  bytesOf: (item: T) => number,
): AsyncGenerator<T[]> {
  let page: T[] = [];
  let bytes = 0;
  for await (const batch of batches) {
    for (const item of batch) {
      const more = bytesOf(item);
      if (page.length > 0 && (page.length >= maxItems || bytes + more > maxBytes)) {
        yield page;
        page = [];
        bytes = 0;
      }
      page.push(item);
      bytes += more;
    }
  }
  if (page.length > 0) yield page;
}
