import type { ValidationIssue } from '@skillstream/contracts';
import { cutPath, issuesOf } from '@skillstream/errors';
import type { z } from 'zod';

/** Issues of one posting that are listed one by one. */
export const MOST_OF_ONE = 20;
/** Issues of a whole response that are listed one by one; after that each posting has its first. */
const MOST_OF_ALL = 1000;

/**
 * The first issues and, as the last entry, how many more there are.
 * @param count of all issues, where the list does not hold them all
 */
export const reportIssues = (
  faults: readonly ValidationIssue[],
  most: number,
  count = faults.length,
): ValidationIssue[] => {
  const reported = faults.slice(0, most).map(cutPath);
  const more = count - reported.length;
  return more > 0 ? [...reported, { path: '', message: `and ${more} more faults` }] : reported;
};

const countOf = ({ issues }: z.ZodError): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

/** The issues of a posting that the schema reports. */
export const schemaIssues = (error: z.ZodError): ValidationIssue[] =>
  reportIssues(issuesOf(error), MOST_OF_ONE, countOf(error));

/** Limits the issues of one posting after the other, for a response that holds them all; the later ones in brief. */
export const createIssueReporter = (mostOfAll = MOST_OF_ALL) => {
  let left = mostOfAll;
  return (faults: readonly ValidationIssue[]): ValidationIssue[] => {
    const reported = left > 0 ? [...faults] : briefly(faults);
    left -= reported.length;
    return reported;
  };
};

// The last one may already stand for many.
const briefly = (faults: readonly ValidationIssue[]): ValidationIssue[] => {
  const [first, ...others] = faults;
  if (!first || others.length === 0) return [...faults];
  const stands = Number(/^and (\d+) more faults$/.exec(others.at(-1)!.message)?.[1] ?? 1);
  return [first, { path: '', message: `and ${others.length - 1 + stands} more faults` }];
};
