const amount = /^([1-9]\d{0,2}(?:[ .,'’\u00a0\u202f]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s?(k|tsd\.?)?$/i;
const MOST_CHARS = 40;

/**
 * An amount of money as people write it: `60,000.50`, `60.000,50`, `60 000`, `60k`. A mark before three digits groups
 * them, before one or two it is the decimal one.
 * @returns null where it is no amount
 */
export const readAmount = (text: string): number | null => {
  const given = text.trim();
  if (given.length > MOST_CHARS) return null;
  const found = amount.exec(given);
  if (!found) return null;
  const [, whole = '', fraction, thousands] = found;
  const value = Number(`${whole.replace(/\D/g, '')}.${fraction ?? 0}`);
  return thousands ? value * 1000 : value;
};
