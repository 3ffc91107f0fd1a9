/** What there is to say about signing in: nothing, that the browser is leaving for the issuer, or a sentence. */
export type Notice =
  | { state: 'quiet' | 'leaving' }
  | { state: 'expired' | 'failed' | 'partly' | 'refused' | 'away'; text: string };

const QUIET: Notice = { state: 'quiet' };
let current: Notice = QUIET;
const listeners = new Set<() => void>();

/** What is said now. */
export const currentNotice = (): Notice => current;

/** Says something else from now on; nothing by default. */
export const notify = (next: Notice = QUIET): void => {
  current = next;
  for (const listener of listeners) listener();
};

/** Calls back when there is something else to say. @returns what ends that */
export const onNotice = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
