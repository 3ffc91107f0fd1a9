import { apiKeyOf, type Frame } from './frames.ts';

/** One request that is held by a proxy. */
export type Hold = {
  /** Resolves when a request is held. */
  caught: Promise<void>;
  /** Forwards it, and what followed on its connection; before a request is held: cancels the hold. */
  release(): void;
};

/** The requests to hold, shared by the proxies of a cluster: the first match at any of them is held. */
export type Holds = {
  add(apiKey: number): Hold;
  /** Null when the request may pass, else a promise that resolves when it may. */
  check(frame: Frame): Promise<void> | null;
};

/** Creates the holds of a cluster. Each holds one request; later ones of the same kind pass. */
export function createHolds(): Holds {
  const waiting: { apiKey: number; caught(): void; released: Promise<void> }[] = [];
  return {
    add(apiKey) {
      const caught = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      const entry = { apiKey, caught: caught.resolve, released: released.promise };
      waiting.push(entry);
      return {
        caught: caught.promise,
        release() {
          if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
          released.resolve();
        },
      };
    },
    check(frame) {
      const at = waiting.findIndex(({ apiKey }) => apiKey === apiKeyOf(frame));
      const [entry] = at < 0 ? [] : waiting.splice(at, 1);
      entry?.caught();
      return entry ? entry.released : null;
    },
  };
}
