/** What fired since when, from looks at what fires. */
export const createFiringWatch = () => {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  let present: readonly string[] = [];
  return {
    /** @param atMs when it was looked */
    look: (firing: readonly string[], atMs: number): void => {
      present = firing;
      for (const id of firing) {
        if (!first.has(id)) first.set(id, atMs);
        last.set(id, atMs);
      }
    },
    /** Forgets what has fired so far. */
    forget: (): void => {
      first.clear();
      last.clear();
    },
    firing: (): readonly string[] => present,
    /** Everything that has fired. */
    fired: (): string[] => [...first.keys()].sort(),
    /** When an alert was first seen to fire; null: never. */
    firstMs: (id: string): number | null => first.get(id) ?? null,
    /** When it was last seen to; null: never, or it still does. */
    clearedMs: (id: string): number | null => (present.includes(id) ? null : (last.get(id) ?? null)),
  };
};
