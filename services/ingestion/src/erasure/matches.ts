import { comparedText, isTooShort } from '@skillstream/contracts';
import { decodedText } from '../privacy/decoded-text.ts';

/** The fields of a stored posting that hold text of the sender's. */
type Texts = {
  sourceId?: unknown;
  title?: unknown;
  organization?: unknown;
  description?: unknown;
  url?: unknown;
  location?: { region?: unknown; city?: unknown } | null;
};

/** Texts to choose by, prepared once. @throws Error when one is too short, which would choose nearly everything */
export const comparedTexts = (texts: readonly string[]): string[] =>
  texts.map((text) => {
    if (isTooShort(text)) throw new Error(`"${text}" is too short`);
    return comparedText(text);
  });

/**
 * Whether a posting's text holds one of these, in any case; null chooses every posting. Linear in the text.
 * @param texts from `comparedTexts`
 */
export const matches = (posting: Texts, texts: readonly string[] | null): boolean => {
  if (texts === null) return true;
  const { sourceId, title, organization, description, url, location } = posting;
  const fields = [title, organization, description, location?.region, location?.city, sourceId, url];
  const holds = (field: unknown): boolean => {
    if (typeof field !== 'string') return false;
    // A blank at an end of what is sought ends a word, also where the field ends.
    const text = ` ${comparedText(field)} `;
    return texts.some((sought) => text.includes(sought));
  };
  // Often an address, which has a name in its own encoding, and blanks as "+".
  const holdsDecoded = (at: unknown): boolean =>
    typeof at === 'string' && (holds(decodedText(at)) || holds(decodedText(at.replaceAll('+', ' '))));
  return fields.some(holds) || [sourceId, url].some(holdsDecoded);
};
