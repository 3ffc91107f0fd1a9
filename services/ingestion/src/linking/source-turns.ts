type Sourced = { source: string };

/** Pages of other sources that come before one that was put off. */
const PAGES_OFF = 10;
/** Of so many sources it is remembered that they were put off; others come in their turn. */
const MOST_OFF = 100;

/**
 * Takes pages from sources in turn, in the order of their names: a source of which thousands wait holds up a few of
 * another one by a page. A page has all that waits of sources of which little does, and a part of the last one. All
 * that is remembered is whose turn it was, and who is put off: what waits is stored, so a restart forgets nothing.
 * @param read the first page of what waits of sources whose names sort behind one, in the order of their names
 */
export const createSourceTurns = <T extends Sourced>(read: (after: string) => Promise<readonly T[]>) => {
  let after = '';
  let pages = 0;
  /** Until which page, of those that were put off and have not passed since. */
  const off = new Map<string, number>();
  const isOff = ({ source }: Sourced) => (off.get(source) ?? 0) > pages;

  // Beside one that may fail again others would fail with it, so each is alone then.
  const partOf = (found: readonly T[]): readonly T[] => {
    const open = found.filter((one) => !isOff(one));
    return off.size === 0 ? open : open.filter(({ source }) => source === open[0]!.source);
  };

  return {
    /** @returns the next page; an empty one where nothing waits. Those put off come where nobody else waits */
    next: async (): Promise<readonly T[]> => {
      // Who begins at the first name has nothing behind the last one.
      let rounds = after === '' ? 1 : 0;
      for (;;) {
        const found = await read(after);
        if (found.length > 0) {
          const page = partOf(found);
          after = (page.at(-1) ?? found.at(-1)!).source;
          if (page.length === 0) continue;
          pages += 1;
          return page;
        }
        after = '';
        rounds += 1;
        if (rounds < 2) continue;
        if (![...off.values()].some((until) => until > pages)) {
          // Nothing waits of them either: another replica may have linked it.
          off.clear();
          return [];
        }
        for (const source of off.keys()) off.set(source, pages);
      }
    },
    passed: (sources: Iterable<string>): void => {
      for (const source of sources) off.delete(source);
    },
    /** Those that failed, or are busy, come after some pages of others. */
    putOff: (sources: Iterable<string>): void => {
      for (const source of sources) {
        off.delete(source);
        if (off.size >= MOST_OFF) off.delete(off.keys().next().value!);
        off.set(source, pages + PAGES_OFF);
      }
    },
  };
};
