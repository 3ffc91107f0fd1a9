const WINDOW = 1500;
const MAX_PHRASES = 6;
const phrase =
  /(?<![\p{L}\d])(?:[\p{L}\d][\p{L}\d+#./&-]*[ ]){0,4}(?:engineers?|developers?|programmers?|scientists?|sysadmins?|devops|sre|dba|analysts?|managers?)\b/giu;

/**
 * What a text calls the people it looks for ("Senior Python Developer"): the first phrases of up to four
 * words and a word of the trade. For postings without a title, whose first line is often only
 * "Company | City".
 */
export const rolePhrases = (text: string): string[] =>
  text
    .slice(0, WINDOW)
    .matchAll(phrase)
    .take(MAX_PHRASES)
    .map(([words]) => words)
    .toArray();
