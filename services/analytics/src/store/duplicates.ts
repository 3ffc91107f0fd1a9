/** Whether a document by this key stands there already. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11000;

/**
 * Whether that is all that went wrong. An upsert whose filter misses because a newer document stands there fails on the
 * key: that is the guard at work. Had no majority the rest of the batch in time, the driver says that instead.
 */
export const onlyDuplicates = (error: unknown): boolean => {
  const errors = error instanceof Error && 'writeErrors' in error ? error.writeErrors : null;
  const list = Array.isArray(errors) ? errors : [errors];
  return isDuplicateKey(error) && list.every((e) => (e as { code?: number } | null)?.code === 11000);
};
