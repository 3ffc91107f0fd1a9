/** A view is named by its kind, the month or year that it counts, and which of the postings: `demand:2025-03:all`. */
const nameOf = (kind: string, period: string, rest: string) => `${kind}:${period}:${rest}`;

/** The month or year in a view's name. */
export const periodIn = (name: string): string => name.split(':')[1]!;
/** Which of the postings of the period, in a view's name. */
export const restIn = (name: string): string => name.split(':').slice(2).join(':');

/** All postings of a period, as a part of a view's name. */
export const ALL = 'all';
/** The postings of a period that name a skill, as a part of a view's name. */
export const withSkill = (skillId: string): string => `skill=${skillId}`;
/** The year of a month: `2025` of `2025-03`. */
export const yearOf = (month: string): string => month.slice(0, 4);

/** Field of the number of postings in a slice. */
export const POPULATION = 'n';
/** Field of how many postings of a slice name a skill. */
export const skillField = (skillId: string): string => `s:${skillId}`;
/** Field of how many postings of a slice name a skill of the category. */
export const categoryField = (category: string): string => `c:${category}`;
/** Of a month, and of a slice of its postings (`ALL`, `withSkill`): their number, by skill and by category. */
export const demandKey = (month: string, slice: string): string => nameOf('demand', month, slice);

/** Of a year: the population, and how many postings name each skill. */
export const singlesKey = (year: string): string => nameOf('pairs', year, ALL);

/**
 * Of a year: how many postings name both of two skills, each pair once. One large hash: Redis writes into it in
 * constant time, into one of some hundred fields by looking at all of them.
 */
export const pairsKey = (year: string): string => nameOf('pairs', year, 'both');
/** What stands between the two skills of a pair. */
export const BETWEEN = '|';
/** @param first of the two, by name */
export const pairField = (first: string, second: string): string => first + BETWEEN + second;

/** Of a year: for all postings, and for those that name a skill, how many pays each bucket of each role holds. */
export const salariesKey = (year: string, rest: string): string => nameOf('salaries', year, rest);
/** Field of how many postings of a role pay what falls into a bucket (`bucketOf`). */
export const payField = (role: string, bucket: number): string => `${role}:${bucket}`;

/** How many postings name a skill under which category. */
export const CATEGORIES_KEY = 'categories';
/** Field of how many postings name a skill under a category, of all months. */
export const inCategoryField = (skillId: string, category: string): string => `${category}:${skillId}`;

/** Live postings and the sum of their versions by source: analytics' line of the ledger. */
export const LEDGER_KEY = 'ledger';
/** The two fields of a source in the ledger: its live postings, and the sum of their versions. */
export const ledgerFields = (source: string) => ({ postings: `n:${source}`, versions: `v:${source}` });
