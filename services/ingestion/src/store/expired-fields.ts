import type { PostingDocument } from './documents.ts';

/** Where its JSON says so; null where it is of a release that did not. */
const contentHashIn = (facts: Buffer): string | null => {
  const { contentHash } = JSON.parse(facts.toString()) as { contentHash?: unknown };
  return typeof contentHash === 'string' ? contentHash : null;
};

/**
 * What takes the place of a text that has expired. A closed posting has no content hash, so that any arrival opens it;
 * it gets that of its text back: otherwise it would bring the text back where it is sent again unchanged.
 * @param facts what is left of the posting
 */
export const expiredFields = (
  facts: Buffer,
  now: Date,
): Required<Pick<PostingDocument, 'expiredAt' | 'posting' | 'facts'>> &
  Partial<Pick<PostingDocument, 'contentHash'>> => {
  const contentHash = contentHashIn(facts);
  return { expiredAt: now, posting: null, facts, ...(contentHash !== null && { contentHash }) };
};
