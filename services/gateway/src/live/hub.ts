/** An entry of the stream of changes: its id, which increases, and the change as JSON. */
export type LiveEntry = { id: string; data: string };
export type Listener = (entry: LiveEntry) => void;

const upstreamsOf = (id: string): [number, number] => {
  const [ms, seq] = id.split('-').map(Number);
  return [ms ?? 0, seq ?? 0];
};

/** Whether an id of the stream (`milliseconds-sequence`) is after another. */
export const isAfter = (id: string, other: string): boolean => {
  const [[ms, seq], [otherMs, otherSeq]] = [upstreamsOf(id), upstreamsOf(other)];
  return ms > otherMs || (ms === otherMs && seq > otherSeq);
};

/**
 * Passes every entry to all subscribers, and retains the last ones for clients that reconnect. The cost per entry does
 * not depend on the number of subscribers: they get the same object.
 * @param keep how many entries are retained
 */
export const createHub = (keep: number) => {
  let retained: LiveEntry[] = [];
  let begun = false;
  const listeners = new Set<Listener>();
  return {
    /** Starts with the entries from before, which are not sent to subscribers. */
    begin: (entries: readonly LiveEntry[]): void => {
      retained = entries.slice(-keep);
      begun = true;
    },
    add: (entry: LiveEntry): void => {
      retained = [...retained.slice(retained.length >= keep ? 1 : 0), entry];
      for (const listen of listeners) listen(entry);
    },
    /** The id of the last entry; null when there is none yet. */
    last: (): string | null => retained.at(-1)?.id ?? null,
    /**
     * The entries after an id.
     * @returns `complete` is false where some of them may no longer be retained
     */
    since: (id: string): { entries: LiveEntry[]; complete: boolean } => {
      const oldest = retained[0];
      const complete = begun && (oldest === undefined || !isAfter(oldest.id, id));
      return { entries: retained.filter((entry) => isAfter(entry.id, id)), complete };
    },
    /** @returns unsubscribes */
    join: (listener: Listener): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listening: (): number => listeners.size,
  };
};

export type Hub = ReturnType<typeof createHub>;
