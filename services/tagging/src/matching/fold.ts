const lookAlikes: Record<string, string> = {
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2019': "'",
};

/**
 * Folds one UTF-16 code unit: lower case, and white space, hyphens and apostrophes to their plain form. A unit whose
 * lower case is longer (U+0130) stays as it is, so that every index into the folded text fits the original.
 */
export function foldUnit(unit: string): string {
  const plain = lookAlikes[unit] ?? unit;
  const lower = plain.toLowerCase();
  return lower.length === 1 ? lower : plain;
}

/** Folds a text unit by unit; the result has the length of the text. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charAt(i));
  return folded;
}
