import { isDuplicateKey } from '@skillstream/errors';

/**
 * Whether duplicate keys are the only failures of a bulk. An upsert whose filter misses because a newer document
 * exists fails on the key: that is the guard at work. When the batch also missed its majority in time the driver
 * reports that instead.
 */
const onlyDuplicates = (error: unknown): boolean => {
  const errors = error instanceof Error && 'writeErrors' in error ? error.writeErrors : null;
  const list = Array.isArray(errors) ? errors : [errors];
  return isDuplicateKey(error) && list.every(isDuplicateKey);
};

/**
 * Runs a bulk of upserts, each guarded by its filter: only older documents may be replaced. An upsert is two steps,
 * which MongoDB retries by itself only when the filter is just the key; so a duplicate key may be that of an older
 * document, inserted by a zombie between the two steps. On the second run the filter finds it, while a newer document
 * fails again: the guard at work.
 * @param write the bulk; run at most twice
 */
export const upsertGuarded = async (write: () => Promise<unknown>): Promise<void> => {
  for (let tries = 0; tries < 2; tries += 1)
    try {
      await write();
      return;
    } catch (error) {
      if (!onlyDuplicates(error)) throw error;
    }
};
