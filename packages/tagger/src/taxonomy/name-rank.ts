/** The names of a skill, each folded: its id and its label, and the others. */
export type FoldedNames = { own: readonly string[]; other: readonly string[] };

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const beginsAWord = (name: string, wanted: string): boolean => {
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1))
    if (at === 0 || !LETTER_OR_DIGIT.test(name[at - 1]!)) return true;
  return false;
};

/** The rank of a skill none of whose names holds the text. */
export const NO_RANK = 6;

/**
 * How well a text names a skill, 0 the best: it is its id or label, it is another name; id or label begin with it,
 * another name does; a word of a name begins with it; a name holds it somewhere. So `r` is R, though hundreds of names
 * hold that letter, and `postgres` is PostgreSQL before what merely supports it.
 * @param wanted folded as the names are, not empty
 */
export const nameRank = (wanted: string, { own, other }: FoldedNames): number => {
  if (own.includes(wanted)) return 0;
  if (other.includes(wanted)) return 1;
  if (own.some((name) => name.startsWith(wanted))) return 2;
  if (other.some((name) => name.startsWith(wanted))) return 3;
  if ([...own, ...other].some((name) => beginsAWord(name, wanted))) return 4;
  return [...own, ...other].some((name) => name.includes(wanted)) ? 5 : NO_RANK;
};
