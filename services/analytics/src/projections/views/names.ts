import type { PostingOrigin } from '@skillstream/contracts';

/**
 * A view is named by its kind, the month or year that it counts, the origin of its postings, and its slice:
 * `demand:2025-03:own:all`. Each posting is in the views of one origin; those of both are summed when they are read.
 */
const nameOf = (kind: string, period: string, origin: PostingOrigin, rest: string) =>
  `${kind}:${period}:${origin}:${rest}`;
/** All periods of one kind of view, origin and slice: the name without its period (`queries/series.ts`). */
export const seriesName = (kind: 'demand' | 'pairs' | 'salaries', origin: PostingOrigin, rest: string) =>
  `${kind}:${origin}:${rest}`;

/** The month or year in a view's name. */
export const periodIn = (name: string): string => name.split(':')[1]!;
/** Which postings of the period and origin, in a view's name. */
export const restIn = (name: string): string => name.split(':').slice(3).join(':');

/** All postings of a period, in a view's name. */
export const ALL = 'all';
/** The postings of a period that name a skill, in a view's name. */
export const withSkill = (skillId: string): string => `skill=${skillId}`;
/** The year of a month, `2025-03` → `2025`. */
export const yearOf = (month: string): string => month.slice(0, 4);

/**
 * What begins the name of a second field beside one that counts postings: how many of those are duplicates, which are
 * not the primary of their job. Postings minus duplicates are distinct jobs; a field without duplicates has no second.
 */
export const DUPLICATES = 'dup:';
/** The field of the duplicates among those that a field counts. */
export const duplicatesField = (field: string): string => DUPLICATES + field;
/** The field that a field of duplicates stands beside; null for a field that counts postings. */
export const fieldBeside = (field: string): string | null =>
  field.startsWith(DUPLICATES) ? field.slice(DUPLICATES.length) : null;

/** Field of the number of postings in a slice. */
export const POPULATION = 'n';
/** Field of how many postings name a skill. */
export const skillField = (skillId: string): string => `s:${skillId}`;
/** Field of how many postings name a skill of a category. */
export const categoryField = (category: string): string => `c:${category}`;
/** View of a month and a slice: the population, and how many postings name each skill and category. */
export const demandKey = (month: string, origin: PostingOrigin, slice: string): string =>
  nameOf('demand', month, origin, slice);

/** View of a year: the population, and how many postings name each skill. */
export const singlesKey = (year: string, origin: PostingOrigin): string => nameOf('pairs', year, origin, ALL);

/**
 * View of a year: how many postings name both of two skills, each pair once. One large hash, since Redis writes into
 * it in constant time, while it searches all fields of a small one.
 */
export const pairsKey = (year: string, origin: PostingOrigin): string =>
  nameOf('pairs', year, origin, 'both');
/** Separator between the two skills of a pair. */
export const BETWEEN = '|';
/** @param first the first of the two by name */
export const pairField = (first: string, second: string): string => first + BETWEEN + second;

/** View of a year: for all postings, or those that name a skill, the number of salaries by role and bucket. */
export const salariesKey = (year: string, origin: PostingOrigin, rest: string): string =>
  nameOf('salaries', year, origin, rest);
/** Field of the number of a role's salaries in a bucket of the sketch. */
export const payField = (role: string, bucket: number): string => `${role}:${bucket}`;

/** View of how many postings name each skill under each category. */
export const CATEGORIES_KEY = 'categories';
/** Field of how many postings name a skill under a category. */
export const inCategoryField = (skillId: string, category: string): string => `${category}:${skillId}`;

/** View of live postings and the sum of their versions by source: analytics' row of the ledger. */
export const LEDGER_KEY = 'ledger';
/** Fields of a source's live postings, and of the sum of their versions. */
export const ledgerFields = (source: string) => ({ postings: `n:${source}`, versions: `v:${source}` });
