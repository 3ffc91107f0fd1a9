/** Whether a document by this key stands there already. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11000;

/**
 * Whether that is all that went wrong. An upsert whose filter misses because a newer document stands there fails on
 * the key: that is the guard at work. Had no majority the rest of the batch in time, the driver says that instead.
 */
const onlyDuplicates = (error: unknown): boolean => {
  const errors = error instanceof Error && 'writeErrors' in error ? error.writeErrors : null;
  const list = Array.isArray(errors) ? errors : [errors];
  return isDuplicateKey(error) && list.every((e) => (e as { code?: number } | null)?.code === 11000);
};

/**
 * Runs a bulk of upserts, each guarded by its filter: only what is older may be replaced. An upsert is two steps, and
 * MongoDB repeats them by itself only where the filter is nothing but the key; so a key that is taken may be that of
 * an older document, put there between the two by a zombie. Written a second time the filter finds it, and a newer
 * one refuses again: the guard at work.
 * @param write the bulk; run twice at the most
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
