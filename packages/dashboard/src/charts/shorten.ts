// The mean width of a character of the page's text at 13 pixels; measuring would lay the page out once more.
const CHARACTER_WIDTH = 7.4;

/** A label that fits into a width in pixels; the whole one stands in the readout and in the table. */
export const shorten = (label: string, width: number): string => {
  const most = Math.max(4, Math.floor(width / CHARACTER_WIDTH));
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
};
