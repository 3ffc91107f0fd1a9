/** The most sources of one platform: the ledger has a row for each, in every service. */
export const MOST_SOURCES = 1000;

/**
 * Finds sources that would exceed the limit. Sources are never removed, so one that was seen need not be looked up
 * again: the store is read once per new source, and no more once the limit is reached. The limit is not exact: of
 * several sources that are new at the same moment each may be the last.
 * @param readSources all sources that the store has postings of; its errors are passed on
 */
export const createSourceBound = (readSources: () => Promise<readonly string[]>, most = MOST_SOURCES) => {
  const known = new Set<string>();
  const isNew = (source: string) => !known.has(source);

  /** @returns those of the sources that are not accepted */
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
