/** Calls that wait for an engine most of the time: more at once would only wait for a connection. */
const AT_ONCE = 8;

/**
 * Works on items beside each other, a few at a time. When one fails the others of its group come to their end, and
 * those of later groups are not begun.
 * @throws what the first of a group threw
 */
export const inGroups = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  atOnce = AT_ONCE,
): Promise<void> => {
  for (let from = 0; from < items.length; from += atOnce) {
    const done = await Promise.allSettled(items.slice(from, from + atOnce).map(work));
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  }
};
