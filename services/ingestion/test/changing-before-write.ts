import type { Documents } from '../src/store/documents.ts';

type Write = 'bulkWrite' | 'insertMany' | 'updateOne';

/**
 * The same documents, of which some change between the first reading and the first writing.
 * @param of the collection, and the call by which it is written; postings in bulk
 */
export const changingBeforeWrite = (
  documents: Documents,
  change: () => Promise<unknown>,
  { of = 'postings', by = 'bulkWrite' }: { of?: 'postings' | 'signatures'; by?: Write } = {},
): Documents => {
  let changed = false;
  return {
    ...documents,
    [of]: () => {
      const collection: object = documents[of]();
      return new Proxy(collection, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (typeof value !== 'function') return value;
          const call = value.bind(target) as (...args: unknown[]) => unknown;
          if (name !== by || changed) return call;
          return async (...args: unknown[]) => {
            changed = true;
            await change();
            return call(...args);
          };
        },
      });
    },
  };
};
