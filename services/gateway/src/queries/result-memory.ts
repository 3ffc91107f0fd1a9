/**
 * A result of a query as it was received; `tag` names the version of the views that it was read from. A result that
 * was read from elsewhere has another tag, or none, and is never returned as fresh.
 */
export type QueryResult = { contentType: string; tag: string | null; body: string };

export type CachedResult = { result: QueryResult; atMs: number };

// Two bytes per UTF-16 unit, and the overhead of a Map entry.
const sizeOf = (query: string, { body }: QueryResult): number => 2 * (query.length + body.length) + 200;

/** The last result of each query; the oldest are dropped when they would take more than `maxBytes`. */
export const createResultMemory = (maxBytes: number) => {
  const cached = new Map<string, CachedResult>();
  let bytes = 0;
  const drop = (query: string) => {
    const found = cached.get(query);
    if (!found) return;
    cached.delete(query);
    bytes -= sizeOf(query, found.result);
  };
  return {
    get: (query: string): CachedResult | undefined => cached.get(query),
    put: (query: string, result: QueryResult, atMs: number): void => {
      const size = sizeOf(query, result);
      drop(query);
      if (size > maxBytes) return;
      for (const [oldest] of cached) {
        if (bytes + size <= maxBytes) break;
        drop(oldest);
      }
      cached.set(query, { result, atMs });
      bytes += size;
    },
  };
};

export type ResultMemory = ReturnType<typeof createResultMemory>;
