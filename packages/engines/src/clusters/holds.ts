import { apiKeyOf, type Frame } from './frames.ts';

/** One request that waits in a proxy. */
export type Hold = {
  /** Resolves when a request has been caught. */
  caught: Promise<void>;
  /** Lets it, and what came behind it on its connection, go on; before a catch: catch nothing any more. */
  release(): void;
};

/** The requests to hold, shared by the proxies before a cluster: the first match of any of them is caught. */
export type Holds = {
  add(apiKey: number): Hold;
  /** Null where the request may pass, else what resolves when it may. */
  check(frame: Frame): Promise<void> | null;
};

/** Each hold catches one request; later ones of the same kind pass. */
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
