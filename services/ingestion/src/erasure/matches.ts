import { LEAST_MATCHING } from '@skillstream/contracts';

/** The fields of a stored posting that hold text of the sender's. */
type Texts = {
  title?: unknown;
  organization?: unknown;
  description?: unknown;
  url?: unknown;
  location?: { region?: unknown; city?: unknown } | null;
};

// Postings write one letter in several ways: as one character, or as one with an accent that follows.
const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** Texts to choose by, prepared once. @throws Error when one is too short, which would choose nearly everything */
export const foldedTexts = (texts: readonly string[]): string[] =>
  texts.map((text) => {
    if (text.length < LEAST_MATCHING) throw new Error(`"${text}" is too short`);
    return folded(text);
  });

/**
 * Whether a posting's text holds one of these, in any case; null chooses every posting. Linear in the text.
 * @param texts from `foldedTexts`
 */
export const matches = (posting: Texts, texts: readonly string[] | null): boolean => {
  if (texts === null) return true;
  const { title, organization, description, url, location } = posting;
  const fields = [title, organization, description, url, location?.region, location?.city];
  return fields.some((field) => {
    if (typeof field !== 'string') return false;
    const text = folded(field);
    return texts.some((sought) => text.includes(sought));
  });
};
