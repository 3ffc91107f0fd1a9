const WINDOW = 1500;
const MAX_PHRASES = 6;
const REACH = 120;
const trade =
  /\b(?:engineers?|developers?|programmers?|scientists?|sysadmins?|devops|sre|dba|analysts?|managers?)\b/gi;
const wordsAhead = /(?<![\p{L}\d])(?:[\p{L}\d][\p{L}\d+#./&-]* ){0,4}$/u;

/**
 * The job titles that a text mentions ("Senior Python Developer"): the first nouns of the trade, each with up to four
 * words before it. For postings without a title, whose first line is often only "Company | City".
 */
export const rolePhrases = (text: string): string[] => {
  const opening = text.slice(0, WINDOW);
  const phrases: string[] = [];
  let free = 0;
  // First the noun, then backwards: trying up to four words at every word takes ten times as long.
  for (const { 0: word, index } of opening.matchAll(trade)) {
    const ahead = wordsAhead.exec(opening.slice(Math.max(free, index - REACH), index));
    free = index + word.length;
    if (ahead && phrases.push(ahead[0] + word) === MAX_PHRASES) break;
  }
  return phrases;
};
