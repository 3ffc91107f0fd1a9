import { visibleText } from './plain-text.ts';

/** The fewest characters that postings can be chosen by: a shorter text stands in nearly every posting. */
export const LEAST_SOUGHT = 3;
const notSeen = /[\s\u2800\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** How many characters of a text are seen: without blanks and invisible ones. */
const seenIn = (text: string): number => [...text.replace(notSeen, '')].length;

/** Whether a text is too short to choose postings by. */
export const isTooShort = (sought: string): boolean => seenIn(sought) < LEAST_SOUGHT;

/**
 * A text as it is compared with another: without invisible characters, as stored texts are; in small letters; an
 * accent as part of its letter; each run of blanks, of which a line's end is one, as one blank. Linear.
 */
export const comparedText = (text: string): string => visibleText(text).replace(/\s+/g, ' ').toLowerCase();
