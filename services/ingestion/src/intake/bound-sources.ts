/** Sources of one platform: the ledger has a row for each, in every service. */
export const MOST_SOURCES = 1000;

/**
 * Tells whose postings would be those of one source too many. A source that is there stays, so what was seen once need
 * not be looked up again: the store is asked as often as a new source comes, and no more once there are so many.
 * The bound is not sharp: of several that are new at the same moment each may be the last.
 * @param readSources all sources that the store has postings of; what it throws is thrown on
 */
export const createSourceBound = (readSources: () => Promise<readonly string[]>, most = MOST_SOURCES) => {
  const known = new Set<string>();
  const isNew = (source: string) => !known.has(source);

  /** @returns those of the sources that are not taken */
  return async (sources: Iterable<string>): Promise<ReadonlySet<string>> => {
    const refused = new Set<string>();
    const unseen = [...new Set(sources)].filter(isNew);
    if (unseen.length === 0) return refused;
    if (known.size < most) for (const source of await readSources()) known.add(source);
    for (const source of unseen.filter(isNew)) (known.size < most ? known : refused).add(source);
    return refused;
  };
};

export type SourceBound = ReturnType<typeof createSourceBound>;
