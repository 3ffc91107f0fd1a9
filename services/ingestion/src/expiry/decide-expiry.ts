/** What is known of a posting whose text is older than it is kept. */
export type DuePosting = {
  pendingVersion: number | null;
  retracted: boolean;
  expiredAt?: Date | null;
  /** Where its version is in the log; null where that is not stored. */
  published: { partition: number | null; offset: number | null; at: Date } | null;
};

export type Known = {
  /** Since when retention is on: all that is tagged since then is tagged without words. */
  since: Date;
  /** The next offset that tagging reads of a partition; null where that is not known. */
  taggedUpTo: (partition: number) => number | null;
};

/**
 * `expire`: its text can go. `publish`: it has to be tagged once more before, since nobody knows where its record is,
 * or it was tagged when the tagged events held words of the text. `wait`: it is on its way.
 */
export type ExpiryDecision = 'expire' | 'publish' | 'wait' | 'nothing';

/**
 * Decides what is done about a posting whose text is older than it is kept. Text goes only after tagging has read it:
 * otherwise the tombstone that takes it from the topic would take the posting from the counts, and nothing could bring
 * it back.
 */
export const decideExpiry = (
  { pendingVersion, retracted, expiredAt, published }: DuePosting,
  { since, taggedUpTo }: Known,
): ExpiryDecision => {
  if (retracted || expiredAt) return 'nothing';
  if (pendingVersion !== null) return 'wait';
  if (typeof published?.partition !== 'number' || typeof published.offset !== 'number') return 'publish';
  if (published.at < since) return 'publish';
  const next = taggedUpTo(published.partition);
  return next !== null && next > published.offset ? 'expire' : 'wait';
};
