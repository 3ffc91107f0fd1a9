// In memory alone: a reload forgets it, and nothing that reads the disk finds it.
let held: string | null = null;
const listeners = new Set<() => void>();

/** The access token that is sent with each request; null without one. */
export const heldToken = (): string | null => held;

/** Holds another token from now on; null to forget it. */
export const holdToken = (token: string | null): void => {
  held = token;
  for (const listener of listeners) listener();
};

/** Calls back when another token is held. @returns what ends that */
export const onToken = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
