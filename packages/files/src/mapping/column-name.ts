// Letters that are no letter with an accent, so that normalising does not take them apart.
const letters = new Map([
  ['ł', 'l'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
]);

/** A column's name without what does not matter: case, accents, blanks, underscores, dots and marks. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łßøæ]/g, (letter) => letters.get(letter)!)
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The same without what stands behind it in brackets: `Salary (EUR)`. Null where nothing does. */
export const plainNameWithoutUnit = (name: string): string | null => {
  const cut = name.search(/[([]/);
  return cut > 0 ? plainName(name.slice(0, cut)) : null;
};

/** Whether somebody who says `name` means this column: by the same letters, or those before its brackets. */
export const isNamed = (column: string, name: string): boolean => {
  const plain = plainName(name);
  return plain !== '' && (plainName(column) === plain || plainNameWithoutUnit(column) === plain);
};
