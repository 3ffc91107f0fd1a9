import { firstLine, MAX_DERIVED_TITLE, oneLine } from '@skillstream/contracts/plain-text';
import { toPlainText } from './html-to-text.ts';

/**
 * The posting's title: the given one as one line of plain text, else the first line of the description,
 * cut at 200 characters.
 */
export const titleOf = (given: string | undefined, description: string): string => {
  const title = given === undefined ? '' : oneLine(toPlainText(given) ?? '');
  return title === '' ? firstLine(description, MAX_DERIVED_TITLE) : title;
};
