import type { Documents } from '../src/store/documents.ts';

/** The same documents, of which postings change between the first reading and the first writing in bulk. */
export const changingBeforeWrite = (documents: Documents, change: () => Promise<unknown>): Documents => {
  let changed = false;
  return {
    ...documents,
    postings: () => {
      const postings = documents.postings();
      return new Proxy(postings, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (name === 'bulkWrite' && !changed)
            return async (...args: Parameters<typeof postings.bulkWrite>) => {
              changed = true;
              await change();
              return postings.bulkWrite(...args);
            };
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    },
  };
};
