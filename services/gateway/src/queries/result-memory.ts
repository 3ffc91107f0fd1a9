/**
 * A result of a query as it was received; `tag` names the version of the views that it was read from. A result that
 * was read from elsewhere has another tag, or none, and is never returned as fresh.
 */
export type QueryResult = { contentType: string; tag: string | null; body: string };

export type CachedResult = { result: QueryResult; atMs: number };

// Two bytes per UTF-16 unit, and the overhead of a Map entry.
const sizeOf = (query: string, { body }: QueryResult): number => 2 * (query.length + body.length) + 200;

/**
 * The last result of each query; those that were not asked for longest are dropped when all would take more than
 * `maxBytes`. The oldest would be wrong: what everybody asks for is old, and is what a reader wants while analytics is
 * away.
 */
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
    get: (query: string): CachedResult | undefined => {
      const found = cached.get(query);
      if (!found) return undefined;
      // A Map keeps the order of insertion: what is asked for goes to the end.
      cached.delete(query);
      cached.set(query, found);
      return found;
    },
    put: (query: string, result: QueryResult, atMs: number): void => {
      const size = sizeOf(query, result);
      drop(query);
      if (size > maxBytes) return;
      for (const [leastAsked] of cached) {
        if (bytes + size <= maxBytes) break;
        drop(leastAsked);
      }
      cached.set(query, { result, atMs });
      bytes += size;
    },
  };
};

export type ResultMemory = ReturnType<typeof createResultMemory>;
