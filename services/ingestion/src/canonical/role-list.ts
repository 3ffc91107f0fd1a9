/** A part of a title; `isJob`: it has the noun of a trade, and is no specialty alone. */
export type TitlePart = { words: string; isJob: boolean };

const between = /[,;&+|/:]|\s[-–—]\s|\band\b|\bor\b/u;
const noun =
  /\b(?:engineers?|engineering|developers?|devs?|programmers?|scientists?|architects?|analysts?|administrators?|managers?|designers?|testers?|executives?|representatives?|assistants?|sre|dba)\b/;
const plural =
  /\b(?:engineers|developers|devs|programmers|scientists|architects|analysts|managers|designers|jobs|roles|positions)\b/;
const FEWEST_OF_LIST = 3;

/**
 * The parts of a title between commas, slashes and "and".
 * @param title in lower case; it takes linear time
 */
export const titleParts = (title: string): TitlePart[] =>
  title
    .split(between)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words) => ({ words, isJob: noun.test(words) }));

/** Whether a title lists jobs ("Frontend and backend developers", "iOS, Android, QA") and is not one of two words. */
export const listsJobs = (title: string, parts: readonly TitlePart[]): boolean =>
  parts.filter(({ isJob }) => isJob).length >= FEWEST_OF_LIST ||
  (parts.length >= FEWEST_OF_LIST && !parts.some(({ isJob }) => isJob)) ||
  (parts.length > 1 && plural.test(title));

/**
 * The words of a title up to its first job, where more follow, first without what stands in brackets behind it:
 * "Backend Engineer, Data Team" and "Backend Engineer (Analytics)" make a backend. What follows says what the job is
 * only where these words do not ("Software Engineer, Data").
 */
export const headJobs = (parts: readonly TitlePart[]): string[] => {
  const first = parts.findIndex(({ isJob }) => isJob);
  if (first < 0) return [];
  const head = parts
    .slice(0, first + 1)
    .map(({ words }) => words)
    .join(' / ');
  const at = head.indexOf(' (');
  const bare = at > 0 && noun.test(head.slice(0, at)) ? [head.slice(0, at)] : [];
  return first === parts.length - 1 ? bare : [...bare, head];
};
