import { cutMarks } from '@skillstream/contracts/plain-text';

/** Characters of a text that are looked at; a posting of contracts has 200,000 at most. */
const MOST_CHARACTERS = 400_000;

const link = /\bhttps?:\/\/\S+/g;
const word = /[\p{L}\p{N}][\p{L}\p{N}+#]*/gu;

/**
 * The words of a text without case, accents, punctuation and links: two boards show the same text with other lines,
 * quotes and addresses to apply at.
 * @param text any text; what is behind its first 400,000 characters is left out
 */
export const wordsOf = (text: string): string[] =>
  cutMarks(text.slice(0, MOST_CHARACTERS))
    .replace(link, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(word) ?? [];
