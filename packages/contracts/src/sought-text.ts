import { visibleText } from './plain-text.ts';

/** The fewest characters that postings can be chosen by: a shorter text stands in nearly every posting. */
export const LEAST_SOUGHT = 3;
const notSeen = /[\s\u2800\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** How many characters of a text are seen: without blanks and invisible ones. */
const seenIn = (text: string): number => [...text.replace(notSeen, '')].length;

/** Whether a text is too short to choose postings by. */
export const isTooShort = (sought: string): boolean => seenIn(sought) < LEAST_SOUGHT;

const ignorable = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/**
 * A text as it is compared with another: without invisible characters, in the compatible form of each (NFKC), in small
 * letters whatever the case is (ß as ss, İ as i, ς as σ), with one kind of apostrophe and of hyphen, and each run of
 * blanks, of which a line's end is one, as one blank. Linear.
 */
export const comparedText = (text: string): string =>
  visibleText(text)
    .replace(ignorable, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replaceAll('ς', 'σ')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ');
