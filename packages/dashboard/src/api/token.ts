// In memory alone: a reload forgets it, and nothing that reads the disk finds it.
let held: { token: string; reader: string } | null = null;
const listeners = new Set<() => void>();

/** The access token that is sent with each request; null without one. */
export const heldToken = (): string | null => held?.token ?? null;

/** Who reads by it: what one reader sees, no other may be shown. A renewed token has the same reader. */
export const heldReader = (): string | null => held?.reader ?? null;

/** Holds another token from now on; null to forget it. A token that is pasted is a reader of its own. */
export const holdToken = (token: string | null, reader = token): void => {
  const before = heldReader();
  held = token === null || reader === null ? null : { token, reader };
  if (before !== heldReader()) for (const listener of listeners) listener();
};

/** Calls back when somebody else reads. @returns what ends that */
export const onReader = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
