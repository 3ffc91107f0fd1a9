import { toPlainText } from './html-to-text.ts';
import { oneLine } from './plain-text.ts';

const MAX_DERIVED_TITLE = 200;

/** The first line of a plain text, cut at `max` UTF-16 units. */
export const firstLine = (text: string, max: number): string => {
  const end = text.indexOf('\n');
  return text
    .slice(0, Math.min(end < 0 ? text.length : end, max))
    .toWellFormed()
    .trim();
};

/**
 * The posting's title: the given one as one line of plain text, else the first line of the description,
 * cut at 200 characters.
 */
export const titleOf = (given: string | undefined, description: string): string => {
  const title = given === undefined ? '' : oneLine(toPlainText(given) ?? '');
  return title === '' ? firstLine(description, MAX_DERIVED_TITLE) : title;
};
