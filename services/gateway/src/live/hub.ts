/** An entry of the stream of changes: its id, which grows, and the change as JSON. */
export type LiveEntry = { id: string; data: string };
export type Listener = (entry: LiveEntry) => void;

const upstreamsOf = (id: string): [number, number] => {
  const [ms, seq] = id.split('-').map(Number);
  return [ms ?? 0, seq ?? 0];
};

/** Whether an id of the stream (`milliseconds-sequence`) is behind another. */
export const isAfter = (id: string, other: string): boolean => {
  const [[ms, seq], [otherMs, otherSeq]] = [upstreamsOf(id), upstreamsOf(other)];
  return ms > otherMs || (ms === otherMs && seq > otherSeq);
};

/**
 * Hands every entry to all who listen, and keeps the last ones for those who come back. It costs the same however
 * many listen: they are given the same entry.
 * @param keep how many entries
 */
export const createHub = (keep: number) => {
  let kept: LiveEntry[] = [];
  let begun = false;
  const listeners = new Set<Listener>();
  return {
    /** Begins with what happened before, which nobody is told. */
    begin: (entries: readonly LiveEntry[]): void => {
      kept = entries.slice(-keep);
      begun = true;
    },
    add: (entry: LiveEntry): void => {
      kept = [...kept.slice(kept.length >= keep ? 1 : 0), entry];
      for (const listen of listeners) listen(entry);
    },
    /** The id of the last entry; null when there is none yet. */
    last: (): string | null => kept.at(-1)?.id ?? null,
    /**
     * What came after an entry.
     * @returns `complete` is false where some of it may not be kept any more
     */
    since: (id: string): { entries: LiveEntry[]; complete: boolean } => {
      const oldest = kept[0];
      const complete = begun && (oldest === undefined || !isAfter(oldest.id, id));
      return { entries: kept.filter((entry) => isAfter(entry.id, id)), complete };
    },
    /** @returns ends the listening */
    join: (listener: Listener): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listening: (): number => listeners.size,
  };
};

export type Hub = ReturnType<typeof createHub>;
